"""What Pydantic says of a value that it refuses, in words for people."""

from __future__ import annotations

from typing import Any

_KINDS = {
    "string_type": "write a text here; a number goes into quotes to be one",
    "int_type": "write a whole number here",
    "int_parsing": "write a whole number here",
    "int_from_float": "write a whole number here",
    "float_type": "write a number here",
    "float_parsing": "write a number here",
    "decimal_type": "write a number here",
    "decimal_parsing": "write a number here",
    "bool_type": "write true or false here",
    "bool_parsing": "write true or false here",
    "dict_type": "write keys with their values here, indented below this one",
    "model_type": "write keys with their values here, indented below this one",
    "list_type": "write a list here, such as [one, another]",
}
_LIMITS = {
    "greater_than": "use a number greater than {gt:g}",
    "greater_than_equal": "use a number greater than or equal to {ge:g}",
    "less_than": "use a number less than {lt:g}",
    "less_than_equal": "use a number less than or equal to {le:g}",
    "string_too_long": "use at most {max_length:,} characters",
    "string_too_short": "this is empty: write at least {min_length} character",
}


def refusal_words(item: Any) -> str:
    """``item``: one of `ValidationError.errors()`, with its context. No value is in the words."""
    kind, context = item["type"], item.get("ctx", {})
    if kind in _KINDS:
        return _KINDS[kind]
    if kind in _LIMITS:
        return _LIMITS[kind].format(**context)
    return str(item["msg"]).removeprefix("Value error, ").removeprefix(_OF_ADDRESSES)


_OF_ADDRESSES = "value is not a valid email address: "
