"""Sales in Tryton: `sale.sale`."""

from dataclasses import replace
from typing import Any

from integrations.sdk import Action, Call, Effect, InvalidInput, Reference, Unknown
from integrations.tryton.api import TrytonApi
from integrations.tryton.classify import Refused
from integrations.tryton.lists import decimal
from integrations.tryton.models import SaleIn, SaleOut, SaleQuoteIn
from integrations.tryton.sale_lines import lines_foreseen, products_asked, sale_lines

_MODEL = "sale.sale"
_FIELDS = ("number", "reference", "state", "lines", "total_amount", "currency.code")
_PARTY_FIELDS = (
    "addresses.invoice",
    "addresses.delivery",
    "customer_payment_term",
    "customer_currency",
    "customer_tax_rule",
)
_ADDRESSES = {
    "invoice_address": Unknown("the customer's address for invoices", may_be_absent=True),
    "shipment_address": Unknown("the customer's address for deliveries", may_be_absent=True),
}
_NEW = "If it is not there yet."
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

    def render(self, client: TrytonApi, payload: SaleIn, ref: Reference) -> tuple[Call, ...]:
        """Everything that is asked first, and then the sale with what is known of it."""
        currency: int | Unknown = Unknown("the customer's currency", may_be_absent=True)
        term: int | Unknown = Unknown("the customer's payment term", may_be_absent=True)
        after = [_party_asked(client, payload.party)]
        if payload.currency is not None:
            currency = Unknown(f"the number of {payload.currency.upper()}")
            after.append(_currency_asked(client, payload.currency))
        context = _prices_for(payload.party, currency)
        after += products_asked(client, payload.lines, context)
        if payload.payment_term is not None:
            term = Unknown(f"the number of {payload.payment_term}")
            after.append(_term_asked(client, payload.payment_term))
        values = _values(client, payload, ref, lines_foreseen(payload.lines), currency, term)
        after.append(_creating(client, values | _ADDRESSES))
        return (_asking(client, ref), *(replace(each, when=_NEW) for each in after))

    async def send(self, client: TrytonApi, payload: SaleIn, ref: Reference) -> SaleOut:
        """Create the sale, or give back the one that has our reference."""
        if (found := await self.find(client, ref)) is not None:
            return found
        party = await _party(client, payload.party)
        currency = await _currency(client, payload, party)
        lines = await sale_lines(client, payload.lines, _prices_for(payload.party, currency))
        term = await _payment_term(client, payload, party)
        values = _values(client, payload, ref, lines, currency, term) | _addresses(party)
        made = _output(client, await client.write(_creating(client, values)), ref)
        has_rule = party.get("customer_tax_rule") is not None
        return made.model_copy(update={"remark": _TAX_RULE}) if has_rule else made

    async def find(self, client: TrytonApi, ref: Reference) -> SaleOut | None:
        """The oldest sale that has our reference."""
        found = await client.read(_asking(client, ref))
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

    def render(self, client: TrytonApi, payload: SaleQuoteIn, ref: Reference) -> tuple[Call, ...]:
        """The question how it stands, and the button."""
        quoting = replace(_quoting(client, payload.sale), when="If it is not quoted yet.")
        return _sale_asked(client, payload.sale), quoting

    async def send(self, client: TrytonApi, payload: SaleQuoteIn, ref: Reference) -> SaleOut:
        """Quote it unless that is done. Raises InvalidInput for one that is not there or over."""
        there = await _sale(client, payload.sale)
        if _is_quoted(there):
            return _output(client, there, ref)
        try:
            quoted = await client.write(_quoting(client, payload.sale))
        except Refused:
            there = await _sale(client, payload.sale)
            if _is_quoted(there):
                return _output(client, there, ref)
            raise
        return _output(client, quoted, ref)


def _asking(client: TrytonApi, ref: Reference) -> Call:
    about = "Look whether the sale is there already."
    return client.searching(_MODEL, [["reference", "=", ref.code]], _FIELDS, about=about)


def _values(
    client: TrytonApi,
    payload: SaleIn,
    ref: Reference,
    lines: list[dict[str, Any]],
    currency: int | Unknown | None,
    term: int | Unknown | None,
) -> dict[str, Any]:
    """What a sale is created with, but for its addresses."""
    given = {
        "currency": currency,
        "payment_term": term,
        "description": payload.description,
        "comment": payload.comment,
    }
    return {
        "party": payload.party,
        "company": client.company,
        "reference": ref.code,
        "lines": [["create", lines]],
        **{name: value for name, value in given.items() if value},
    }


def _creating(client: TrytonApi, values: dict[str, Any]) -> Call:
    return client.creating(_MODEL, values, _FIELDS, "Create the sale.")


def _quoting(client: TrytonApi, sale: int) -> Call:
    return client.pressing(_MODEL, sale, "quote", _FIELDS, "Quote the sale.")


def _sale_asked(client: TrytonApi, identifier: int) -> Call:
    about = "Ask for the state of the sale."
    return client.searching(_MODEL, [["id", "=", identifier]], _FIELDS, about=about)


async def _sale(client: TrytonApi, identifier: int) -> dict[str, Any]:
    found = await client.read(_sale_asked(client, identifier))
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


def _party_asked(client: TrytonApi, identifier: int) -> Call:
    about, domain = "Ask for the customer's addresses and terms.", [["id", "=", identifier]]
    return client.searching("party.party", domain, _PARTY_FIELDS, about=about)


async def _party(client: TrytonApi, identifier: int) -> dict[str, Any]:
    found = await client.read(_party_asked(client, identifier))
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


def _prices_for(party: int, currency: int | Unknown | None) -> dict[str, Any]:
    """What Tryton computes prices with."""
    return {"customer": party} | ({"currency": currency} if currency else {})


def _currency_asked(client: TrytonApi, currency: str) -> Call:
    about, domain = "Ask for the number of the currency.", [["code", "=", currency.upper()]]
    return client.searching("currency.currency", domain, ("code",), about=about)


async def _currency(client: TrytonApi, payload: SaleIn, party: dict[str, Any]) -> int | None:
    if payload.currency is None:
        return _number(party.get("customer_currency"))
    code = payload.currency.upper()
    found = await client.read(_currency_asked(client, payload.currency))
    if not found:
        raise InvalidInput(
            f"Tryton does not know the currency {code}. Add it in Tryton, or correct it.",
            {"currency": f"Tryton does not know {code}"},
        )
    return int(found[0]["id"])


def _term_asked(client: TrytonApi, name: str) -> Call:
    about, domain = "Ask for the number of the payment term.", [["name", "=", name]]
    return client.searching("account.invoice.payment_term", domain, ("name",), 2, about=about)


async def _payment_term(client: TrytonApi, payload: SaleIn, party: dict[str, Any]) -> int | None:
    if payload.payment_term is None:
        return _number(party.get("customer_payment_term"))
    found = await client.read(_term_asked(client, payload.payment_term))
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
