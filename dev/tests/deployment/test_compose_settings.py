"""Settings that the code reads, that the guide explains, and that Compose passes: the same."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator

from dev.compose import BASE, compose_read, example_names, example_values
from dev.layout import BACKEND, FRONTEND, ROOT

GUIDE = ROOT / "docs/guides/configuration.md"
COMPOSE = ROOT / "docker/docker-compose.yml"
NEVER_IN_PRODUCTION = {"WAYBILL_FAILPOINTS"}
DECIDED = {
    *("WAYBILL_ENV", "WAYBILL_UPLOADS_DIR", "WAYBILL_METRICS_BIND", "WAYBILL_ALIVE_FILE"),
    *("WAYBILL_API_ORIGIN", "WAYBILL_STREAM_ORIGIN", "WAYBILL_WEB_OUTPUT"),
}
"""By Compose, for every container."""

READ = """
import json, runpy
from django.conf import settings
settings.DEBUG
runpy.run_path("flowerconfig.py")
from mysite.settings.env import given
print(json.dumps(sorted(given.asked)))
"""
EVERYTHING = {
    "WAYBILL_PUBLIC_URL": "https://waybill.example.com",
    "DATABASE_URL": "postgresql:///waybill",
    "REDIS_URL": "redis://127.0.0.1",
    "WAYBILL_UPLOADS_S3_BUCKET": "files",
    "WAYBILL_MICROSOFT_CLIENT_ID": "waybill",
    "WAYBILL_MICROSOFT_CLIENT_SECRET": "word",
    "WAYBILL_OIDC": "corp",
    "WAYBILL_OIDC_CORP_URL": "https://id.example.com",
    "WAYBILL_OIDC_CORP_CLIENT_ID": "waybill",
    "WAYBILL_OIDC_CORP_CLIENT_SECRET": "word",
}

_FROM_ENVIRONMENT = re.compile(r"(?:process\.env\.|')((?:WAYBILL|SENTRY|NEXT|NODE)_[A-Z0-9_]+)")
_MADE_WHILE_BUILDING = {"NODE_ENV", "NEXT_RUNTIME", "NEXT_PUBLIC_SENTRY_RELEASE"} | {
    "WAYBILL_LARGEST_BODY"
}
_OF_A_RELEASE = {"WAYBILL_VERSION", "SENTRY_RELEASE"}
_SERVED_FROM = ("*.ts", "pages/**/*.ts*", "lib/**/*.ts*", "components/**/*.ts*")
_TOOLS = ("orval.config.ts", "playwright.config.ts")


def read_by_the_backend() -> set[str]:
    values = example_values() | EVERYTHING
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    ended = subprocess.run(
        [sys.executable, "-c", READ],
        cwd=BACKEND,
        env=kept | values | {"DJANGO_SETTINGS_MODULE": "mysite.settings", "SMTP_PASSWORD": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    asked = {name.replace("_OIDC_CORP_", "_OIDC_<NAME>_") for name in json.loads(ended.stdout)}
    return asked - NEVER_IN_PRODUCTION


def read_by_the_images() -> set[str]:
    """What the servers' command lines take."""
    commands = (ROOT / "docker/Dockerfile.django").read_text().partition("\nCMD ")[2]
    return set(re.findall(r"\$\{(WAYBILL_[A-Z_]+)", commands))


def read_by_the_pages() -> set[str]:
    texts = (
        path.read_text()
        for pattern in _SERVED_FROM
        for path in FRONTEND.glob(pattern)
        if path.name not in _TOOLS and ".test." not in path.name
    )
    found = {name for text in texts for name in _FROM_ENVIRONMENT.findall(text)}
    return (found - _MADE_WHILE_BUILDING) | _OF_A_RELEASE


def read_by_compose() -> set[str]:
    """What the file itself puts together, and nothing else reads."""
    return set(re.findall(r"(?<!\$)\$\{([A-Z][A-Z0-9_]+)", COMPOSE.read_text())) - {
        "WAYBILL_ENV_FILE"
    }


def explained() -> set[str]:
    """Names in the first column of the guide's tables, and those of Flower."""
    text = GUIDE.read_text().partition("## Local stack only")[0]
    return {name for row in _rows(text) for name in re.findall(r"`([A-Z][A-Z0-9_<>]+)`", row)} | {
        "FLOWER_BASIC_AUTH"
    }


def _rows(text: str) -> Iterator[str]:
    return (line.split("|")[1] for line in text.splitlines() if line.startswith("|"))


def test_the_guide_explains_every_setting_and_no_other() -> None:
    read = read_by_the_backend() | read_by_the_images() | read_by_the_pages() | read_by_compose()
    assert sorted(read - explained()) == [], "read, but not in docs/guides/configuration.md"
    assert sorted(explained() - read) == [], "explained, but nobody reads it"


def test_the_example_holds_every_setting_and_no_other() -> None:
    of_a_server = {name for name in explained() if "<NAME>" in name}
    settable = explained() - of_a_server - DECIDED
    assert sorted(settable - example_names().keys()) == [], "not in docker/.env.example"
    assert sorted(example_names().keys() - settable) == [], "in the example, but not a setting"


def test_the_example_holds_no_value() -> None:
    lines = (ROOT / "docker/.env.example").read_text().splitlines()
    assert [line for line in lines if re.match(r"#?[A-Z][A-Z0-9_]*=.", line)] == []


def test_every_setting_of_the_example_reaches_the_containers() -> None:
    """Also one that has no line there, such as those of a server for sign-in."""
    names = [*example_names(), "WAYBILL_OIDC_CORP_URL", "SMTP_PASSWORD_FILE"]
    numbers = {name: str(20_000 + place) for place, name in enumerate(names)}
    folder = {"WAYBILL_BACKUP_VOLUME": "/srv/backups"}
    services = {each.name: each for each in compose_read(BASE, numbers | folder, ["*"])}
    missing = sorted(
        name
        for name in read_by_the_backend() | read_by_the_images() | set(names[-2:])
        if name in numbers and not _arrives(numbers[name], services["api"].environment)
    )
    assert missing == ["FLOWER_BASIC_AUTH"], "not passed to the API"
    assert _arrives(numbers["FLOWER_BASIC_AUTH"], services["flower"].environment)
    web = services["web"].environment | {
        f"{name} when built": value for name, value in services["web"].build_arguments.items()
    }
    of_web = (read_by_the_pages() & numbers.keys()) - {"SENTRY_DSN", "SENTRY_RELEASE"}
    assert sorted(name for name in of_web if not _arrives(numbers[name], web)) == []


def _arrives(value: str, environment: dict[str, str]) -> bool:
    return any(value in given for given in environment.values())


def test_what_is_not_set_keeps_its_default() -> None:
    (api,) = [each for each in compose_read(BASE, example_values()) if each.name == "api"]
    given = {name for name, value in api.environment.items() if value}
    needed = {"DATABASE_URL", "REDIS_URL", "WAYBILL_TRUSTED_PROXIES", "WAYBILL_ALLOWED_HOSTS"}
    filled_in = {name for name, value in example_values().items() if value}
    assert given <= needed | DECIDED | filled_in
