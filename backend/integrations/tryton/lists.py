"""What people choose from in Tryton instead of typing it."""

from collections.abc import Awaitable, Callable
from decimal import Decimal, InvalidOperation
from typing import Any

from integrations.sdk import Entry, ListOf
from integrations.tryton.api import TrytonApi

PRODUCTS = ListOf("products", "Products")
COUNTRIES = ListOf("countries", "Countries")
CURRENCIES = ListOf("currencies", "Currencies")
PAYMENT_TERMS = ListOf("payment_terms", "Payment terms")
COMPANIES = ListOf("companies", "Companies")
EMPLOYEES = ListOf("employees", "Employees")


async def products(api: TrytonApi) -> list[Entry]:
    """What is sold, by its code. Products without a code cannot be named by one: left out."""
    fields = ("code", "name", "sale_uom.name", "sale_price_uom")
    domain = [["salable", "=", True], ["code", "!=", None], ["code", "!=", ""]]
    found = await api.search_all("product.product", domain, fields, "code")
    currency = await _currency(api) if found else ""
    return [
        Entry(str(one.get("code")), str(one.get("name")), _price(one, currency))
        for one in found
        if one.get("code")
    ]


async def _currency(api: TrytonApi) -> str:
    found = await api.search("company.company", [["id", "=", api.company]], ("currency.code",))
    return str(_nested(found[0], "currency", "code") or "") if found else ""


def _price(product: dict[str, Any], currency: str) -> str:
    unit = str(_nested(product, "sale_uom", "name") or "")
    amount = decimal(product.get("sale_price_uom"))
    if amount is None:
        return unit
    price = f"{_shortest(amount)} {currency}".strip()
    return f"{price} per {unit}" if unit else price


def _shortest(amount: Decimal) -> str:
    """Two digits, and more where they say something."""
    whole = amount.quantize(Decimal("0.01"))
    return f"{whole if whole == amount else amount.normalize():f}"


def decimal(value: Any) -> Decimal | None:
    """A number as Tryton writes it: `{"__class__": "Decimal", "decimal": "1.20"}`, else None."""
    written = value.get("decimal") if isinstance(value, dict) else None
    try:
        number = Decimal(written) if isinstance(written, str) and len(written) <= 40 else None
    except InvalidOperation:
        return None
    return number if number is not None and number.is_finite() else None


async def countries(api: TrytonApi) -> list[Entry]:
    """By their code of ISO 3166-1."""
    return await _coded(api, "country.country")


async def currencies(api: TrytonApi) -> list[Entry]:
    """By their code of ISO 4217."""
    return await _coded(api, "currency.currency")


async def _coded(api: TrytonApi, model: str) -> list[Entry]:
    found = await api.search_all(model, [], ("code", "name"), "name")
    return [
        Entry(str(one["code"]), str(one.get("name")), str(one["code"]))
        for one in found
        if one.get("code")
    ]


async def payment_terms(api: TrytonApi) -> list[Entry]:
    """By their name."""
    found = await api.search_all("account.invoice.payment_term", [], ("name",), "name")
    return [Entry(str(one["name"]), str(one["name"])) for one in found if one.get("name")]


async def companies(api: TrytonApi) -> list[Entry]:
    """By their number."""
    return await _numbered(api, "company.company", [])


async def employees(api: TrytonApi) -> list[Entry]:
    """Those of the connection's company, by their number."""
    return await _numbered(api, "company.employee", [["company", "=", api.company]])


async def _numbered(api: TrytonApi, model: str, domain: list[Any]) -> list[Entry]:
    found = await api.search_all(model, domain, ("rec_name",), "id")
    return [
        Entry(str(one["id"]), str(one.get("rec_name") or one["id"]), f"number {one['id']}")
        for one in found
    ]


def _nested(record: dict[str, Any], field: str, inner: str) -> Any:
    value = record.get(field)
    return value.get(inner) if isinstance(value, dict) else None


READERS: dict[ListOf, Callable[[TrytonApi], Awaitable[list[Entry]]]] = {
    PRODUCTS: products,
    COUNTRIES: countries,
    CURRENCIES: currencies,
    PAYMENT_TERMS: payment_terms,
    COMPANIES: companies,
    EMPLOYEES: employees,
}
