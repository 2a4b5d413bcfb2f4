"""Whole numbers, decimals and money as they are sent and stored. No binary fraction anywhere."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any

from babel.numbers import get_currency_precision
from pydantic import AfterValidator, BeforeValidator, ConfigDict, WithJsonSchema, create_model
from pydantic_core import PydanticCustomError

from waybill_definitions.document import (
    LARGEST_DIGITS,
    DecimalQuestion,
    IntegerQuestion,
    MoneyQuestion,
)

LARGEST_INTEGER = 2**53 - 1
"""Browsers count whole numbers exactly up to here."""
_DIGITS = re.compile(rf"-?\d{{1,{LARGEST_DIGITS}}}(?:\.\d+)?", re.ASCII)


def integer_type(question: IntegerQuestion) -> Any:
    """A whole number between the question's limits."""
    least = -LARGEST_INTEGER if question.minimum is None else question.minimum
    most = LARGEST_INTEGER if question.maximum is None else question.maximum
    return _integer(least, most)


def rating_type(most: int) -> Any:
    """A whole number from 1."""
    return _integer(1, most)


def _integer(least: int, most: int) -> Any:
    schema = {"type": "integer", "minimum": least, "maximum": most}
    return Annotated[
        int,
        BeforeValidator(functools.partial(_whole, least=least, most=most)),
        WithJsonSchema(schema),
    ]


def _whole(value: Any, *, least: int, most: int) -> int:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool):
        raise PydanticCustomError("integer", "Give a whole number, in digits.")
    _require_between(Decimal(value), least, most)
    return value


def decimal_type(question: DecimalQuestion) -> Any:
    """A text with digits, such as "12.50"."""
    return _decimal(question.decimals, question.minimum, question.maximum)


def money_type(question: MoneyQuestion) -> Any:
    """An amount with the places of its currency (ISO 4217 by CLDR), and the currency.

    Where a form has one currency it may be left out.
    """
    places = {code: get_currency_precision(code) for code in question.currencies}
    amount = _decimal(max(places.values()), question.minimum, question.maximum)
    currency = Annotated[
        str,
        BeforeValidator(functools.partial(_currency, known=tuple(places))),
        WithJsonSchema({"enum": list(places)}),
    ]
    only = question.currencies[0] if len(places) == 1 else None
    members: dict[str, Any] = {
        "amount": (amount, ...),
        "currency": (currency, ... if only is None else only),
    }
    extra: dict[str, Any] = {"x-places": places}  # no keyword of JSON Schema says it
    config = ConfigDict(extra="forbid", json_schema_extra=extra)
    model = create_model("Money", __config__=config, **members)
    return Annotated[model, AfterValidator(functools.partial(_written, places=places))]


def _written(money: Any, *, places: Mapping[str, int]) -> Any:
    """Money whose amount has the places of its currency, no more and no fewer."""
    amount, most = Decimal(money.amount), places[money.currency]
    if _places(amount) > most:
        raise _too_many_places(most)
    return money.model_copy(update={"amount": f"{amount:.{most}f}"})


def _currency(value: Any, *, known: tuple[str, ...]) -> str:
    code = value.strip().upper() if isinstance(value, str) else value
    if code not in known:
        raise PydanticCustomError(
            "currency",
            "Choose one of these currencies: {currencies}.",
            {"currencies": ", ".join(known)},
        )
    return str(code)


def _decimal(places: int, least: Decimal | None, most: Decimal | None) -> Any:
    pattern = (
        rf"^-?[0-9]{{1,{LARGEST_DIGITS}}}(?:\.[0-9]{{1,{places}}})?$"
        if places
        else (rf"^-?[0-9]{{1,{LARGEST_DIGITS}}}$")
    )
    return Annotated[
        str,
        BeforeValidator(functools.partial(_exact, places=places, least=least, most=most)),
        WithJsonSchema({"type": "string", "pattern": pattern}),
    ]


def _exact(value: Any, *, places: int, least: Decimal | None, most: Decimal | None) -> str:
    """The digits as they were typed, a number of JSON in its shortest form."""
    text = _typed(value)
    if text is None or not _DIGITS.fullmatch(text):
        raise PydanticCustomError("decimal", "Give a number in digits, such as 1234.50.")
    number = Decimal(text)
    if _places(number) > places:
        raise _too_many_places(places)
    _require_between(number, least, most)
    return f"{number:f}"


def _typed(value: Any) -> str | None:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{Decimal(repr(value)):f}" if value == value and abs(value) < 1e16 else None
    return None


def _places(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _too_many_places(places: int) -> PydanticCustomError:
    if not places:
        return PydanticCustomError("decimal_whole", "Give a whole amount.")
    return PydanticCustomError(
        "decimal_places", "Give at most {places} digits after the point.", {"places": places}
    )


def _require_between(number: Decimal, least: Any, most: Any) -> None:
    if least is not None and number < least:
        raise PydanticCustomError("least", "Give {least} or more.", {"least": str(least)})
    if most is not None and number > most:
        raise PydanticCustomError("most", "Give {most} or less.", {"most": str(most)})
