"""Makes the project's environment: pip installs uv, and uv installs the rest, by hash."""

from __future__ import annotations

import os
import ssl
import sys
from pathlib import Path

from dev.commands import run
from dev.console import Problem, report, step
from dev.installing import administration, node
from dev.installing.stamps import Stamp, digest
from dev.layout import LOCAL, MAIN, PYTHON, REQUIREMENTS, ROOT, VENV

BOOTSTRAP = LOCAL / "bootstrap"
UV = BOOTSTRAP / "bin" / "uv"
RUNTIME_SETS = ("base", "tools")
COMMANDS_OF_BENCH = frozenset({"bench", "bench-picture"})
BENCH_SETS = (*RUNTIME_SETS, "bench")
ALL_SETS = (*BENCH_SETS, "dev")
COMMANDS_WITHOUT_DEV = frozenset({"up", "dev", "demo", "services", "stop", "requirements"})


def uv_environment() -> dict[str, str]:
    """The environment variables for uv. The user's own settings stay."""
    env = {"UV_PYTHON_DOWNLOADS": "never", "UV_NO_PROGRESS": "1"}
    if ssl.get_default_verify_paths().cafile:
        # Use the machine's certificates: they include an organization's own, and pip uses them too.
        env["UV_SYSTEM_CERTS"] = "true"
    return env | os.environ


def install_uv() -> None:
    """Put the pinned uv into `.local/bootstrap`."""
    pinned = REQUIREMENTS / "bootstrap.txt"
    stamp = Stamp(LOCAL / "stamps" / "uv")
    wanted = digest([pinned], sys.version)
    if stamp.matches(wanted) and UV.is_file():
        return
    with step("Getting the package installer (uv)"):
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        target = ["--no-deps", "--upgrade", "--target", str(BOOTSTRAP)]
        run(
            [*pip, *target, "--require-hashes", "-r", pinned],
            log=MAIN.logs / "setup-uv.log",
            failure="pip could not install uv",
        )
    stamp.write(wanted)


def make_venv() -> None:
    """Create `.local/venv` for this interpreter. Replaces one of another version."""
    stamp = Stamp(LOCAL / "stamps" / "venv")
    wanted = digest([], sys.base_prefix, sys.version)
    if PYTHON.is_file() and stamp.matches(wanted):
        return
    with step(f"Making the Python environment ({sys.version.split()[0]})"):
        run(
            [UV, "venv", "--quiet", "--clear", "--python", sys.executable, VENV],
            log=MAIN.logs / "setup-venv.log",
            failure="The Python environment could not be made",
            env=uv_environment(),
        )
    for name in ALL_SETS:
        Stamp(LOCAL / "stamps" / f"python-{name}").clear()
    stamp.write(wanted)


def install(sets: tuple[str, ...]) -> None:
    """Install the hash-pinned requirement sets that changed since the last run."""
    stale: dict[str, str] = {}
    for name in sets:
        wanted = digest([REQUIREMENTS / f"{name}.txt"])
        if not Stamp(LOCAL / "stamps" / f"python-{name}").matches(wanted):
            stale[name] = wanted
    if not stale:
        return
    files: list[str | Path] = []
    for name in sets:
        files += ["-r", REQUIREMENTS / f"{name}.txt"]
    installer: list[str | Path] = [UV, "pip", "install", "--quiet", "--python", PYTHON]
    with step("Installing Python packages, PostgreSQL, Valkey and Node"):
        run(
            [*installer, "--compile-bytecode", "--require-hashes", *files],
            log=MAIN.logs / "setup-python.log",
            failure="The Python packages could not be installed",
            env=uv_environment(),
        )
    for name, wanted in stale.items():
        Stamp(LOCAL / "stamps" / f"python-{name}").write(wanted)


def _sets(command: str) -> tuple[str, ...]:
    if command in COMMANDS_WITHOUT_DEV:
        return RUNTIME_SETS
    return BENCH_SETS if command in COMMANDS_OF_BENCH else ALL_SETS


def enter(arguments: list[str]) -> int:
    """Prepare the environment, then replace this process with `.local/venv/bin/python -m dev.cli`.

    Returns an exit code only if that failed.
    """
    MAIN.create()
    command = arguments[0] if arguments else "help"
    try:
        if command == "stop" and not PYTHON.is_file():
            print("Nothing was installed here, so nothing runs.")
            return 0
        install_uv()
        make_venv()
        install(_sets(command))
        node.link()
        administration.link()
    except Problem as problem:
        report(problem)
        return 1
    except KeyboardInterrupt:
        return 130
    os.chdir(ROOT)
    return os.execv(PYTHON, [str(PYTHON), "-m", "dev.cli", *arguments])  # noqa: S606
