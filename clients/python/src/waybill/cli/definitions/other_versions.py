"""A server of another version than this command was made for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus

from waybill import Refused, UnexpectedAnswer, Waybill
from waybill.api import API_VERSION
from waybill.cli.problems import Problem
from waybill.cli.profiles import version_of

_NO_SUCH_ROUTE = (HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.NOT_IMPLEMENTED)
SAME_RELEASE = "Install the command of the server's release, or bring the server up to date."


@contextmanager
def route_expected(waybill: Waybill, doing: str) -> Iterator[None]:
    """For a request whose address every server of our version has. Raises Problem where it is not
    there. ``doing``: what the request is for, as in “cannot check definitions”."""
    try:
        yield
    except (Refused, UnexpectedAnswer) as error:
        if error.status not in _NO_SUCH_ROUTE:
            raise
        told = versions_differ(version_of(waybill)) or "Its API has no such address."
        raise Problem(f"{waybill.url} cannot {doing}. {told}", SAME_RELEASE) from None


def versions_differ(server: str | None) -> str:
    """Both versions, in a sentence; empty if they are the same or the server's is not known."""
    if server in (None, API_VERSION):
        return ""
    return f"It has version {server} of the API, and this command was made for {API_VERSION}."
