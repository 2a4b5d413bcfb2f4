"""The lines of a sale: which products they name, and what Tryton's form would fill in for them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from integrations.sdk import Call, InvalidInput, Unknown
from integrations.tryton.api import TrytonApi
from integrations.tryton.lists import decimal
from integrations.tryton.models import SaleLineIn

_FIELDS = (
    "code",
    "name",
    "salable",
    "sale_uom.digits",
    "sale_uom.name",
    "sale_price_uom",
    "account_category.customer_taxes_used",
)
_AT_ONCE = 40
"""Products in one question, which travels in the address: few servers take one beyond 8 KiB."""


async def sale_lines(
    client: TrytonApi, lines: Sequence[SaleLineIn], context: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """The lines as Tryton creates them, in the same order.

    `context`: customer and currency that the prices are for. Raises InvalidInput, which names each
    line that is wrong.
    """
    products = await _products(client, lines, context)
    wrong: dict[str, str] = {}
    made: list[dict[str, Any]] = []
    for index, line in enumerate(lines):
        found = products.get(line.product, [])
        if (fault := _fault(line, found)) is not None:
            field, words = fault
            wrong[f"lines.{index}.{field}"] = words
        else:
            made.append(_values(line, _known(found[0])))
    if wrong:
        listed = "; ".join(f"{place}: {words}" for place, words in list(wrong.items())[:10])
        raise InvalidInput(f"Tryton cannot take these lines. {listed}.", wrong)
    return made


def lines_foreseen(lines: Sequence[SaleLineIn]) -> list[dict[str, Any]]:
    """The lines as far as they are known before Tryton is asked for their products."""
    return [_values(line, _unknown(line.product)) for line in lines]


def products_asked(
    client: TrytonApi, lines: Sequence[SaleLineIn], context: Mapping[str, Any]
) -> list[Call]:
    """The questions for the products that the lines name."""
    return [_asking(client, some, context) for some in _named(lines)]


def _asking(client: TrytonApi, some: list[str | int], context: Mapping[str, Any]) -> Call:
    codes = [each for each in some if isinstance(each, str)]
    ids = [each for each in some if isinstance(each, int)]
    return client.searching(
        "product.product",
        ["OR", ["code", "in", codes], ["id", "in", ids]],
        _FIELDS,
        2 * _AT_ONCE,
        context=context,
        about="Ask for the products, their prices, units and taxes.",
    )


def _named(lines: Sequence[SaleLineIn]) -> Iterator[list[str | int]]:
    """Each product that a line names once, as many together as fit into a question."""
    named = list(dict.fromkeys(line.product for line in lines))
    for start in range(0, len(named), _AT_ONCE):
        yield named[start : start + _AT_ONCE]


async def _products(
    client: TrytonApi, lines: Sequence[SaleLineIn], context: Mapping[str, Any]
) -> dict[str | int, list[dict[str, Any]]]:
    """What there is under each code and each id that a line names."""
    found: dict[str | int, list[dict[str, Any]]] = {}
    for some in _named(lines):
        for product in await client.read(_asking(client, some, context)):
            code = product.get("code")
            for key in some:
                if key == (code if isinstance(key, str) else product["id"]):
                    found.setdefault(key, []).append(product)
    return found


@dataclass(frozen=True, slots=True)
class _Product:
    """What a line needs of its product."""

    number: int | Unknown
    price: Decimal | Unknown | None
    unit: Any
    taxes: list[int] | Unknown


def _known(product: dict[str, Any]) -> _Product:
    return _Product(
        product["id"],
        decimal(product.get("sale_price_uom")),
        _unit(product).get("id"),
        _taxes(product),
    )


def _unknown(name: str | int) -> _Product:
    return _Product(
        name if isinstance(name, int) else Unknown(f"the number of {name}"),
        Unknown(f"the price of {name}"),
        Unknown(f"the unit of {name}", may_be_absent=True),
        Unknown(f"the taxes of {name}", may_be_absent=True),
    )


def _fault(line: SaleLineIn, found: Sequence[dict[str, Any]]) -> tuple[str, str] | None:
    """The field of the line that is wrong, and how."""
    if not found:
        return "product", f"Tryton has no product {line.product}"
    if len(found) > 1:
        return "product", f"several products in Tryton have the code {line.product}"
    product = found[0]
    if product.get("salable") is False:
        return "product", f"{line.product} is not for sale in Tryton"
    if line.unit_price is None and decimal(product.get("sale_price_uom")) is None:
        return "unit_price", f"Tryton has no price for {line.product}, so give one"
    digits = _unit(product).get("digits")
    if type(digits) is int and round(line.quantity, digits) != line.quantity:
        unit = _unit(product).get("name")
        return "quantity", f"{line.product} is sold by {unit} with {digits} decimal places at most"
    return None


def _values(line: SaleLineIn, product: _Product) -> dict[str, Any]:
    price = product.price if line.unit_price is None else line.unit_price
    values: dict[str, Any] = {
        "product": product.number,
        "quantity": float(line.quantity),
        "unit_price": price if isinstance(price, Unknown) else _decimal(price),
    }
    if product.unit is not None:
        values["unit"] = product.unit
    if product.taxes:
        known = isinstance(product.taxes, list)
        values["taxes"] = [["add", product.taxes]] if known else product.taxes
    if line.description:
        values["description"] = line.description
    return values


def _unit(product: dict[str, Any]) -> dict[str, Any]:
    unit = product.get("sale_uom")
    return unit if isinstance(unit, dict) else {}


def _taxes(product: dict[str, Any]) -> list[int]:
    category = product.get("account_category")
    taxes = category.get("customer_taxes_used") if isinstance(category, dict) else None
    return [tax for tax in taxes if type(tax) is int] if isinstance(taxes, list) else []


def _decimal(number: Decimal | None) -> dict[str, str] | None:
    """A number as Tryton reads it exactly."""
    return None if number is None else {"__class__": "Decimal", "decimal": f"{number:f}"}
