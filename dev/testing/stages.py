"""Everything that `make test` runs, in order. Add a check here and nowhere else."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from dev.installing.node import npm
from dev.layout import BACKEND, CLIENT, FRONTEND, ROOT, VENV_BIN


class Needs(IntEnum):
    """What must run before a stage. Each level includes the levels before it."""

    NOTHING = 0
    STORES = 1
    """PostgreSQL, Valkey, Tryton and the mailbox."""
    STACK = 2
    """All of Waybill, and a browser."""


@dataclass(frozen=True)
class Stage:
    """One named check. `make test-backend` and similar commands select a group."""

    name: str
    group: str
    command: list[str]
    cwd: Path = ROOT
    needs: Needs = Needs.NOTHING
    npm_packages: bool = False
    beside: bool = False
    """It has servers of its own and mostly waits: it runs beside the stages that need none."""
    env: tuple[tuple[str, str], ...] = ()


CLOSING_LINE = re.compile(
    r"^Faults: .*|^Attack .*|^[\w ,:&/().'-]+(  +\d+){3}( +\(\d+ not tried here\))?$"
    r"|^\s*(=+ )?\d+ (passed|failed|flaky|skipped|error).*"  # pytest, Playwright
    r"|^\s*=+ .*\b(passed|failed|errors?)\b.* in .*=+\s*$"
    r"|^(Tests|Test Suites):\s+.*"  # Jest
    r"|^Success: no issues found.*|^Found \d+ errors?.*"  # mypy, ruff
    r"|^All checks passed.*|^Contracts: .*"  # ruff, import-linter
    r"|^(Advisories|Secrets|Alerts|Prometheus|Compose|Reload|Kubernetes|Migrations): .*"
)
"""The runners' summary lines, which are always printed."""

PRODUCTION = (
    ("WAYBILL_ENV", "production"),
    ("WAYBILL_PUBLIC_URL", "https://waybill.example.com"),
    ("WAYBILL_ALLOWED_HOSTS", "waybill.example.com"),
)

WITHOUT_STORES = (
    ("PYTHONPATH", str(BACKEND)),
    ("DJANGO_SETTINGS_MODULE", "tests.django_settings"),
    ("DATABASE_URL", "postgresql://nobody@127.0.0.1:9/none"),
)
"""For a program that needs Django's settings and no database."""

_MOST_TEST_PROCESSES = 4
"""Each has a database, and three of Redis's sixteen (`backend/tests/django_settings.py`)."""


def _tool(name: str) -> str:
    return str(VENV_BIN / name)


def _manage(*words: str) -> list[str]:
    return [_tool("python"), "manage.py", *words]


def _pytest(marked: str) -> list[str]:
    processes = min(os.cpu_count() or 1, _MOST_TEST_PROCESSES)
    return [_tool("pytest"), "-q", "-m", marked, "-n", str(processes)]


def _npm(script: str) -> list[str]:
    return [*npm(), "run", "--silent", script]


def _paths(*patterns: str) -> list[str]:
    return [
        str(path.relative_to(ROOT)) for pattern in patterns for path in sorted(ROOT.glob(pattern))
    ]


def _package(name: str, folder: str) -> list[Stage]:
    """The checks of a top-level package that has its own configuration."""
    settings = f"{folder}/pyproject.toml"
    return [
        Stage(f"{name} lint", "lint", [_tool("ruff"), "check", folder]),
        Stage(f"{name} format", "lint", [_tool("ruff"), "format", "--check", folder]),
        Stage(f"{name} types", "lint", [_tool("mypy"), "--config-file", settings, "-p", folder]),
        Stage(f"{name} tests", "backend", [_tool("pytest"), "-c", settings, folder]),
    ]


def _deploy_script() -> list[Stage]:
    ruff = _tool("ruff")
    return [
        Stage("deploy script lint", "lint", [ruff, "check", "railway"]),
        Stage("deploy script format", "lint", [ruff, "format", "--check", "railway"]),
        Stage("deploy script types", "lint", [_tool("mypy"), "--strict", "railway"]),
        Stage("deploy script tests", "backend", [_tool("pytest"), "-q", "railway"]),
    ]


def _faults() -> list[Stage]:
    """The quick faults; the whole suite runs at night."""
    command = [_tool("python"), "-m", "chaos", "--quick"]
    return [Stage("faults survived", "chaos", command, beside=True)]


def _containers() -> list[Stage]:
    schema = [_tool("check-jsonschema"), "--builtin-schema"]
    compose = _paths("docker/docker-compose*.yml")
    workflows = _paths(".github/workflows/*.yml")
    dockerfiles = [name for name in _paths("docker/Dockerfile.*") if "ignore" not in name]
    zizmor = [_tool("zizmor"), "--offline", "--quiet", ".github/workflows"]
    actionlint = [_tool("actionlint"), "-shellcheck", _tool("shellcheck")]
    return [
        Stage("Compose schema", "lint", [*schema, "vendor.compose-spec", *compose]),
        Stage("Compose files", "lint", [_tool("python"), "-m", "dev.compose"]),
        Stage("Dockerfiles", "lint", [_tool("hadolint"), *dockerfiles]),
        Stage("workflow schema", "lint", [*schema, "vendor.github-workflows", *workflows]),
        Stage("workflow security", "lint", zizmor),
        Stage("workflows", "lint", [*actionlint, *workflows]),
        Stage("shell files", "lint", [_tool("shellcheck"), *shell_files()]),
    ]


def shell_files() -> list[str]:
    """Every file that a shell runs; what is in a Dockerfile is hadolint's."""
    return _paths(".ci/run", "backend/**/*.sh", "docker/**/*.sh")


def _kubernetes() -> list[Stage]:
    """The files as they are, and rendered; CI has a job for that, since it takes kubectl."""
    python, pytest = _tool("python"), _tool("pytest")
    tests = [pytest, "-c", "dev/pyproject.toml", "dev/tests/deployment/test_manifests.py"]
    must = (("WAYBILL_REQUIRE_KUBECTL", "1"),)
    return [
        Stage("Kubernetes", "lint", [python, "-m", "dev.manifests"]),
        Stage("Kubernetes rendered", "kubernetes", tests, env=must),
    ]


def _reload() -> list[Stage]:
    """`make dev` and edits, in a copy of the checkout; at night."""
    command = [_tool("python"), "-m", "dev.reload.drill"]
    return [Stage("edits take effect", "reload", command)]


def _contract() -> list[Stage]:
    """The API against its own document, with many requests for each operation; at night."""
    command = [*_pytest("not security"), "tests/schemathesis"]
    many = (("WAYBILL_EXAMPLES", "60"),)
    return [Stage("API contract", "contract", command, BACKEND, Needs.STORES, env=many)]


def _verdicts() -> list[Stage]:
    """On many more forms than the backend's tests; at night."""
    command = [_tool("pytest"), "-q", "tests/waybill_definitions/forms/browser"]
    many = (("WAYBILL_VERDICTS", "700"),)
    return [
        Stage(
            "page and server",
            "verdicts",
            command,
            BACKEND,
            Needs.STORES,
            npm_packages=True,
            env=many,
        )
    ]


def _nightly() -> list[Stage]:
    """What is marked as too long for every change, in the browser and in the backend."""
    leads = (("WAYBILL_LEADS", "500"),)  # as many failures as the guide of the first day says
    return [
        Stage(
            "long browser tests",
            "e2e-nightly",
            _npm("e2e:nightly"),
            FRONTEND,
            Needs.STACK,
            npm_packages=True,
            env=leads,
        ),
        Stage("long backend tests", "nightly", _pytest("nightly"), BACKEND, Needs.STORES),
    ]


def _supply_chain() -> list[Stage]:
    python = _tool("python")
    quiet = ["-q", "-ll", "-c", "dev/bandit.yaml", "--exclude", "*/tests/*,*/node_modules/*"]
    output = ["--format", "custom", "--msg-template", "{relpath}:{line}: {test_id} {msg}"]
    folders = ["backend", "clients", "dev", "railway"]
    advisories = [python, "-m", "dev.testing.advisories"]
    secrets = [python, "-m", "dev.testing.committed_secrets"]
    return [
        Stage("weak places in code", "lint", [_tool("bandit"), *quiet, *output, "-r", *folders]),
        Stage("committed secrets", "lint", secrets),
        Stage("Python advisories", "supply", [*advisories, "pip"]),
        Stage("npm advisories", "supply", [*advisories, "npm"]),
    ]


def _backend() -> list[Stage]:
    ruff = _tool("ruff")
    check = _manage("check", "--deploy", "--fail-level", "WARNING")
    drift = _manage("makemigrations", "--check", "--dry-run")
    openapi = _manage("export_openapi", "--check")
    migrations = [_tool("python"), "-m", "dev.migrations"]
    return [
        Stage("migrations that block", "lint", migrations, env=WITHOUT_STORES),
        Stage("backend lint", "lint", [ruff, "check", "."], BACKEND),
        Stage("backend format", "lint", [ruff, "format", "--check", "."], BACKEND),
        Stage("backend imports", "lint", [_tool("lint-imports")], BACKEND),
        Stage("backend types", "lint", [_tool("mypy"), "."], BACKEND),
        Stage("production settings", "backend", check, BACKEND, Needs.STORES, env=PRODUCTION),
        Stage("migrations up to date", "backend", drift, BACKEND, Needs.STORES),
        Stage("OpenAPI file up to date", "backend", openapi, BACKEND, Needs.STORES),
        Stage(
            "backend tests",
            "backend",
            _pytest("not security and not nightly"),
            BACKEND,
            Needs.STORES,
            npm_packages=True,  # the page's verdicts are compared with the server's
        ),
        Stage("attacks refused", "security", _pytest("security"), BACKEND, Needs.STORES),
    ]


def _frontend() -> list[Stage]:
    def stage(name: str, group: str, script: str, needs: Needs = Needs.NOTHING) -> Stage:
        return Stage(name, group, _npm(script), FRONTEND, needs, npm_packages=True)

    return [
        stage("frontend lint", "lint", "lint"),
        stage("frontend format", "lint", "format:check"),
        stage("frontend types", "lint", "typecheck"),
        stage("API client up to date", "frontend", "api:check"),
        stage("frontend tests", "frontend", "test"),
        stage("page sizes", "e2e", "size", Needs.STACK),
        stage("browser tests", "e2e", "e2e", Needs.STACK),
    ]


def _client() -> list[Stage]:
    """The package in `clients/python`. Its tests run in an environment of its own."""
    folder = str(CLIENT.relative_to(ROOT))
    python, types = _tool("python"), [_tool("mypy"), "--config-file", "pyproject.toml"]
    generate = [python, "-m", "dev.python_client.generate", "--check"]
    wheel = [python, "-m", "dev.python_client.wheel"]
    return [
        Stage("client lint", "lint", [_tool("ruff"), "check", folder]),
        Stage("client format", "lint", [_tool("ruff"), "format", "--check", folder]),
        Stage("client types", "lint", [*types, "src", "tests"], CLIENT),
        Stage("Python client up to date", "client", generate),
        Stage("command line tests", "client", wheel, needs=Needs.STACK),
    ]


def _observability() -> list[Stage]:
    """Dashboards, rules, and a real Prometheus that asks the running stack."""
    python = _tool("python")
    dashboards = [python, "-m", "dev.observability", "--check"]
    rules = [python, "-m", "dev.observability.rules"]
    asked = [python, "-m", "dev.observability.asked"]
    return [
        Stage("dashboards up to date", "lint", dashboards),
        Stage("alerts", "backend", rules),
        Stage("Prometheus", "e2e", asked, needs=Needs.STACK),
    ]


def _guide() -> list[Stage]:
    """The commands of the guides, as they stand there."""
    return [Stage("guides", "e2e", [_tool("python"), "-m", "dev.guide"], needs=Needs.STACK)]


def stages(groups: frozenset[str]) -> list[Stage]:
    """The stages of these groups; stages without needs come first."""
    every = [
        *_package("launcher", "dev"),
        *_package("bench", "bench"),
        *_package("fault suite", "chaos"),
        *_faults(),
        *_deploy_script(),
        *_containers(),
        *_kubernetes(),
        *_supply_chain(),
        *_backend(),
        *_frontend(),
        *_reload(),
        *_contract(),
        *_verdicts(),
        *_nightly(),
        *_client(),
        *_guide(),
        *_observability(),
    ]
    chosen = [stage for stage in every if stage.group in groups]
    return sorted(chosen, key=lambda stage: stage.needs)
