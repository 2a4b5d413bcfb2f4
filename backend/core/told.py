"""Refusals told in the language of the person who reads them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from core.errors import DomainError
from waybill_definitions.languages import ProblemWords, problem_in


@contextmanager
def told_in(language: str | None, **named: str) -> Iterator[None]:
    """What is refused inside is told in ``language``, by the code of the error; None: as it is.

    ``named``: sentences of `ProblemWords` by code, where the error names none and the code's own is
    not meant. Without one the error's own words stay.
    """
    try:
        yield
    except DomainError as error:
        name = error.sentence or named.get(error.code, error.code)
        if language is not None and name in ProblemWords.model_fields:
            error.detail = problem_in(name, language, error.values)
        raise
