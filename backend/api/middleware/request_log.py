"""Gives every request an id and writes one log line for it, without address or headers."""

from __future__ import annotations

import re
import time
from collections.abc import Awaitable, Callable

import structlog
from asgiref.sync import iscoroutinefunction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.decorators import sync_and_async_middleware

from core.ids import uuid7
from core.metrics import request_time
from core.text.log_redaction import log_redact_end

log = structlog.get_logger(__name__)

_SANE_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")
_Handler = Callable[[HttpRequest], HttpResponseBase]
_AsyncHandler = Callable[[HttpRequest], Awaitable[HttpResponseBase]]


@sync_and_async_middleware
def request_log(get_response: _Handler | _AsyncHandler) -> _Handler | _AsyncHandler:
    """Bind ``request_id`` to all logs of the request and echo it as X-Request-ID."""
    if iscoroutinefunction(get_response):

        async def handle_async(request: HttpRequest) -> HttpResponseBase:
            started = _begin(request)
            return _end(request, await get_response(request), started)

        return handle_async

    def handle(request: HttpRequest) -> HttpResponseBase:
        started = _begin(request)
        response = get_response(request)
        assert isinstance(response, HttpResponseBase)  # noqa: S101  # narrows for the type checker
        return _end(request, response, started)

    return handle


def _begin(request: HttpRequest) -> float:
    given = request.headers.get("X-Request-ID", "")
    request_id = given if _SANE_ID.fullmatch(given) else uuid7().hex
    log_redact_end()
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request_id=request_id)
    return time.perf_counter()


def _end(request: HttpRequest, response: HttpResponseBase, started: float) -> HttpResponseBase:
    request_id = structlog.contextvars.get_contextvars()["request_id"]
    response.headers["X-Request-ID"] = request_id
    if isinstance(response, HttpResponse) and "Content-Length" not in response.headers:
        response.headers["Content-Length"] = str(len(response.content))
    # The route, never the path: a path may hold a tracking token.
    route = request.resolver_match.route if request.resolver_match else "unmatched"
    seconds = time.perf_counter() - started
    if not route.startswith("health/"):
        request_time(request.method or "", route, response.status_code, seconds)
        log.info(
            "request",
            method=request.method,
            route=route,
            status=response.status_code,
            duration_ms=round(seconds * 1000, 1),
        )
    structlog.contextvars.clear_contextvars()
    log_redact_end()
    return response
