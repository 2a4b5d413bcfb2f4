"""What expressions give, as JSON has it."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any, Final

from waybill_definitions.expressions.faults import Failed, TooMuch
from waybill_definitions.expressions.language import Optional, encoded, scalar_text, words
from waybill_definitions.expressions.meter import LARGEST_RESULT, Run

_DEEPEST: Final = 64


class Computation(Run):
    """A run that counts how much it has made. ``note``: see `CompiledMapping.compute`."""

    __slots__ = ("note", "size")

    def __init__(self, context: Any, note: Any = None) -> None:
        super().__init__(context)
        self.note = note
        self.size = 0


def json_result(run: Computation, value: Any, depth: int = 0) -> Any:
    """The value as JSON; a point in time and a duration as text. Raises Failed and TooMuch.

    Never an error in place of a value; no NUL, no half characters, no NaN.
    """
    kind = type(value)
    if kind is str:
        return _text(run, value)
    if kind is int or kind is bool or value is None:
        return value
    if kind is float:
        if math.isfinite(value):
            return value
        raise Failed("a number became infinite or is none (NaN)")
    if kind is Optional:
        return json_result(run, value.value, depth)
    if kind is dt.datetime or kind is dt.timedelta:
        return scalar_text(value)
    if depth == _DEEPEST:
        raise Failed(f"lists and objects are more than {_DEEPEST} deep in each other")
    if kind is list:
        _grow(run, len(value))
        return [json_result(run, each, depth + 1) for each in value]
    if kind is dict:
        return {_key(run, key): json_result(run, each, depth + 1) for key, each in value.items()}
    raise Failed(f"{words(value)} cannot be sent")


def _key(run: Computation, key: Any) -> str:
    if type(key) is not str:
        raise Failed(f"a key of an object that is sent is a text, not {words(key)}")
    return _text(run, key)


def _text(run: Computation, text: str) -> str:
    if not text.isascii():
        encoded(text)
    if "\0" in text:
        raise Failed("a text has a NUL character in it, which other systems cannot store")
    _grow(run, len(text))
    return text


def _grow(run: Computation, count: int) -> None:
    run.size += count + 1
    if run.size > LARGEST_RESULT:
        raise TooMuch(f"the result has more than {LARGEST_RESULT:,} characters")
