"""A span for every request, if traces are on: the first of a trace, or below the caller's."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager, nullcontext

from asgiref.sync import iscoroutinefunction
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.decorators import sync_and_async_middleware

from core.tracing import Kind, Span, entry_span, tracing_on, tracing_warm

_Handler = Callable[[HttpRequest], HttpResponseBase]
_AsyncHandler = Callable[[HttpRequest], Awaitable[HttpResponseBase]]
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_FAULT = 500


@sync_and_async_middleware
def request_trace(get_response: _Handler | _AsyncHandler) -> _Handler | _AsyncHandler:
    """Take `traceparent` (W3C Trace Context). Of the request, only method and route are told."""
    if not tracing_on():
        raise MiddlewareNotUsed
    tracing_warm()
    if iscoroutinefunction(get_response):

        async def handle_async(request: HttpRequest) -> HttpResponseBase:
            with _entered(request) as span:
                response: HttpResponseBase = await get_response(request)
                _tell(span, request, response)
            return response

        return handle_async

    def handle(request: HttpRequest) -> HttpResponseBase:
        with _entered(request) as span:
            response = get_response(request)
            assert isinstance(response, HttpResponseBase)  # noqa: S101  # narrows for the type checker
            _tell(span, request, response)
        return response

    return handle


def _entered(request: HttpRequest) -> AbstractContextManager[Span | None]:
    if request.path_info.startswith("/health/"):
        return nullcontext()
    return entry_span("request", Kind.SERVER, request.headers.get("traceparent", ""))


def _tell(span: Span | None, request: HttpRequest, response: HttpResponseBase) -> None:
    if span is None:
        return
    method = request.method if request.method in _METHODS else "other"
    # The route, never the path: a path may hold a tracking token.
    route = request.resolver_match.route if request.resolver_match else "unmatched"
    span.name = f"{method} {route}"
    span.attributes |= {
        "http.request.method": str(method),
        "http.route": route,
        "http.response.status_code": response.status_code,
    }
    if response.status_code >= _FAULT:
        span.error = str(response.status_code)
