"""Structured logs: one JSON object a line in production, colours on a terminal.

Fields pass an allow-list. Numbers, booleans and empty values cannot carry a payload, so they pass.
Text passes only under a name known to hold an id or a fixed word. The name of a withheld field
appears in ``withheld``.
"""

from __future__ import annotations

import json
import sys
import traceback
import uuid
from typing import Any, TextIO

import sentry_sdk
import structlog
from structlog.types import EventDict, Processor, WrappedLogger

from core.tracing import trace_current
from mysite.observability.safety import first_line

# fmt: off
TEXT_FIELDS = frozenset({
    "event", "level", "timestamp", "logger", "exception",
    "request_id", "trace_id", "submission_id", "task_id", "step_run_id", "attempt_id",
    "connection_id", "organization_id", "reference", "principal",
    "method", "route", "task", "queue", "worker", "outcome", "status", "state", "channel",
    "connector", "action", "error", "error_kind", "code", "chain_head",
})
# fmt: on
_LONGEST_VALUE = 300


def allow_listed(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Withhold every field that might carry submitted data."""
    kept: EventDict = {}
    withheld: list[str] = []
    for name, value in event.items():
        if isinstance(value, str | uuid.UUID):
            if name == "exception":
                kept[name] = value
            elif name in TEXT_FIELDS:
                kept[name] = str(value)[:_LONGEST_VALUE]
            else:
                withheld.append(name)
        elif value is None or isinstance(value, bool | int | float):
            kept[name] = value
        else:
            withheld.append(name)
    if withheld:
        kept["withheld"] = ",".join(sorted(withheld))
    return kept


def add_trace_id(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Say in which trace it happened, if that is recorded."""
    context = trace_current()
    if context is not None:
        event["trace_id"] = context.trace_id_text
    return event


def report_exception(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Send an exception that is logged as an error to Sentry, if Sentry is on.

    An exception that a Sentry integration also saw is sent once.
    """
    error = _exception(event)
    logger = str(event.get("logger", ""))
    if error and event.get("level") in ("error", "critical") and not logger.startswith("sentry"):
        sentry_sdk.capture_exception(error)
    return event


def brief_exception(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Turn ``exc_info`` into types, first lines and places: no values, no locals."""
    error = _exception(event)
    event.pop("exc_info", None)
    if error:
        event["exception"] = "\n".join(_describe(error))
    return event


def _exception(event: EventDict) -> BaseException | None:
    given = event.get("exc_info")
    if given is True:
        given = sys.exc_info()
    error = given[1] if isinstance(given, tuple) else given
    return error if isinstance(error, BaseException) else None


def _describe(error: BaseException) -> list[str]:
    frames = [
        f"  {frame.filename}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    lines = [f"{type(error).__qualname__}: {first_line(str(error))}", *frames]
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return [*lines, "caused by", *_describe(cause)] if cause else lines


class Lines(structlog.WriteLogger):
    """Writes lines directly: `logging` takes several times as long."""

    def __init__(self, name: str, file: TextIO) -> None:
        super().__init__(file)
        self.name = name


_SHARED: list[Processor] = [
    structlog.contextvars.merge_contextvars,
    add_trace_id,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    report_exception,
    brief_exception,
]
_encode = json.JSONEncoder(separators=(",", ":")).encode


def logging_config(log_format: str, level: str, stream: TextIO | None = None) -> dict[str, Any]:
    """The ``LOGGING`` setting for libraries' logs; our logs use only structlog.

    Both write the same lines, by default to standard error.
    """
    finish: list[Processor] = [allow_listed, _renderer(log_format)]
    structlog.configure(
        processors=[*_SHARED, *finish],
        logger_factory=lambda name="": Lines(name, stream or sys.stderr),
        wrapper_class=structlog.make_filtering_bound_logger(level),
        cache_logger_on_first_use=False,
    )
    handler: dict[str, Any] = {"class": "logging.StreamHandler", "formatter": "line"}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "line": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": _SHARED,
                "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, *finish],
            }
        },
        "handlers": {"stderr": handler | ({"stream": stream} if stream else {})},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            # Their messages quote addresses, arguments or results. The request log, the problem
            # handler and the task signals report the same events with ids alone.
            "django.request": {"level": "CRITICAL"},
            "django.server": {"level": "ERROR"},
            "celery.app.trace": {"level": "CRITICAL"},
            "celery.worker.strategy": {"level": "WARNING"},
            "aiohttp.access": {"level": "WARNING"},
        },
    }


def _renderer(log_format: str) -> Processor:
    if log_format == "json":
        return structlog.processors.JSONRenderer(serializer=lambda event, **_: _encode(event))
    return structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
