"""Why an answer is refused, in the language of whoever gave it.

Two kinds of codes name a sentence of `RefusalWords`: Pydantic's, by the table here, and those of
our own `PydanticCustomError`s, which are the sentences' names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, time
from typing import Any

from core.errors import DomainError
from core.languages.choosing import words_in
from core.languages.reading import PLACE
from core.languages.saying import say

_PYDANTIC = {
    "missing": "needed",
    "extra_forbidden": "unknown",
    "none_required": "not_asked",
    "string_type": "text",
    "string_unicode": "text",
    "string_too_short": "too_short",
    "string_too_long": "too_long",
    "string_pattern_mismatch": "pattern",
    "int_type": "whole_number",
    "int_parsing": "whole_number",
    "int_parsing_size": "whole_number",
    "int_from_float": "whole_number",
    "float_type": "number",
    "float_parsing": "number",
    "finite_number": "number",
    "decimal_type": "number",
    "decimal_parsing": "number",
    "decimal_max_digits": "digits",
    "decimal_whole_digits": "digits",
    "decimal_max_places": "decimals",
    "multiple_of": "multiple",
    "greater_than_equal": "least",
    "less_than_equal": "most",
    "greater_than": "above",
    "less_than": "below",
    "too_short": "too_few",
    "too_long": "too_many",
    "list_type": "list",
    "dict_type": "group",
    "model_type": "group",
    "model_attributes_type": "group",
    "bool_type": "boolean",
    "bool_parsing": "boolean",
    "date_type": "date",
    "date_parsing": "date",
    "date_from_datetime_parsing": "date",
    "date_from_datetime_inexact": "date",
    "time_type": "time",
    "time_parsing": "time",
    "datetime_type": "moment",
    "datetime_parsing": "moment",
    "datetime_object_invalid": "moment",
    "datetime_from_date_parsing": "moment",
    "timezone_aware": "moment",
    "timezone_naive": "time",
    "timezone_offset": "moment",
    "url_type": "url",
    "url_parsing": "url",
    "url_syntax_violation": "url",
    "url_scheme": "url",
    "url_too_long": "too_long",
    "uuid_type": "file",
    "uuid_parsing": "file",
    "uuid_version": "file",
    "literal_error": "choice",
    "enum": "choice",
    "union_tag_invalid": "choice",
    "union_tag_not_found": "choice",
    "code": "choice",
    "twice": "file_twice",
}
_OF_MOMENTS = {"least": "earliest", "above": "earliest", "most": "latest", "below": "latest"}
_PLACES = {
    "ge": "least",
    "gt": "least",
    "le": "most",
    "lt": "most",
    "multiple_of": "step",
    "min_length": "count",
    "max_length": "count",
    "max_digits": "count",
    "whole_digits": "count",
    "decimal_places": "count",
}
_EXAMPLES = {
    "date": "2026-11-28",
    "time": "14:30",
    "moment": "2026-11-28T14:30:00+01:00",
    "phone": "+44 20 7946 0958",
    "phone_home": "+44 20 7946 0958",
    "phone_extension": "+44 20 7946 0958",
    "phone_invalid": "+44 20 7946 0958",
}


def refusal_in(item: Any, language: str) -> str:
    """``item``: one of `ValidationError.errors()`, with its context. No answer is in the words.

    A code without a sentence is said as it was raised, in English.
    """
    context: dict[str, Any] = item.get("ctx") or {}
    name = refusal_name(item["type"], context)
    sentence = getattr(words_in(language).form.refusals, name, None) if name else None
    if sentence is not None:
        said = say(sentence, language, {**_values(context), **_example(name)})
        if not PLACE.search(said):
            return said
    return str(item["msg"]).removeprefix("Value error, ")


def refusal_name(code: str, context: Mapping[str, Any]) -> str | None:
    """Which sentence of `RefusalWords` a code is said with; None for a plain ValueError."""
    if code == "value_error":
        return "email" if "reason" in context else None  # email-validator's; others say it all
    if code in {"string_too_short", "too_short"} and context.get("min_length") == 1:
        return "needed"
    name = _PYDANTIC.get(code, code)
    limits = (context.get(key) for key in ("ge", "gt", "le", "lt"))
    if name in _OF_MOMENTS and any(isinstance(limit, date | time) for limit in limits):
        return _OF_MOMENTS[name]
    if name == "decimals" and context.get("decimal_places") == 0:
        return "whole_number"
    return name


def sentence_in(name: str, language: str, values: Mapping[str, Any] | None = None) -> str:
    """A sentence of `RefusalWords`, for what no model judges."""
    return say(getattr(words_in(language).form.refusals, name), language, values or {})


def problem_in(name: str, language: str, values: Mapping[str, Any] | None = None) -> str | None:
    """Why a form as a whole is refused; None where this code has no sentence."""
    sentence = getattr(words_in(language).problems, name, None)
    return None if sentence is None else say(sentence, language, values or {})


@contextmanager
def told_in(language: str) -> Iterator[None]:
    """What is refused inside is told in ``language``, by the code of the error.

    Without a sentence for the code the error's own stays.
    """
    try:
        yield
    except DomainError as error:
        told = problem_in(error.code, language, error.values)
        if told is not None and not PLACE.search(told):
            error.detail = told
        raise


def _example(name: str | None) -> dict[str, str]:
    return {"example": _EXAMPLES[name]} if name in _EXAMPLES else {}


def _values(context: Mapping[str, Any]) -> dict[str, Any]:
    """Pydantic's context under the names that the sentences use."""
    return {_PLACES.get(key, key): value for key, value in context.items()}
