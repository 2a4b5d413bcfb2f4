"""Sales in Tryton: `sale.sale`."""

from typing import Any

from integrations.sdk import Action, Effect, InvalidInput, Reference
from integrations.tryton.api import TrytonApi
from integrations.tryton.classify import Refused
from integrations.tryton.lists import decimal
from integrations.tryton.models import SaleIn, SaleOut, SaleQuoteIn
from integrations.tryton.sale_lines import sale_lines

_MODEL = "sale.sale"
_FIELDS = ("number", "reference", "state", "lines", "total_amount", "currency.code")
_PARTY_FIELDS = (
    "addresses.invoice",
    "addresses.delivery",
    "customer_payment_term",
    "customer_currency",
    "customer_tax_rule",
)
_TAX_RULE = (
    "The customer has a tax rule, which only Tryton's own form applies. "
    "Check the taxes of the lines before you quote it."
)


class CreateSale(Action[TrytonApi, SaleIn, SaleOut]):
    """Create one sale with its lines, as a draft. It is a person's, or `sale.quote`'s, to quote.

    Tryton does not keep `reference` unique, so it is looked up before each send.
    """

    name = "sale.create"
    title = "Create the sale"
    done = "The order of {subject} is in {system} as sale {record}."
    effect = Effect.READABLE
    input_model = SaleIn
    output_model = SaleOut

    async def send(self, client: TrytonApi, payload: SaleIn, ref: Reference) -> SaleOut:
        """Create the sale, or give back the one that has our reference."""
        if (found := await self.find(client, ref)) is not None:
            return found
        party = await _party(client, payload.party)
        currency = await _currency(client, payload, party)
        context = {"customer": payload.party} | ({"currency": currency} if currency else {})
        lines = await sale_lines(client, payload.lines, context)
        values: dict[str, Any] = {
            "party": payload.party,
            "company": client.company,
            "reference": ref.code,
            "lines": [["create", lines]],
            **_addresses(party),
        }
        given = {
            "currency": currency,
            "payment_term": await _payment_term(client, payload, party),
            "description": payload.description,
            "comment": payload.comment,
        }
        values |= {name: value for name, value in given.items() if value}
        made = _output(client, await client.create(_MODEL, values, _FIELDS), ref)
        has_rule = party.get("customer_tax_rule") is not None
        return made.model_copy(update={"remark": _TAX_RULE}) if has_rule else made

    async def find(self, client: TrytonApi, ref: Reference) -> SaleOut | None:
        """The oldest sale that has our reference."""
        found = await client.search(_MODEL, [["reference", "=", ref.code]], _FIELDS)
        if not found or found[0].get("reference") != ref.code:
            return None
        return _output(client, found[0], ref)


class QuoteSale(Action[TrytonApi, SaleQuoteIn, SaleOut]):
    """Turn a draft sale into a quotation, which gives it its number.

    Quoting what is quoted changes nothing, so it may be sent again like under a key.
    """

    name = "sale.quote"
    title = "Quote the sale"
    done = "The order of {subject} is quotation {record} in {system}."
    effect = Effect.KEYED
    input_model = SaleQuoteIn
    output_model = SaleOut

    async def send(self, client: TrytonApi, payload: SaleQuoteIn, ref: Reference) -> SaleOut:
        """Quote it unless that is done. Raises InvalidInput for one that is not there or over."""
        there = await _sale(client, payload.sale)
        if _is_quoted(there):
            return _output(client, there, ref)
        try:
            quoted = await client.press(_MODEL, payload.sale, "quote", _FIELDS)
        except Refused:
            there = await _sale(client, payload.sale)
            if _is_quoted(there):
                return _output(client, there, ref)
            raise
        return _output(client, quoted, ref)


async def _sale(client: TrytonApi, identifier: int) -> dict[str, Any]:
    found = await client.search(_MODEL, [["id", "=", identifier]], _FIELDS)
    if not found:
        raise InvalidInput(
            f"Tryton has no sale with the id {identifier} that the user of the key may see.",
            {"sale": "there is no such sale"},
        )
    if found[0].get("state") == "cancelled":
        raise InvalidInput(
            "The sale was cancelled in Tryton. Set it back to draft there, or leave this out.",
            {"sale": "it was cancelled"},
        )
    return found[0]


def _is_quoted(sale: dict[str, Any]) -> bool:
    return sale.get("state") in {"quotation", "confirmed", "processing", "done"}


async def _party(client: TrytonApi, identifier: int) -> dict[str, Any]:
    found = await client.search("party.party", [["id", "=", identifier]], _PARTY_FIELDS)
    if not found:
        raise InvalidInput(
            f"Tryton has no customer with the id {identifier}. Take the `id` that an earlier step "
            "gave.",
            {"party": "there is no such customer"},
        )
    return found[0]


def _addresses(party: dict[str, Any]) -> dict[str, int]:
    """Where Tryton's own form would send invoice and goods: the marked address, else the first."""
    there = [one for one in party.get("addresses") or [] if isinstance(one, dict)]
    if not there:
        return {}
    chosen: dict[str, int] = {}
    for field, mark in (("invoice_address", "invoice"), ("shipment_address", "delivery")):
        address = next((one for one in there if one.get(mark)), there[0])
        if type(address.get("id")) is int:
            chosen[field] = address["id"]
    return chosen


async def _currency(client: TrytonApi, payload: SaleIn, party: dict[str, Any]) -> int | None:
    if payload.currency is None:
        return _number(party.get("customer_currency"))
    code = payload.currency.upper()
    found = await client.search("currency.currency", [["code", "=", code]], ("code",))
    if not found:
        raise InvalidInput(
            f"Tryton does not know the currency {code}. Add it in Tryton, or correct it.",
            {"currency": f"Tryton does not know {code}"},
        )
    return int(found[0]["id"])


async def _payment_term(client: TrytonApi, payload: SaleIn, party: dict[str, Any]) -> int | None:
    if payload.payment_term is None:
        return _number(party.get("customer_payment_term"))
    domain = [["name", "=", payload.payment_term]]
    found = await client.search("account.invoice.payment_term", domain, ("name",), 2)
    if len(found) != 1:
        how_many = "several payment terms" if found else "no payment term"
        raise InvalidInput(
            f"Tryton has {how_many} named {payload.payment_term}. Choose one from the list.",
            {"payment_term": f"Tryton has {how_many} of this name"},
        )
    return int(found[0]["id"])


def _number(value: Any) -> int | None:
    return value if type(value) is int else None


def _output(client: TrytonApi, record: dict[str, Any], ref: Reference) -> SaleOut:
    identifier, lines, currency = int(record["id"]), record.get("lines"), record.get("currency")
    number, total = _text(record.get("number")), decimal(record.get("total_amount"))
    return SaleOut(
        record=number or _text(record.get("reference")) or ref.code,
        record_url=client.record_url(_MODEL, identifier),
        id=identifier,
        number=number,
        state=_text(record.get("state")),
        lines=len(lines) if isinstance(lines, list) else 0,
        total=None if total is None else f"{total:f}",
        currency=_text(currency.get("code")) if isinstance(currency, dict) else None,
    )


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None
