"""Passes a request's ids to its Celery messages, and logs each task.

Headers hold ids only: never arguments, never data.
"""

from __future__ import annotations

import logging
import time
from typing import Any

import structlog
from celery import signals, states

from core.tracing import Kind, Span, TraceContext, span, trace_current, tracing_close

log = structlog.get_logger(__name__)

_HEADER = "waybill_ids"
_TRACE = "traceparent"
_CARRIED = ("request_id", "submission_id")
_SIGNS_OF_LIFE = ("canary",)


@signals.setup_logging.connect
def keep_our_logging(**_: Any) -> None:
    """A receiver stops Celery from installing its own handlers."""


@signals.before_task_publish.connect
def attach_ids(headers: dict[str, Any], **_: Any) -> None:
    bound = structlog.contextvars.get_contextvars()
    headers[_HEADER] = {name: str(bound[name]) for name in _CARRIED if name in bound}
    current = trace_current()
    if current is not None:
        headers[_TRACE] = current.header


@signals.task_prerun.connect
def bind_ids(task_id: str, task: Any, **_: Any) -> None:
    structlog.contextvars.clear_contextvars()
    carried = getattr(task.request, _HEADER, None) or {}
    ids = {name: carried[name] for name in _CARRIED if name in carried}
    structlog.contextvars.bind_contextvars(task_id=task_id, task=task.name, **ids)
    task.request.waybill_started = time.monotonic()
    parent = TraceContext.parse(getattr(task.request, _TRACE, None) or "")
    task.request.waybill_span = span(
        task.name, Kind.CONSUMER, parent=parent, attributes={"waybill.task_id": task_id}
    )
    task.request.waybill_span.__enter__()


@signals.task_failure.connect
def report_failure(exception: BaseException, **_: Any) -> None:
    log.error("task failed", exc_info=exception)


@signals.task_postrun.connect
def report_end(task: Any, state: str | None, **_: Any) -> None:
    started = getattr(task.request, "waybill_started", None)
    duration = None if started is None else round((time.monotonic() - started) * 1000, 1)
    level = logging.DEBUG if task.name in _SIGNS_OF_LIFE else logging.INFO
    log.log(level, "task ended", state=state, duration_ms=duration)
    running = getattr(task.request, "waybill_span", None)
    if running is not None:
        if isinstance(running, Span) and state == states.FAILURE:
            running.error = states.FAILURE
        running.__exit__(None, None, None)
    structlog.contextvars.clear_contextvars()


@signals.worker_process_shutdown.connect
def send_spans(**_: Any) -> None:
    """Processes of a pool end without the interpreter's own end."""
    tracing_close()
