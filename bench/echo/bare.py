"""Minimal Django and Ninja settings: no middleware, no application but the echo."""

from __future__ import annotations

from mysite.settings.metrics import *

ROOT_URLCONF = "bench.echo.urls"
ALLOWED_HOSTS = ["127.0.0.1"]
INSTALLED_APPS = ["ninja"]
MIDDLEWARE: list[str] = []
USE_I18N = False
WAYBILL_MAX_BODY_BYTES = 256 * 1024
WAYBILL_METRICS_PORT = 0
WAYBILL_METRICS_DIR = ""
