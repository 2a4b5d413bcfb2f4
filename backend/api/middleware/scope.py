"""Every request starts without a scope and leaves no scope to the next request."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from asgiref.sync import iscoroutinefunction
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.decorators import sync_and_async_middleware

from core.postgres.tenancy import nobody

_Handler = Callable[[HttpRequest], HttpResponseBase]
_AsyncHandler = Callable[[HttpRequest], Awaitable[HttpResponseBase]]


@sync_and_async_middleware
def scope(get_response: _Handler | _AsyncHandler) -> _Handler | _AsyncHandler:
    """The outermost middleware: inner code may enter an organization, even if it then fails.

    Code that streams after the response was returned enters a scope by itself.
    """
    if iscoroutinefunction(get_response):

        async def handle_async(request: HttpRequest) -> HttpResponseBase:
            with nobody():
                response: HttpResponseBase = await get_response(request)
            return response

        return handle_async

    def handle(request: HttpRequest) -> HttpResponseBase:
        with nobody():
            response = get_response(request)
        assert isinstance(response, HttpResponseBase)  # noqa: S101  # narrows for the type checker
        return response

    return handle
