"""Logs to standard error; see mysite.observability.logs."""

from __future__ import annotations

from mysite.observability.logs import logging_config
from mysite.settings.base import WAYBILL_ENV
from mysite.settings.env import choice

_FORMAT = choice(
    "WAYBILL_LOG_FORMAT", ("json", "console"), "json" if WAYBILL_ENV == "production" else "console"
)
LOGGING = logging_config(
    _FORMAT, choice("WAYBILL_LOG_LEVEL", ("DEBUG", "INFO", "WARNING", "ERROR"), "INFO")
)
