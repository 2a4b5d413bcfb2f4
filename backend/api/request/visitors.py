"""Requests of pages that visitors read: forms, tracking pages, mailed links."""

from __future__ import annotations

from django.http import HttpRequest

from waybill_definitions.languages import ENGLISH, language_choose, languages

_PLACES = ("/api/v1/forms/", "/api/v1/track/", "/api/v1/confirmations/", "/stream/track/")


def visitor_language(request: HttpRequest) -> str | None:
    """What a visitor is told in where no form says it; None for every other caller."""
    if not request.path_info.startswith(_PLACES):
        return None
    return language_choose(request.headers.get("Accept-Language"), [ENGLISH, *languages()])
