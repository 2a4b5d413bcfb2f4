from __future__ import annotations

import unicodedata

from django.http import HttpRequest

_MOST_CHARS = 200


def user_agent(request: HttpRequest) -> str:
    """The name that the caller's program gives, at most 200 printable characters."""
    given = request.headers.get("User-Agent", "")[: 2 * _MOST_CHARS]
    printable = (char for char in given if not unicodedata.category(char).startswith("C"))
    return "".join(printable)[:_MOST_CHARS]
