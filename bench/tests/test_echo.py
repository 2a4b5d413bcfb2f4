"""The servers that intake is compared with start, each with its own settings."""

from __future__ import annotations

import base64
import os
import secrets
import subprocess
import sys

import pytest
from dev.layout import BACKEND, ROOT

from bench.stack import ECHO


def _key() -> str:
    return "k1:" + base64.b64encode(secrets.token_bytes(32)).decode()


@pytest.mark.parametrize("settings", ECHO.values())
def test_the_application_loads_with_the_settings_of_an_echo(settings: str) -> None:
    given = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": f"{ROOT}:{BACKEND}",
        "DJANGO_SETTINGS_MODULE": settings,
        "DATABASE_URL": "postgresql://nobody@127.0.0.1:9/none",
        "REDIS_URL": "redis://127.0.0.1:9",
        "WAYBILL_SECRET_KEY": secrets.token_urlsafe(50),
        "WAYBILL_ENCRYPTION_KEYS": _key(),
        "WAYBILL_JWT_KEYS": _key(),
        "WAYBILL_PUBLIC_URL": "https://waybill.example.com",
    }
    subprocess.run([sys.executable, "-c", "import mysite.wsgi"], cwd=BACKEND, env=given, check=True)
