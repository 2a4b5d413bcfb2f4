"""From a response to what it holds, or to the error that it is."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any, NoReturn, TypeVar

import httpx

from waybill.api.models.problem import Problem
from waybill.api.types import Response
from waybill.errors import Fault, Refused, UnexpectedAnswer, Unreachable

T = TypeVar("T")

_UNREADABLE = (KeyError, ValueError, TypeError, AttributeError)
"""What the generated code raises when an answer has another shape than the document says."""


@contextmanager
def understood(url: str) -> Iterator[None]:
    """Raise what the network or an unknown answer makes of the block as a WaybillError."""
    try:
        yield
    except httpx.RequestError as error:
        raise Unreachable(url, reason_of(error)) from error
    except _UNREADABLE as error:
        what = f"lacks `{error.args[0]}`" if isinstance(error, KeyError) else f"has: {error}"
        raise UnexpectedAnswer(f"The answer is not as expected; it {what}.") from error


def value_of(response: Response[T | Problem]) -> T:
    """What a successful response holds. Raises UnexpectedAnswer."""
    parsed = response.parsed
    if isinstance(parsed, Problem) or (parsed is None and response.content):
        raise _not_known(response.status_code, response.headers)
    return parsed  # type: ignore[return-value]  # None only where the operation answers nothing


def refusal_raise(response: httpx.Response) -> None:
    """Called for each response. Raises Refused for Waybill's refusals, else UnexpectedAnswer."""
    if not response.is_success:
        response.read()
        _refuse(response.status_code, response.headers, response.content)


async def refusal_raise_async(response: httpx.Response) -> None:
    """The same for asyncio."""
    if not response.is_success:
        await response.aread()
        _refuse(response.status_code, response.headers, response.content)


def _refuse(status: int, headers: Mapping[str, str], content: bytes) -> NoReturn:
    told = _problem(content)
    if told is None:
        raise _not_known(status, headers)
    raise Refused(
        status=status,
        code=str(told.get("code", "")),
        title=str(told.get("title", "")),
        detail=str(told.get("detail") or told.get("title") or f"HTTP {status}"),
        request_id=str(told.get("request_id", "")),
        faults=_faults(told.get("errors")),
        retry_after=_seconds(headers.get("retry-after", "")),
    )


def _problem(content: bytes) -> dict[str, Any] | None:
    try:
        told = json.loads(content)
    except ValueError:
        return None
    return told if isinstance(told, dict) and "code" in told else None


def _faults(errors: Any) -> tuple[Fault, ...]:
    if not isinstance(errors, list):
        return ()
    return tuple(
        Fault(str(each.get("field", "")), str(each.get("message", "")), *_place(each))
        for each in errors
        if isinstance(each, dict)
    )


def _place(told: Mapping[str, Any]) -> tuple[int | None, int | None]:
    line, column = told.get("line"), told.get("column")
    return (line if isinstance(line, int) else None, column if isinstance(column, int) else None)


def _seconds(text: str) -> float | None:
    return float(text) if text.isascii() and text.isdigit() else None


def _not_known(status: int, headers: Mapping[str, str]) -> UnexpectedAnswer:
    elsewhere = headers.get("location")
    if elsewhere and status < HTTPStatus.BAD_REQUEST:
        return UnexpectedAnswer(f"The server sends on to {elsewhere}.", status)
    return UnexpectedAnswer(f"The server answered with {status}, not as Waybill does.", status)


def reason_of(error: Exception) -> str:
    """What the network said, in words."""
    if isinstance(error, httpx.ConnectTimeout):
        return "it does not answer in time"
    if isinstance(error, httpx.TimeoutException):
        return "the answer does not come in time"
    return str(error) or type(error).__name__
