"""The connector against a real Tryton 8.0; what it made is read back from Tryton."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from integrations.sdk import AuthFailed, ConnectorError, InvalidInput, Output, Reference, Trace
from integrations.sdk.testing.calls import LOOPBACK
from integrations.tryton.connector import TrytonConnector
from integrations.tryton.models import OpportunityOut, PartyOut
from integrations.tryton.tests.conftest import Tryton

pytestmark = pytest.mark.tryton

MakeReference = Callable[[], Reference]
ADA = {
    "name": "Ada & Söhne GmbH",
    "email": "ada@example.com",
    "phone": "+43 1 5131515",
    "website": "https://ada.example",
    "contact_name": "Ada Lovelace",
    "country": "at",
}

LEAD = {"party": 1, "description": "Website"}


@pytest.fixture
async def connector(tryton: Tryton) -> AsyncIterator[TrytonConnector]:
    async with TrytonConnector.open(tryton.config, tryton.credentials, LOOPBACK, 30.0) as opened:
        yield opened


async def create_party(connector: TrytonConnector, ref: Reference, **values: Any) -> PartyOut:
    made = await connector.send("party.create", {"name": "Ada", **values}, ref, Trace())
    assert isinstance(made, PartyOut)
    return made


async def test_a_party_has_all_that_was_submitted(
    connector: TrytonConnector, tryton: Tryton, new_reference: MakeReference
) -> None:
    ref = new_reference()
    made = await create_party(connector, ref, **ADA)
    fields = ["name", "code", "contact_mechanisms.type", "contact_mechanisms.value"]
    fields += ["contact_mechanisms.name", "addresses.party_name", "addresses.country.code"]
    (party,) = await tryton.search("party.party", [["code", "=", ref.code]], *fields)
    assert (party["id"], party["code"], party["name"]) == (made.id, ref.code, ADA["name"])
    assert {(way["type"], way["value"], way["name"]) for way in party["contact_mechanisms"]} == {
        ("email", "ada@example.com", "Ada Lovelace"),
        ("phone", "+43 1 5131515", "Ada Lovelace"),
        ("website", "https://ada.example", "Ada Lovelace"),
    }
    (address,) = party["addresses"]
    assert (address["party_name"], address["country"]["code"]) == ("Ada Lovelace", "AT")
    assert (made.record, made.record_url) == (ref.code, None)


async def test_a_name_alone_makes_a_party_too(
    connector: TrytonConnector, tryton: Tryton, new_reference: MakeReference
) -> None:
    ref = new_reference()
    await create_party(connector, ref)
    (party,) = await tryton.search("party.party", [["code", "=", ref.code]], "name")
    assert party["name"] == "Ada"


async def test_eight_sends_of_one_reference_at_once_make_one_party(
    connector: TrytonConnector, tryton: Tryton, new_reference: MakeReference
) -> None:
    ref = new_reference()
    made = await asyncio.gather(*(create_party(connector, ref) for _ in range(8)))
    assert len({one.id for one in made}) == 1
    assert len(await tryton.search("party.party", [["code", "=", ref.code]], "id")) == 1


async def test_a_party_is_found_by_its_reference_and_only_then(
    connector: TrytonConnector, new_reference: MakeReference
) -> None:
    ref = new_reference()
    assert await connector.find("party.create", ref, Trace()) is None
    made = await create_party(connector, ref)
    assert await connector.find("party.create", ref, Trace()) == made


async def test_an_opportunity_belongs_to_its_party(
    connector: TrytonConnector, tryton: Tryton, new_reference: MakeReference
) -> None:
    party, ref = await create_party(connector, new_reference()), new_reference()
    assert await connector.find("opportunity.create", ref, Trace()) is None
    payload = {"party": party.id, "description": "Website", "comment": "a\nb", "amount": "1250.50"}
    made: Output = await connector.send("opportunity.create", payload, ref, Trace())
    assert isinstance(made, OpportunityOut)
    fields = ["number", "party", "description", "comment", "amount", "employee", "state"]
    (lead,) = await tryton.search("sale.opportunity", [["reference", "=", ref.code]], *fields)
    assert (lead["number"], lead["party"]) == (made.record, party.id)
    assert (lead["description"], lead["comment"], lead["state"]) == ("Website", "a\nb", "lead")
    assert lead["amount"] == {"__class__": "Decimal", "decimal": "1250.50"}
    assert lead["employee"] == tryton.config["employee"]
    assert await connector.find("opportunity.create", ref, Trace()) == made


async def test_the_oldest_of_two_opportunities_with_one_reference_is_found(
    connector: TrytonConnector, new_reference: MakeReference
) -> None:
    party, ref = await create_party(connector, new_reference()), new_reference()
    payload = {"party": party.id, "description": "Twice"}
    first = await connector.send("opportunity.create", payload, ref, Trace())
    await connector.send("opportunity.create", payload, ref, Trace())
    assert await connector.find("opportunity.create", ref, Trace()) == first


async def test_trytons_own_refusal_names_the_field_and_makes_nothing(
    connector: TrytonConnector, tryton: Tryton, new_reference: MakeReference
) -> None:
    ref, trace = new_reference(), Trace()
    with pytest.raises(InvalidInput, match="phone number") as caught:
        await connector.send("party.create", {"name": "Ada", "phone": "12"}, ref, trace)
    assert "phone" in caught.value.fields
    assert trace.response is not None
    assert trace.response["status"] == 400
    assert await tryton.search("party.party", [["code", "=", ref.code]], "id") == []


async def test_a_country_that_tryton_lacks_is_named(
    connector: TrytonConnector, new_reference: MakeReference
) -> None:
    with pytest.raises(InvalidInput) as caught:
        await create_party(connector, new_reference(), country="ZZ")
    assert "country" in caught.value.fields


async def test_an_opportunity_of_no_party_is_refused_in_words(
    connector: TrytonConnector, new_reference: MakeReference
) -> None:
    payload = {"party": 2**30, "description": "x"}
    with pytest.raises(InvalidInput, match="does not exist"):
        await connector.send("opportunity.create", payload, new_reference(), Trace())


BROKEN: list[tuple[str, dict[str, Any], dict[str, str], type[ConnectorError], str]] = [
    ("wrong key", {}, {"application_key": "0" * 128}, AuthFailed, "Approve it in Tryton"),
    ("unknown database", {"database": "nowhere"}, {}, InvalidInput, "does not know this database"),
    ("unknown company", {"company": 4711}, {}, InvalidInput, "Company"),
]


@pytest.mark.parametrize(
    ("config", "credentials", "kind", "words"),
    [case[1:] for case in BROKEN],
    ids=[case[0] for case in BROKEN],
)
async def test_a_wrong_connection_is_told_in_words(
    tryton: Tryton,
    new_reference: MakeReference,
    config: dict[str, Any],
    credentials: dict[str, str],
    kind: type[ConnectorError],
    words: str,
) -> None:
    settings, keys = tryton.config | config, tryton.credentials | credentials
    async with TrytonConnector.open(settings, keys, LOOPBACK, 30.0) as connector:
        with pytest.raises(kind, match=words):
            await connector.send("opportunity.create", LEAD, new_reference(), Trace())


async def test_a_missing_right_is_about_rights_although_tryton_answers_400(
    tryton: Tryton, new_reference: MakeReference
) -> None:
    trace, keys = Trace(), {"application_key": tryton.auditor_key}
    async with TrytonConnector.open(tryton.config, keys, LOOPBACK, 30.0) as connector:
        with pytest.raises(AuthFailed, match="lacks a right"):
            await connector.send("opportunity.create", LEAD, new_reference(), trace)
    assert trace.response is not None
    assert trace.response["status"] == 400


async def test_records_link_to_the_web_client_that_the_connection_names(
    tryton: Tryton, new_reference: MakeReference
) -> None:
    settings = tryton.config | {"web_url": "https://erp.example.com/"}
    async with TrytonConnector.open(settings, tryton.credentials, LOOPBACK, 30.0) as connector:
        made = await create_party(connector, new_reference())
    database = tryton.config["database"]
    assert made.record_url == f"https://erp.example.com/#{database}/model/party.party/{made.id}"
