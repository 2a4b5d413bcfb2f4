"""What Pydantic says of a value that it refuses, in words for people."""

from __future__ import annotations

from typing import Any

from waybill_definitions.text.coded import Coded, FaultCode

TEXT_EXPECTED = Coded(
    FaultCode.TEXT_EXPECTED, "write a text here; a number goes into quotes to be one"
)
_WHOLE_NUMBER = Coded(FaultCode.WHOLE_NUMBER_EXPECTED, "write a whole number here")
_NUMBER = Coded(FaultCode.NUMBER_EXPECTED, "write a number here")
_TRUTH = Coded(FaultCode.TRUTH_EXPECTED, "write true or false here")
_KEYS = Coded(FaultCode.KEYS_EXPECTED, "write keys with their values here, indented below this one")
_KINDS = {
    "string_type": TEXT_EXPECTED,
    "int_type": _WHOLE_NUMBER,
    "int_parsing": _WHOLE_NUMBER,
    "int_from_float": _WHOLE_NUMBER,
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "decimal_type": _NUMBER,
    "decimal_parsing": _NUMBER,
    "bool_type": _TRUTH,
    "bool_parsing": _TRUTH,
    "dict_type": _KEYS,
    "model_type": _KEYS,
    "list_type": Coded(FaultCode.LIST_EXPECTED, "write a list here, such as [one, another]"),
}
_LIMITS = {
    "greater_than": (FaultCode.GREATER_THAN, "gt", "use a number greater than {limit:g}"),
    "greater_than_equal": (
        FaultCode.AT_LEAST,
        "ge",
        "use a number greater than or equal to {limit:g}",
    ),
    "less_than": (FaultCode.LESS_THAN, "lt", "use a number less than {limit:g}"),
    "less_than_equal": (FaultCode.AT_MOST, "le", "use a number less than or equal to {limit:g}"),
    "string_too_long": (FaultCode.TOO_LONG, "max_length", "use at most {limit:,} characters"),
    "string_too_short": (
        FaultCode.EMPTY,
        "min_length",
        "this is empty: write at least {limit} character",
    ),
}
_CODED = {
    "text_expected": TEXT_EXPECTED.code,
    "words": TEXT_EXPECTED.code,
    "text_empty": FaultCode.EMPTY,
}


def refusal_words(item: Any) -> str:
    """``item``: one of `ValidationError.errors()`, with its context. No value is in the words."""
    kind, context = item["type"], item.get("ctx", {})
    if kind in _KINDS:
        return _KINDS[kind]
    if kind in _LIMITS:
        code, name, sentence = _LIMITS[kind]
        limit = context[name]
        return Coded(code, sentence.format(limit=limit), limit=float(limit))
    message = str(item["msg"])
    if message.startswith(_OF_ADDRESSES):
        return Coded(FaultCode.EMAIL_FORM, message.removeprefix(_OF_ADDRESSES))
    said = message.removeprefix("Value error, ")
    if kind in _CODED:
        return Coded(_CODED[kind], said)
    if kind == "text_too_long":
        return Coded(FaultCode.TOO_LONG, said, limit=float(context["most"]))
    return _of_validator(context.get("error")) or said


def _of_validator(error: Any) -> Coded | None:
    """The sentence that a validator of a model raised, with its code."""
    (sentence,) = error.args if isinstance(error, ValueError) and error.args else (None,)
    return sentence if isinstance(sentence, Coded) else None


_OF_ADDRESSES = "value is not a valid email address: "
