"""Metrics for Prometheus, off without WAYBILL_METRICS_PORT; see core.metrics."""

from __future__ import annotations

import ipaddress
import tempfile
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from mysite.settings.env import env

_SHORTEST_TOKEN = 16

# Each kind of process has a port of its own. Processes with the same port are a pool: they share a
# folder of counts, and one of them serves it.
WAYBILL_METRICS_PORT: int = env.int("WAYBILL_METRICS_PORT", default=0)
WAYBILL_METRICS_BIND: str = env.str("WAYBILL_METRICS_BIND", default="127.0.0.1")
# Prometheus sends it as a bearer token. No default, and none is needed on loopback.
WAYBILL_METRICS_TOKEN: str = env.str("WAYBILL_METRICS_TOKEN", default="")
_folder = env.str("WAYBILL_METRICS_DIR", default=tempfile.gettempdir())
WAYBILL_METRICS_DIR = (
    str(Path(_folder) / f"waybill-metrics-{WAYBILL_METRICS_PORT}") if WAYBILL_METRICS_PORT else ""
)
# So many workflows have series of their own; the rest is counted as "other".
WAYBILL_METRICS_WORKFLOWS: int = env.int("WAYBILL_METRICS_WORKFLOWS", default=200)
# How long a reading of PostgreSQL and Redis answers every scrape; how long a statement may take.
WAYBILL_METRICS_CACHE_SECONDS: float = env.float("WAYBILL_METRICS_CACHE_SECONDS", default=5)
WAYBILL_METRICS_STATEMENT_SECONDS: float = env.float("WAYBILL_METRICS_STATEMENT_SECONDS", default=2)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


if WAYBILL_METRICS_PORT and not _is_loopback(WAYBILL_METRICS_BIND) and not WAYBILL_METRICS_TOKEN:
    raise ImproperlyConfigured(
        "WAYBILL_METRICS_BIND lets others reach the metrics. Set WAYBILL_METRICS_TOKEN."
    )
if WAYBILL_METRICS_TOKEN and len(WAYBILL_METRICS_TOKEN) < _SHORTEST_TOKEN:
    raise ImproperlyConfigured(f"WAYBILL_METRICS_TOKEN has at least {_SHORTEST_TOKEN} characters")
