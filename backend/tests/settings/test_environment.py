"""Settings in a process of their own, with exactly the environment that is given."""

from __future__ import annotations

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


def setting(name: str, **environment: str | None) -> str:
    code = f"from django.conf import settings; print(settings.{name})"
    done = run("-c", code, **environment)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_production_settings_pass_the_deployment_check() -> None:
    done = run("manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert done.returncode == 0, done.stderr
    assert "no issues (0 silenced)" in done.stdout


@pytest.mark.parametrize("name", sorted(NEEDED))
def test_nothing_secret_has_a_default(name: str) -> None:
    done = run("manage.py", "check", **{name: None})
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        f"waybill: missing from the environment: {name} (there is no default)"
    ]


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
        ("REDIS_URL", "http://127.0.0.1"),
        ("DATABASE_URL", "postgresql://[broken"),
        ("WAYBILL_LOG_FORMAT", "xml"),
    ],
)
def test_what_cannot_be_read_is_one_clear_line(name: str, value: str) -> None:
    done = run("manage.py", "check", **{name: value})
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("waybill: ")
    assert name in line


def test_each_use_of_redis_has_a_database_of_its_own() -> None:
    names = ("CELERY_BROKER_URL", "CELERY_RESULT_BACKEND", "WAYBILL_EVENTS_REDIS_URL")
    environment = {"REDIS_URL": "rediss://user:word@redis.example.com:6380/5"}
    assert [setting(name, **environment) for name in names] == [
        f"rediss://user:word@redis.example.com:6380/{db}" for db in (0, 1, 2)
    ]
    assert setting("CELERY_BROKER_URL", CELERY_BROKER_URL="redis://b/7") == "redis://b/7"


def test_database_url_may_name_a_socket_and_options() -> None:
    url = "postgresql://me:p%40ss@/app?host=/run/pg&sslmode=prefer"
    code = (
        "from django.conf import settings; d = settings.DATABASES['default'];"
        "print(d['HOST'], d['USER'], d['PASSWORD'], d['NAME'], d['OPTIONS']['sslmode'])"
    )
    assert run("-c", code, DATABASE_URL=url).stdout.split() == [
        "/run/pg",
        "me",
        "p@ss",
        "app",
        "prefer",
    ]


def test_cookies_are_bound_to_the_host_over_https_and_usable_without() -> None:
    assert setting("SESSION_COOKIE_NAME") == "__Host-sessionid"
    assert setting("SESSION_COOKIE_SECURE") == "True"
    local = {"WAYBILL_PUBLIC_URL": "http://127.0.0.1:3000"}
    assert setting("SESSION_COOKIE_NAME", **local) == "sessionid"
    assert setting("CSRF_COOKIE_SECURE", **local) == "False"


def test_debug_is_never_on() -> None:
    assert setting("DEBUG", WAYBILL_ENV="development", DEBUG="1") == "False"


def test_a_connection_pool_replaces_lasting_connections() -> None:
    code = (
        "from django.conf import settings; d = settings.DATABASES['default'];"
        "print(d['OPTIONS']['pool']['max_size'], d.get('CONN_MAX_AGE', 0))"
    )
    assert run("-c", code, WAYBILL_DB_POOL_MAX="7").stdout.split() == ["7", "0"]
