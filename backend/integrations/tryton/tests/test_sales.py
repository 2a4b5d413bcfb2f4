"""Sales of real products in a real Tryton 8.0; what was made is read back from Tryton."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from decimal import Decimal
from typing import Any

import pytest

from integrations.sdk import AuthFailed, InvalidInput, Problem, Reference, Trace
from integrations.sdk.testing.calls import LOOPBACK
from integrations.tryton.connector import TrytonConnector
from integrations.tryton.models import PartyOut, SaleOut
from integrations.tryton.tests.conftest import Tryton

pytestmark = pytest.mark.tryton

MakeReference = Callable[[], Reference]
CHAIRS = [{"product": "CHAIR", "quantity": 2}]


@pytest.fixture
async def connector(tryton: Tryton) -> AsyncIterator[TrytonConnector]:
    async with TrytonConnector.open(tryton.config, tryton.credentials, LOOPBACK, 30.0) as opened:
        yield opened


@pytest.fixture
async def party(connector: TrytonConnector, new_reference: MakeReference) -> int:
    """A customer with an address."""
    payload = {"name": "Ada Ltd", "country": "AT"}
    made = await connector.send("party.create", payload, new_reference(), Trace())
    assert isinstance(made, PartyOut)
    return made.id


async def sell(
    connector: TrytonConnector, ref: Reference, party: int, lines: Any, **more: Any
) -> SaleOut:
    payload = {"party": party, "lines": lines, **more}
    made = await connector.send("sale.create", payload, ref, Trace())
    assert isinstance(made, SaleOut)
    return made


async def test_a_sale_has_its_lines_prices_and_addresses(
    connector: TrytonConnector, tryton: Tryton, new_reference: MakeReference, party: int
) -> None:
    ref = new_reference()
    lines = [
        {"product": "CHAIR", "quantity": 2},
        {"product": "CABLE", "quantity": "12.5", "unit_price": "1.10", "description": "Blue"},
        {"product": "TRAINING", "quantity": 1.5},
    ]
    more = {"description": "Office", "comment": "a\nb", "payment_term": "Net 30 days"}
    made = await sell(connector, ref, party, lines, **more)
    assert (made.number, made.record, made.state) == (None, ref.code, "draft")
    assert (made.lines, made.total, made.currency) == (3, "1711.75", "EUR")
    fields = ["party", "description", "comment", "payment_term.name", "invoice_address.party"]
    fields += ["shipment_address.party", "lines.product.code", "lines.quantity", "lines.unit.name"]
    fields += ["lines.unit_price", "lines.description"]
    (sale,) = await tryton.search("sale.sale", [["reference", "=", ref.code]], *fields)
    assert (sale["id"], sale["party"], sale["description"]) == (made.id, party, "Office")
    assert (sale["comment"], sale["payment_term"]["name"]) == ("a\nb", "Net 30 days")
    assert sale["invoice_address"]["party"] == sale["shipment_address"]["party"] == party
    assert [
        (
            line["product"]["code"],
            line["quantity"],
            line["unit"]["name"],
            Decimal(line["unit_price"]["decimal"]),
            line["description"],
        )
        for line in sale["lines"]
    ] == [
        ("CHAIR", 2.0, "Unit", Decimal("189.00"), None),
        ("CABLE", 12.5, "Meter", Decimal("1.10"), "Blue"),
        ("TRAINING", 1.5, "Day", Decimal("880.00"), None),
    ]


async def test_two_hundred_lines_are_one_sale(
    connector: TrytonConnector, new_reference: MakeReference, party: int
) -> None:
    made = await sell(connector, new_reference(), party, CHAIRS * 200)
    assert made.lines == 200
    with pytest.raises(InvalidInput) as caught:
        await sell(connector, new_reference(), party, CHAIRS * 201)
    assert "lines" in caught.value.fields


async def test_a_product_is_named_by_its_number_too(
    connector: TrytonConnector, tryton: Tryton, new_reference: MakeReference, party: int
) -> None:
    (desk,) = await tryton.search("product.product", [["code", "=", "DESK"]], "id")
    lines = [{"product": desk["id"], "quantity": 1}, {"product": "DESK", "quantity": 1}]
    made = await sell(connector, new_reference(), party, lines)
    assert (made.lines, made.total) == (2, "1280.00")


async def test_a_sale_is_found_by_its_reference_and_not_made_twice(
    connector: TrytonConnector, tryton: Tryton, new_reference: MakeReference, party: int
) -> None:
    ref = new_reference()
    assert await connector.find("sale.create", ref, Trace()) is None
    made = await sell(connector, ref, party, CHAIRS)
    assert await connector.find("sale.create", ref, Trace()) == made
    assert await sell(connector, ref, party, CHAIRS) == made
    assert len(await tryton.search("sale.sale", [["reference", "=", ref.code]], "id")) == 1


async def test_each_wrong_line_is_named_and_nothing_is_made(
    connector: TrytonConnector, tryton: Tryton, new_reference: MakeReference, party: int
) -> None:
    ref = new_reference()
    lines = [
        {"product": "CHAIR", "quantity": 1},
        {"product": "NOTHING", "quantity": 1},
        {"product": "CHAIR", "quantity": "1.5"},
        {"product": 2**30, "quantity": 1},
    ]
    with pytest.raises(InvalidInput, match="NOTHING") as caught:
        await sell(connector, ref, party, lines)
    assert set(caught.value.fields) == {
        "lines.1.product", "lines.2.quantity", "lines.3.product",
    }  # fmt: skip
    assert await tryton.search("sale.sale", [["reference", "=", ref.code]], "id") == []


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"currency": "XXX"}, "currency"),
        ({"payment_term": "Never"}, "payment_term"),
        ({"party": 2**30}, "party"),
        ({"lines": []}, "lines"),
        ({"lines": [{"product": "CHAIR", "quantity": 0}]}, "lines.0.quantity"),
    ],
)
async def test_a_wrong_field_is_named(
    connector: TrytonConnector,
    new_reference: MakeReference,
    party: int,
    wrong: dict[str, Any],
    field: str,
) -> None:
    payload = {"party": party, "lines": CHAIRS} | wrong
    with pytest.raises(InvalidInput) as caught:
        await connector.send("sale.create", payload, new_reference(), Trace())
    assert field in caught.value.fields


async def test_quoting_gives_the_number_and_quoting_again_changes_nothing(
    connector: TrytonConnector, new_reference: MakeReference, party: int
) -> None:
    sale = await sell(connector, new_reference(), party, CHAIRS)
    payload = {"sale": sale.id}
    quoted = await connector.send("sale.quote", payload, new_reference(), Trace())
    assert isinstance(quoted, SaleOut)
    assert (quoted.state, quoted.id, quoted.total) == ("quotation", sale.id, sale.total)
    assert quoted.number
    assert quoted.record == quoted.number
    assert await connector.send("sale.quote", payload, new_reference(), Trace()) == quoted


async def test_quoting_at_the_same_moment_is_one_quotation(
    connector: TrytonConnector, new_reference: MakeReference, party: int
) -> None:
    sale = await sell(connector, new_reference(), party, CHAIRS)
    refs = [new_reference() for _ in range(4)]
    sends = [connector.send("sale.quote", {"sale": sale.id}, ref, Trace()) for ref in refs]
    quoted = await asyncio.gather(*sends)
    assert len({one.record for one in quoted}) == 1


async def test_what_a_quotation_lacks_is_said(
    connector: TrytonConnector, new_reference: MakeReference
) -> None:
    bare = await connector.send("party.create", {"name": "Bare"}, new_reference(), Trace())
    assert isinstance(bare, PartyOut)
    sale = await sell(connector, new_reference(), bare.id, CHAIRS)
    with pytest.raises(InvalidInput, match="address"):
        await connector.send("sale.quote", {"sale": sale.id}, new_reference(), Trace())
    with pytest.raises(InvalidInput, match="no sale"):
        await connector.send("sale.quote", {"sale": 2**30}, new_reference(), Trace())


async def test_every_list_is_read(connector: TrytonConnector, tryton: Tryton) -> None:
    found = {each.name: await connector.read_list(each.name, Trace()) for each in connector.lists}
    products = {entry.value: entry for entry in found["products"]}
    assert (products["CABLE"].label, products["CABLE"].detail) == (
        "Network cable", "1.20 EUR per Meter",
    )  # fmt: skip
    assert ("AT", "Austria") in {(entry.value, entry.label) for entry in found["countries"]}
    assert "EUR" in {entry.value for entry in found["currencies"]}
    assert "Net 30 days" in {entry.value for entry in found["payment_terms"]}
    assert str(tryton.config["company"]) in {entry.value for entry in found["companies"]}
    assert str(tryton.config["employee"]) in {entry.value for entry in found["employees"]}
    with pytest.raises(KeyError):
        await connector.read_list("nothing", Trace())


async def test_a_list_says_that_the_key_is_wrong(tryton: Tryton) -> None:
    keys = {"application_key": "0" * 128}
    async with TrytonConnector.open(tryton.config, keys, LOOPBACK, 30.0) as connector:
        with pytest.raises(AuthFailed) as caught:
            await connector.read_list("products", Trace())
    assert caught.value.problem is Problem.WRONG_CREDENTIALS
