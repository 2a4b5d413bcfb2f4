"""Functions on texts, lists, numbers and optional values that CEL and its extensions define."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable
from typing import Any, Final

from cel_expr_python import cel

from waybill_definitions.expressions.faults import Failed
from waybill_definitions.expressions.language.operators import NONE, Optional, checked, words
from waybill_definitions.expressions.meter import Run
from waybill_definitions.text.coded import Coded, FaultCode

LONGEST_PATTERN: Final = 200
LONGEST_MATCHED: Final = 10_000
_ASCII_LOWER = {ord(upper): upper.lower() for upper in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_ASCII_UPPER = {ord(lower): lower.upper() for lower in "abcdefghijklmnopqrstuvwxyz"}
# Unicode's White_Space. Python's own idea of it has four control characters more.
_WHITE = (
    "\t\n\v\f\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)


_PATTERN_WRONG: Final = Coded(
    FaultCode.PATTERN_WRONG, "the pattern of `matches` is no regular expression in RE2's form"
)


def _text(function: str, value: Any) -> str:
    if type(value) is str:
        return value
    raise Failed(f"`{function}` is for texts, not for {words(value)}")


def size(_: Run, value: Any) -> int:
    if type(value) in {str, bytes, list, dict}:
        return len(value)
    raise Failed(f"{words(value)} has no size")


def contains(run: Run, text: Any, part: Any) -> bool:
    _text("contains", text)
    run.spend_characters(len(text))
    return _text("contains", part) in text


def starts_with(_: Run, text: Any, part: Any) -> bool:
    return _text("startsWith", text).startswith(_text("startsWith", part))


def ends_with(_: Run, text: Any, part: Any) -> bool:
    return _text("endsWith", text).endswith(_text("endsWith", part))


def matches(run: Run, text: Any, pattern: Any) -> bool:
    """RE2's search, which takes time in proportion to the text."""
    if len(_text("matches", text)) > LONGEST_MATCHED:
        raise Failed(f"`matches` looks at {LONGEST_MATCHED:,} characters at most")
    if "\0" in text:
        raise Failed("`matches` cannot look at a text with a NUL character")
    run.spend(50 + len(text))
    compiled, activation = _pattern(_text("matches", pattern))
    try:
        found = compiled.eval(activation, data={"t": text})
    except (RuntimeError, ValueError, UnicodeError):
        raise Failed("`matches` cannot look at a text with half a character in it") from None
    if type(found.plain_value()) is not bool:
        raise Failed(_PATTERN_WRONG)
    return bool(found.plain_value())


@functools.cache
def _matcher() -> cel.Env:
    return cel.NewEnv(variables={"t": cel.Type.STRING})


@functools.lru_cache(maxsize=512)
def _pattern(pattern: str) -> tuple[cel.Expression, None]:
    """Raises Failed."""
    if len(pattern) > LONGEST_PATTERN or not pattern.isprintable():
        raise Failed(f"a pattern is at most {LONGEST_PATTERN} characters that can be printed")
    quoted = pattern.replace("\\", "\\\\").replace("'", "\\'")
    try:
        return _matcher().compile(f"t.matches('{quoted}')"), None
    except RuntimeError:
        raise Failed(_PATTERN_WRONG) from None


def char_at(_: Run, text: Any, index: int) -> str:
    if not 0 <= index <= len(_text("charAt", text)):
        raise _out_of_range(text, index)
    return str(text[index : index + 1])


def index_of(run: Run, text: Any, part: Any, start: int = 0) -> int:
    run.spend_characters(len(_text("indexOf", text)))
    if not 0 <= start <= len(text):
        raise _out_of_range(text, start)
    return int(text.find(part, start))


def last_index_of(run: Run, text: Any, part: Any, last: int | None = None) -> int:
    run.spend_characters(len(_text("lastIndexOf", text)))
    if last is None:
        return int(text.rfind(part))
    if not 0 <= last <= len(text):
        raise _out_of_range(text, last)
    return int(text.rfind(part, 0, last + len(part)))


def substring(_: Run, text: Any, start: int, end: int | None = None) -> str:
    length = len(_text("substring", text))
    end = length if end is None else end
    for place in (start, end):
        if not 0 <= place <= length:
            raise _out_of_range(text, place)
    if start > end:
        raise Failed("`substring` ends before it starts")
    return str(text[start:end])


def _out_of_range(text: str, index: int) -> Failed:
    return Failed(f"a text has {len(text)} characters, so there is no place {index} in it")


def lower_ascii(run: Run, text: Any) -> str:
    run.spend(len(_text("lowerAscii", text)) >> 3)
    return str(text.translate(_ASCII_LOWER))


def upper_ascii(run: Run, text: Any) -> str:
    run.spend(len(_text("upperAscii", text)) >> 3)
    return str(text.translate(_ASCII_UPPER))


def trim(run: Run, text: Any) -> str:
    run.spend_characters(len(_text("trim", text)))
    return str(text.strip(_WHITE))


def reverse(run: Run, text: Any) -> str:
    run.spend_characters(len(_text("reverse", text)))
    return str(text[::-1])


def replace(run: Run, text: Any, old: Any, new: Any, most: int = -1) -> str:
    _text("replace", new)
    run.spend_characters(len(_text("replace", text)))
    places = text.count(_text("replace", old))
    if 0 <= most < places:
        places = most
    run.spend(places)
    run.spend_characters(len(text) + places * (len(new) - len(old)))
    return str(text.replace(old, new, most if most >= 0 else -1))


def split(run: Run, text: Any, separator: Any, most: int = -1) -> list[str]:
    run.spend_characters(len(_text("split", text)))
    if most == 0:
        return []
    if most == 1:
        return [text]
    if separator == "":
        run.spend(min(len(text), most) if most > 0 else len(text))
        if most < 0 or most > len(text):
            return list(text)
        return [*text[: most - 1], text[most - 1 :]]
    run.spend(int(text.count(_text("split", separator))))
    return list(text.split(separator, most - 1 if most > 0 else -1))


def join(run: Run, items: Any, separator: Any = "") -> str:
    if type(items) is not list:
        raise Failed(f"`join` is for lists of texts, not for {words(items)}")
    run.spend(len(items))
    length = sum(len(_text("join", each)) for each in items)
    run.spend_characters(length + len(_text("join", separator)) * len(items))
    return str(separator.join(items))


def greatest(run: Run, *numbers: Any) -> Any:
    """Of one list, or of one or two numbers."""
    return max(_numbers(run, numbers))


def least(run: Run, *numbers: Any) -> Any:
    """Of one list, or of one or two numbers."""
    return min(_numbers(run, numbers))


def _numbers(run: Run, numbers: tuple[Any, ...]) -> list[Any]:
    items = numbers[0] if type(numbers[0]) is list else list(numbers)
    run.spend(len(items))
    if not items or not all(type(each) in {int, float} for each in items):
        raise Failed("the greatest or least is of numbers, at least one")
    return items


def _of_double(compute: Callable[[float], Any]) -> Callable[[Run, Any], Any]:
    def function(_: Run, value: Any) -> Any:
        if type(value) is not float:
            raise Failed(f"this is for numbers with a fraction, not for {words(value)}")
        return compute(value) if math.isfinite(value) else value

    return function


def _about_double(ask: Callable[[float], bool]) -> Callable[[Run, Any], bool]:
    def function(_: Run, value: Any) -> bool:
        if type(value) is not float:
            raise Failed(f"this is for numbers with a fraction, not for {words(value)}")
        return ask(value)

    return function


def _round(value: float) -> float:
    """Halves away from zero."""
    whole = math.floor(abs(value))
    return math.copysign(float(whole + (abs(value) - whole >= 0.5)), value)


def absolute(_: Run, value: Any) -> Any:
    if type(value) not in {float, int}:
        raise Failed(f"`math.abs` is for numbers, not for {words(value)}")
    return checked(abs(value)) if type(value) is int else abs(value)


def sign(_: Run, value: Any) -> Any:
    if type(value) not in {float, int}:
        raise Failed(f"`math.sign` is for numbers, not for {words(value)}")
    return value if math.isnan(value) else type(value)((value > 0) - (value < 0))


def optional_of(_: Run, value: Any) -> Optional:
    return Optional(value)


def optional_none(_: Run) -> Optional:
    return NONE


def optional_of_non_zero(_: Run, value: Any) -> Optional:
    return Optional(value) if value else NONE


def has_value(_: Run, value: Any) -> bool:
    return bool(value.has)


def value_of(_: Run, optional: Any) -> Any:
    if not optional.has:
        raise Failed("`value()` of an optional value that is not there")
    return optional.value


STANDARD: Final[dict[str, Callable[..., Any]]] = {
    "size": size,
    "contains": contains,
    "startsWith": starts_with,
    "endsWith": ends_with,
    "matches": matches,
    "charAt": char_at,
    "indexOf": index_of,
    "lastIndexOf": last_index_of,
    "substring": substring,
    "lowerAscii": lower_ascii,
    "upperAscii": upper_ascii,
    "trim": trim,
    "reverse": reverse,
    "replace": replace,
    "split": split,
    "join": join,
    "math.@max": greatest,
    "math.@min": least,
    "math.ceil": _of_double(lambda value: float(math.ceil(value))),
    "math.floor": _of_double(lambda value: float(math.floor(value))),
    "math.round": _of_double(_round),
    "math.trunc": _of_double(lambda value: float(math.trunc(value))),
    "math.abs": absolute,
    "math.sign": sign,
    "math.isNaN": _about_double(math.isnan),
    "math.isInf": _about_double(math.isinf),
    "math.isFinite": _about_double(math.isfinite),
    "optional.of": optional_of,
    "optional.none": optional_none,
    "optional.ofNonZeroValue": optional_of_non_zero,
    "hasValue": has_value,
    "value": value_of,
}
