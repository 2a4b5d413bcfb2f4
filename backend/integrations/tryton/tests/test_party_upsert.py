"""Finding, bringing up to date and creating customers in a real Tryton 8.0."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from integrations.sdk import InvalidInput, Reference, Trace
from integrations.sdk.testing.calls import LOOPBACK
from integrations.tryton.connector import TrytonConnector
from integrations.tryton.models import PartyUpsertOut
from integrations.tryton.tests.conftest import Tryton

pytestmark = pytest.mark.tryton

MakeReference = Callable[[], Reference]


@pytest.fixture
async def connector(tryton: Tryton) -> AsyncIterator[TrytonConnector]:
    async with TrytonConnector.open(tryton.config, tryton.credentials, LOOPBACK, 30.0) as opened:
        yield opened


@pytest.fixture
def email() -> str:
    """An address that no customer has. What is a wildcard in a search is part of it."""
    return f"ada_{uuid.uuid4().hex[:8]}@example.com"


async def upsert(connector: TrytonConnector, ref: Reference, **payload: Any) -> PartyUpsertOut:
    made = await connector.send("party.upsert", payload, ref, Trace())
    assert isinstance(made, PartyUpsertOut)
    return made


async def test_a_new_customer_is_made_and_the_next_time_found(
    connector: TrytonConnector, tryton: Tryton, new_reference: MakeReference, email: str
) -> None:
    ref = new_reference()
    made = await upsert(connector, ref, name="Ada", email=email)
    assert (made.created, made.code) == (True, ref.code)
    again = await upsert(connector, new_reference(), email=email.upper(), phone="+43 1 5131515")
    assert (again.created, again.id) == (False, made.id)
    fields = ("name", "contact_mechanisms.type", "contact_mechanisms.value")
    (party,) = await tryton.search("party.party", [["id", "=", made.id]], *fields)
    assert party["name"] == "Ada"
    assert {(way["type"], way["value"]) for way in party["contact_mechanisms"]} == {
        ("email", email), ("phone", "+43 1 5131515"),
    }  # fmt: skip


async def test_a_wildcard_in_an_address_is_a_letter_like_any_other(
    connector: TrytonConnector, new_reference: MakeReference, email: str
) -> None:
    like_it = await upsert(connector, new_reference(), name="A", email=email.replace("_", "x"))
    made = await upsert(connector, new_reference(), name="Ada", email=email)
    assert made.created
    assert made.id != like_it.id


async def test_saying_the_same_again_writes_nothing(
    connector: TrytonConnector, new_reference: MakeReference, email: str
) -> None:
    payload = {"name": "Ada", "email": email, "country": "AT", "contact_name": "Ada L."}
    await upsert(connector, new_reference(), **payload)
    trace = Trace()
    await connector.send("party.upsert", payload, new_reference(), trace)
    assert not trace.written


async def test_what_is_given_is_changed_and_the_rest_stays(
    connector: TrytonConnector, tryton: Tryton, new_reference: MakeReference, email: str
) -> None:
    payload = {"name": "Ada", "email": email, "website": "https://ada.example", "contact_name": "A"}
    made = await upsert(connector, new_reference(), **payload)
    by_code = {"by": "code", "code": made.code}
    await upsert(connector, new_reference(), **by_code, name="Ada Ltd", country="AT")
    await upsert(connector, new_reference(), **by_code, country="DE")
    fields = ("name", "contact_mechanisms.value", "addresses.country.code")
    (party,) = await tryton.search("party.party", [["id", "=", made.id]], *fields)
    assert party["name"] == "Ada Ltd"
    assert {way["value"] for way in party["contact_mechanisms"]} == {email, "https://ada.example"}
    assert {one["country"]["code"] for one in party["addresses"]} == {"AT", "DE"}


async def test_a_customer_with_a_code_of_its_own_is_made_with_it(
    connector: TrytonConnector, new_reference: MakeReference
) -> None:
    code = f"C-{uuid.uuid4().hex[:8]}"
    made = await upsert(connector, new_reference(), by="code", code=code, name="Ada")
    assert (made.created, made.code) == (True, code)
    again = await upsert(connector, new_reference(), by="code", code=code, name="Ada")
    assert (again.created, again.id) == (False, made.id)


async def test_two_customers_with_the_address_are_refused_by_name(
    connector: TrytonConnector, tryton: Tryton, new_reference: MakeReference, email: str
) -> None:
    one, two = new_reference(), new_reference()
    for ref in (one, two):
        await connector.send("party.create", {"name": "Ada", "email": email}, ref, Trace())
    with pytest.raises(InvalidInput, match="Several customers") as caught:
        await upsert(connector, new_reference(), email=email, name="Changed")
    assert one.code in caught.value.fields["email"]
    assert two.code in caught.value.fields["email"]
    found = await tryton.search("party.party", [["code", "in", [one.code, two.code]]], "name")
    assert {party["name"] for party in found} == {"Ada"}


@pytest.mark.parametrize(
    ("payload", "field"),
    [
        ({"name": "Ada"}, "email"),
        ({"by": "code", "name": "Ada"}, "code"),
        ({"email": "nobody-at-all@example.com"}, "name"),
        ({"name": "Ada", "email": "phone-of-ada@example.com", "phone": "12"}, "phone"),
    ],
)
async def test_what_is_missing_or_wrong_is_named(
    connector: TrytonConnector,
    new_reference: MakeReference,
    payload: dict[str, Any],
    field: str,
) -> None:
    with pytest.raises(InvalidInput) as caught:
        await connector.send("party.upsert", payload, new_reference(), Trace())
    assert field in caught.value.fields


async def test_eight_sends_of_one_reference_at_once_make_one_customer(
    connector: TrytonConnector, tryton: Tryton, new_reference: MakeReference, email: str
) -> None:
    ref = new_reference()
    made = await asyncio.gather(
        *(upsert(connector, ref, name="Ada", email=email) for _ in range(8))
    )
    assert len({one.id for one in made}) == 1
    assert len(await tryton.search("party.party", [["code", "=", ref.code]], "id")) == 1


async def test_what_was_made_is_found_by_its_reference_and_what_was_updated_is_not(
    connector: TrytonConnector, new_reference: MakeReference, email: str
) -> None:
    first, second = new_reference(), new_reference()
    made = await upsert(connector, first, name="Ada", email=email)
    await upsert(connector, second, name="Ada Ltd", email=email)
    assert await connector.find("party.upsert", first, Trace()) == made
    assert await connector.find("party.upsert", second, Trace()) is None
