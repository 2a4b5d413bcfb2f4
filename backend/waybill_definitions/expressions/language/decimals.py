"""Money and other decimals as texts, computed exactly; nothing goes through binary fractions."""

from __future__ import annotations

import decimal
import re
from typing import Any

from waybill_definitions.expressions.faults import Failed

_AMOUNT = re.compile(r"[+-]?\d{1,40}(\.\d{1,40})?", re.ASCII)
_EXACT = decimal.Context(prec=200, rounding=decimal.ROUND_HALF_UP)
_MOST_PLACES = 20


def _amount(value: Any) -> decimal.Decimal:
    if type(value) is int and abs(value) < 10**40:
        return decimal.Decimal(value)
    if type(value) is str and _AMOUNT.fullmatch(value):
        return decimal.Decimal(value)
    raise Failed("a text is no decimal number; it is digits with a point, such as 1234.50")


def _plain(number: decimal.Decimal) -> str:
    return f"{number:f}"


def _rounded(number: decimal.Decimal, places: int) -> decimal.Decimal:
    if not 0 <= places <= _MOST_PLACES:
        raise Failed(f"a decimal number has 0 to {_MOST_PLACES} places")
    return number.quantize(decimal.Decimal(1).scaleb(-places), context=_EXACT)


def decimal_divide(left: Any, right: Any, places: int) -> str:
    divisor = _amount(right)
    if not divisor:
        raise Failed("a number is divided by zero")
    return _plain(_rounded(_EXACT.divide(_amount(left), divisor), places))


def decimal_compare(left: Any, right: Any) -> int:
    return int(_amount(left).compare(_amount(right)))


def decimal_format(value: Any, places: int, point: str, group: str) -> str:
    """``places`` after the point, and what stands between thousands."""
    if len(point) > 4 or len(group) > 4:
        raise Failed("what separates digits has at most 4 characters")
    whole, _, fraction = f"{_rounded(_amount(value), places):,f}".partition(".")
    whole = whole.replace(",", group)
    return f"{whole}{point}{fraction}" if fraction else whole


def decimal_add(left: Any, right: Any) -> str:
    """Raises Failed, as all of these."""
    return _plain(_EXACT.add(_amount(left), _amount(right)))


def decimal_sum(values: Any) -> str:
    if type(values) is not list:
        raise Failed("`decimal.sum` adds up a list, such as input.lines.map(line, line.total)")
    total = decimal.Decimal(0)
    for value in values:
        total = _EXACT.add(total, _amount(value))
    return _plain(total)


def decimal_subtract(left: Any, right: Any) -> str:
    return _plain(_EXACT.subtract(_amount(left), _amount(right)))


def decimal_multiply(left: Any, right: Any) -> str:
    return _plain(_EXACT.multiply(_amount(left), _amount(right)))


def decimal_round(value: Any, places: int) -> str:
    """Halves away from zero."""
    return _plain(_rounded(_amount(value), places))
