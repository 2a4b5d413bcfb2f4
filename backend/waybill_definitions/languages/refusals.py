"""Why an answer is refused, in the language of whoever gave it.

The code of a refusal names a sentence of `RefusalWords`: of Pydantic's codes the table here says
which; a `PydanticCustomError` of ours has its sentence's name for its code, or is in the table.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Any

from waybill_definitions.languages.choosing import words_in
from waybill_definitions.languages.reading import PLACE
from waybill_definitions.languages.saying import say

_OF_CODES = {
    "missing": "needed",
    "extra_forbidden": "unknown",
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
    "timezone_naive": "time",
    "timezone_aware": "moment",
    "timezone_offset": "moment",
    "url_type": "url",
    "url_parsing": "url",
    "url_syntax_violation": "url",
    "url_scheme": "url",
    "uuid_type": "file",
    "uuid_parsing": "file",
    "uuid_version": "file",
    "literal_error": "choice",
    "enum": "choice",
    # Our own, where the sentence has another name than the code.
    "integer": "whole_number",
    "decimal": "number",
    "decimal_places": "decimals",
    "date_least": "earliest",
    "date_most": "latest",
    "time_least": "earliest",
    "time_most": "latest",
    "datetime": "moment",
    "datetime_skipped": "moment_skipped",
    "agreed": "consent",
    "choice_gone": "gone",
    "twice": "repeated",
}
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
    "places": "count",
}
"""What Pydantic's contexts and ours call what the sentences fill in."""
_EXAMPLES = {
    "date": "2026-11-28",
    "time": "14:30",
    "moment": "2026-11-28T14:30",
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
    if name is not None and sentence is not None:
        said = say(sentence, language, _values(name, context))
        if not PLACE.search(said):
            return said
    return str(item["msg"]).removeprefix("Value error, ")


def refusal_name(code: str, context: Mapping[str, Any]) -> str | None:
    """Which sentence of `RefusalWords` a code is said with; None for a plain ValueError."""
    if code == "value_error":
        return "email" if "reason" in context else None  # email-validator's; others say it all
    if code in {"string_too_short", "too_short"} and context.get("min_length") == 1:
        return "needed"
    name = _OF_CODES.get(code, code)
    limit = next((context[key] for key in ("ge", "gt", "le", "lt") if key in context), None)
    if isinstance(limit, str):  # so Pydantic tells days and times; numbers it tells as numbers
        return "earliest" if name in {"least", "above"} else "latest"
    if name == "decimals" and context.get("decimal_places") == 0:
        return "decimal_whole"
    return name


def sentence_in(name: str, language: str, values: Mapping[str, Any] | None = None) -> str:
    """A sentence of `RefusalWords`, for what no model judges."""
    return say(getattr(words_in(language).form.refusals, name), language, values or {})


def problem_in(name: str, language: str, values: Mapping[str, Any] | None = None) -> str:
    """A sentence of `ProblemWords`: why a form as a whole is refused."""
    return say(getattr(words_in(language).problems, name), language, values or {})


def _values(name: str, context: Mapping[str, Any]) -> dict[str, Any]:
    """What a sentence fills in, by its names. Limits that come as texts are what they say."""
    values = {_PLACES.get(key, key): _read(value) for key, value in context.items()}
    if "limit" in values:
        values["least"] = values["most"] = values["limit"]
    if name in _EXAMPLES:
        values["example"] = _EXAMPLES[name]
    return values


def _read(value: Any) -> Any:
    if isinstance(value, str):
        for read in (Decimal, date.fromisoformat):
            with suppress(ValueError, ArithmeticError):
                return read(value)
    return value
