"""Settings in a process of their own, with exactly the environment that is given."""

from __future__ import annotations

import ast
import base64
import os
import secrets
import subprocess
import sys
from pathlib import Path

import pytest

BACKEND = Path(__file__).resolve().parents[2]
NEEDED = {
    "DATABASE_URL": "postgresql://waybill@127.0.0.1:9/waybill",
    "REDIS_URL": "redis://127.0.0.1:9",
    "WAYBILL_SECRET_KEY": secrets.token_urlsafe(50),
    "WAYBILL_ENCRYPTION_KEYS": f"k1:{base64.b64encode(secrets.token_bytes(32)).decode()}",
    "WAYBILL_JWT_KEYS": f"t1:{base64.b64encode(secrets.token_bytes(32)).decode()}",
    "WAYBILL_PUBLIC_URL": "https://waybill.example.com",
}


def run(*arguments: str, **environment: str | None) -> subprocess.CompletedProcess[str]:
    given = {name: value for name, value in (NEEDED | environment).items() if value is not None}
    path = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=BACKEND,
        env=path | given | {"DJANGO_SETTINGS_MODULE": "mysite.settings"},
        capture_output=True,
        text=True,
        check=False,
    )


def read(*names: str, **environment: str | None) -> list[object]:
    """The values of these settings, one process for all."""
    values = ", ".join(f"settings.{name}" for name in names)
    done = run("-c", f"from django.conf import settings; print([{values}])", **environment)
    assert done.returncode == 0, done.stderr
    found: list[object] = ast.literal_eval(done.stdout)
    return found


def test_production_settings_pass_the_deployment_check() -> None:
    done = run("manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert done.returncode == 0, done.stderr
    assert "no issues (0 silenced)" in done.stdout


@pytest.mark.parametrize("name", sorted(NEEDED))
def test_nothing_secret_has_a_default(name: str) -> None:
    done = run("manage.py", "check", **{name: None})
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"waybill: missing from the environment: {name}. There is no default")
    assert f"{name}_FILE" in line


def test_everything_missing_is_named_at_once() -> None:
    done = run("manage.py", "check", **dict.fromkeys(NEEDED))
    (line,) = done.stderr.splitlines()
    assert all(name in line for name in NEEDED)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WAYBILL_ENV", "staging"),
        ("WAYBILL_PUBLIC_URL", "waybill.example.com"),
        ("WAYBILL_PUBLIC_URL", "https://waybill.example.com/path"),
        ("WAYBILL_ENCRYPTION_KEYS", "k1:short"),
        ("WAYBILL_JWT_KEYS", "t1:short"),
        pytest.param("WAYBILL_JWT_KEYS", NEEDED["WAYBILL_ENCRYPTION_KEYS"], id="one key for both"),
        ("WAYBILL_ACCESS_TOKEN_SECONDS", "86400"),
        ("WAYBILL_REFRESH_TOKEN_SECONDS", "60"),
        ("WAYBILL_REFRESH_GRACE_SECONDS", "61"),
        ("REDIS_URL", "http://127.0.0.1"),
        ("DATABASE_URL", "postgresql://[broken"),
        ("WAYBILL_LOG_FORMAT", "xml"),
        ("WAYBILL_FAILPOINTS", "sent=kill"),
        ("SMTP_PORT", "smtp"),
        ("WAYBILL_OPEN_SIGNUP", "flase"),
        ("WAYBILL_LIMIT_SHARE_ALONE", "0,5"),
        ("WAYBILL_METRICS_PORT", "off"),
    ],
)
def test_what_cannot_be_read_is_one_clear_line(name: str, value: str) -> None:
    done = run("manage.py", "check", **{name: value})
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("waybill: ")
    assert name in line


CELERY = ["-m", "celery", "--app=mysite"]
GRANIAN = ["-m", "granian", "--port=0", "--workers=1", "--no-ws"]
SERVERS = {
    "worker": [*CELERY, "worker"],
    "beat": [*CELERY, "beat"],
    "Flower": [*CELERY, "flower"],
    "dispatcher": ["manage.py", "dispatch"],
    "API": [*GRANIAN, "--interface=wsgi", "mysite.wsgi:application"],
    "stream": [*GRANIAN, "--interface=asginl", "mysite.asgi:application"],
}


@pytest.mark.parametrize("server", SERVERS)
def test_every_kind_of_process_stops_with_one_line(server: str) -> None:
    done = run(*SERVERS[server], DATABASE_URL=None)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    lines = [line for line in done.stderr.splitlines() if not line.startswith("[")]
    assert len(lines) == 1, "besides what Granian says of its own processes"
    assert lines[0].startswith("waybill: missing from the environment: DATABASE_URL.")


def test_each_use_of_redis_has_a_database_of_its_own() -> None:
    names = ("CELERY_BROKER_URL", "CELERY_RESULT_BACKEND", "WAYBILL_EVENTS_REDIS_URL")
    assert read(*names, REDIS_URL="rediss://user:word@redis.example.com:6380/5") == [
        f"rediss://user:word@redis.example.com:6380/{db}" for db in (0, 1, 2)
    ]


def test_settings_that_a_variable_overrides() -> None:
    names = ("CELERY_BROKER_URL", "DATABASES['default']", "DEBUG")
    broker, database, debug = read(
        *names,
        CELERY_BROKER_URL="redis://broker.example.com/7",
        DATABASE_URL="postgresql://me:p%40ss@/app?host=/run/pg&sslmode=prefer",
        WAYBILL_DB_POOL_MAX="7",
        DEBUG="1",
    )
    assert broker == "redis://broker.example.com/7"
    assert isinstance(database, dict)
    assert (database["HOST"], database["USER"], database["PASSWORD"]) == ("/run/pg", "me", "p@ss")
    assert database["OPTIONS"]["sslmode"] == "prefer"
    assert database["OPTIONS"]["pool"]["max_size"] == 7
    assert "CONN_MAX_AGE" not in database, "a pool and lasting connections exclude each other"
    assert debug is False, "nothing turns debugging on"


def test_cookies_are_bound_to_the_host_over_https_and_usable_without() -> None:
    names = ("SESSION_COOKIE_NAME", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_NAME")
    assert read(*names) == ["__Host-sessionid", True, "__Host-csrftoken"]
    local = {"WAYBILL_PUBLIC_URL": "http://127.0.0.1:3000"}
    assert read(*names, **local) == ["sessionid", False, "csrftoken"]


def test_failpoints_are_for_development_and_have_to_be_understood() -> None:
    development = {"WAYBILL_ENV": "development", "WAYBILL_FAILPOINTS": "sent=kill@2"}
    assert read("WAYBILL_ENV", **development) == ["development"]
    done = run("manage.py", "check", **(development | {"WAYBILL_FAILPOINTS": "sent=explode"}))
    assert done.returncode == 1
    assert "WAYBILL_FAILPOINTS" in done.stderr


def test_a_secret_key_that_can_be_guessed_is_refused() -> None:
    done = run("manage.py", "check", WAYBILL_SECRET_KEY="changeme")
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("waybill: WAYBILL_SECRET_KEY has 8 characters, but needs 32 or more.")
    assert "changeme" not in line


@pytest.mark.parametrize(("program", "name"), [("manage.py", "waybill"), ("waybill-admin",) * 2])
def test_a_database_that_is_away_is_one_line(program: str, name: str) -> None:
    done = run(program, "migrate")
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"{name}: the database cannot be reached: connection failed")
    assert line.endswith("Check DATABASE_URL and that it runs.")
