"""Who reads an answer: a person at the console, a visitor of a page, or a program."""

from __future__ import annotations

from django.http import HttpRequest

from api.request.visitors import visitor_language
from core.sentences import ENGLISH, LANGUAGES
from waybill_definitions.languages import language_choose


def reader_language(request: HttpRequest, named: str | None = None) -> str:
    """In which what went wrong is told: at the console what it asks for, else English.

    ``named``: the language, where a header cannot be sent. Programs send `Authorization`; visitors
    have sentences of their own.
    """
    if "Authorization" in request.headers or visitor_language(request) is not None:
        return ENGLISH
    return language_choose(named or request.headers.get("Accept-Language"), LANGUAGES)
