"""The language in which a visitor wants a form."""

from __future__ import annotations

from django.http import HttpRequest


def language_wanted(request: HttpRequest, named: str | None) -> str | None:
    """What is named with the request, or else its `Accept-Language`; `Form.language_for` reads it.

    None where it says nothing.
    """
    return named or request.headers.get("Accept-Language")
