"""A span for every request, if traces are on: the first of a trace, or below the caller's."""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.decorators import sync_only_middleware

from core.tracing import Kind, entry_span, tracing_on, tracing_warm

_Handler = Callable[[HttpRequest], HttpResponseBase]
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_FAULT = 500


@sync_only_middleware
def request_trace(get_response: _Handler) -> _Handler:
    """Take `traceparent` (W3C Trace Context). Of the request, only method and route are told."""
    if not tracing_on():
        raise MiddlewareNotUsed
    tracing_warm()

    def handle(request: HttpRequest) -> HttpResponseBase:
        with entry_span("request", Kind.SERVER, request.headers.get("traceparent", "")) as span:
            response = get_response(request)
            if span is not None:
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
        return response

    return handle
