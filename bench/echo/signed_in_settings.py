"""The echo's settings, for an echo that answers only those who may submit."""

from __future__ import annotations

from bench.echo.settings import *

ROOT_URLCONF = "bench.echo.signed_in_urls"
