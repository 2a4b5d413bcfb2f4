"""The problems that an operation may return, for its documentation."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from api.schemas.problems import Problem

_ALWAYS = (400, 422, 429, 500, 503)
_WITH_BODY = (413, 415)
_SIGNED_IN = (401, 403)


def responses(
    success: dict[int, Any],
    *,
    body: bool = False,
    signed_in: bool = False,
    found: bool = True,
    conflict: bool = False,
    precondition: bool = False,
) -> dict[int, Any]:
    """The success responses and every problem this kind of operation can have."""
    codes = {
        *_ALWAYS,
        *(_WITH_BODY if body else ()),
        *(_SIGNED_IN if signed_in else ()),
        *((404,) if found else ()),
        *((409,) if conflict else ()),
        *((412,) if precondition else ()),
    }
    return {**success, **dict.fromkeys(sorted(codes), Problem)}


def keep_out_of_caches(response: HttpResponse) -> None:
    """For an answer that contains a secret."""
    response["Cache-Control"] = "no-store"
