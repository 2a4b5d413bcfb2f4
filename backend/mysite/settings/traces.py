"""Traces, off without OTEL_EXPORTER_OTLP_ENDPOINT; see mysite.observability.traces.

The names are those that OpenTelemetry has for them, so that hosts may set them for all programs.
"""

from __future__ import annotations

from urllib.parse import unquote

from django.core.exceptions import ImproperlyConfigured

from mysite.observability.traces import start
from mysite.settings.env import env

_ENDPOINT = env.str("OTEL_EXPORTER_OTLP_ENDPOINT", default="")
_SHARE = env.float("OTEL_TRACES_SAMPLER_ARG", default=0.1)

if _ENDPOINT and not _ENDPOINT.startswith(("http://", "https://")):
    raise ImproperlyConfigured(
        "OTEL_EXPORTER_OTLP_ENDPOINT is the address of a collector that takes OTLP over HTTP, "
        "such as http://collector:4318."
    )
if not 0 <= _SHARE <= 1:
    raise ImproperlyConfigured("OTEL_TRACES_SAMPLER_ARG is a share from 0 to 1.")


def _headers(text: str) -> dict[str, str]:
    """`name=value,name=value`, the values encoded as in an address (the W3C's Baggage)."""
    pairs = (entry.partition("=") for entry in text.split(",") if entry.strip())
    return {name.strip().lower(): unquote(value.strip()) for name, _, value in pairs}


start(
    _ENDPOINT,
    headers=_headers(env.str("OTEL_EXPORTER_OTLP_HEADERS", default="")),
    share=_SHARE,
    service=env.str("OTEL_SERVICE_NAME", default="waybill"),
    release=env.str("SENTRY_RELEASE", default=None),
)
