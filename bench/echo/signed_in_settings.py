"""The echo's settings, for an echo that requires the permission to submit."""

from __future__ import annotations

from bench.echo.settings import *

ROOT_URLCONF = "bench.echo.signed_in_urls"
