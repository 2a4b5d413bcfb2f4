"""Tells what went wrong in the language of whoever reads the answer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from asgiref.sync import iscoroutinefunction
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.decorators import sync_and_async_middleware

from api.request.reader import reader_language
from core.sentences import read_in

_Handler = Callable[[HttpRequest], HttpResponseBase]
_AsyncHandler = Callable[[HttpRequest], Awaitable[HttpResponseBase]]


@sync_and_async_middleware
def reader(get_response: _Handler | _AsyncHandler) -> _Handler | _AsyncHandler:
    """For as long as an answer is made. What streams after that says its language by itself."""
    if iscoroutinefunction(get_response):

        async def handle_async(request: HttpRequest) -> HttpResponseBase:
            with read_in(reader_language(request)):
                response: HttpResponseBase = await get_response(request)
            return response

        return handle_async

    def handle(request: HttpRequest) -> HttpResponseBase:
        with read_in(reader_language(request)):
            response = get_response(request)
        assert isinstance(response, HttpResponseBase)  # noqa: S101  # narrows for the type checker
        return response

    return handle
