"""Customers in Tryton: `party.party`."""

from typing import Any

from integrations.sdk import Action, Effect, InvalidInput, Reference
from integrations.tryton.api import TrytonApi
from integrations.tryton.classify import Refused
from integrations.tryton.models import PartyIn, PartyOut, PartyUpsertIn

_MODEL = "party.party"
_FIELDS = ("code",)


class CreateParty(Action[TrytonApi, PartyIn, PartyOut]):
    """Create one customer. Our reference becomes the party's code, which Tryton keeps unique."""

    name = "party.create"
    title = "Create the customer"
    done = "{subject} was created in {system} as party {record}."
    effect = Effect.READABLE
    input_model = PartyIn
    output_model = PartyOut

    async def send(self, client: TrytonApi, payload: PartyIn, ref: Reference) -> PartyOut:
        """Create the party with its contact mechanisms, or give back the one that has our code."""
        values: dict[str, Any] = {"name": payload.name, "code": ref.code}
        if mechanisms := contact_mechanisms(payload):
            values["contact_mechanisms"] = [["create", mechanisms]]
        if address := await new_address(client, payload):
            values["addresses"] = [["create", [address]]]
        try:
            return _output(client, await client.create(_MODEL, values, _FIELDS))
        except Refused as refused:
            # A wrong phone number and a code that is taken are the same status. Only looking tells.
            if (found := await self.find(client, ref)) is not None:
                return found
            raise with_field(refused, payload) from refused

    async def find(self, client: TrytonApi, ref: Reference) -> PartyOut | None:
        """The party that has our reference as its code, active or not."""
        domain = [["code", "=", ref.code], ["active", "in", [True, False]]]
        found = await client.search(_MODEL, domain, _FIELDS)
        return _output(client, found[0]) if found else None


def contact_mechanisms(payload: PartyIn | PartyUpsertIn) -> list[dict[str, str]]:
    """The ways to reach the party, named after the contact if there is one."""
    given = (("email", payload.email), ("phone", payload.phone), ("website", payload.website))
    named = {"name": payload.contact_name} if payload.contact_name else {}
    return [{"type": kind, "value": value, **named} for kind, value in given if value]


async def new_address(client: TrytonApi, payload: PartyIn | PartyUpsertIn) -> dict[str, Any]:
    address: dict[str, Any] = {}
    if payload.contact_name:
        address["party_name"] = payload.contact_name
    if payload.country:
        address["country"] = await country_id(client, payload.country.upper())
    return address


async def country_id(client: TrytonApi, code: str) -> int:
    if code in client.countries:
        return client.countries[code]
    found = await client.search("country.country", [["code", "=", code]], ("code",))
    if not found:
        raise InvalidInput(
            f"Tryton does not know the country {code}. Import the countries in Tryton "
            "(trytond_import_countries), or correct the country.",
            {"country": f"Tryton does not know {code}"},
        )
    client.countries[code] = int(found[0]["id"])
    return client.countries[code]


def _output(client: TrytonApi, record: dict[str, Any]) -> PartyOut:
    identifier, code = int(record["id"]), str(record.get("code") or "")
    return PartyOut(
        record=code, record_url=client.record_url(_MODEL, identifier), id=identifier, code=code
    )


def with_field(refused: Refused, payload: PartyIn | PartyUpsertIn) -> InvalidInput:
    """Name the field whose value Tryton quotes in its refusal."""
    for field in ("phone", "email", "website", "name"):
        value = getattr(payload, field)
        if value and f'"{value}"' in refused.reason:
            return InvalidInput(refused.message, {field: refused.reason})
    return refused
