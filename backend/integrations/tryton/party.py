"""Customers in Tryton: `party.party`."""

from typing import Any

from integrations.sdk import Action, Call, Effect, InvalidInput, Reference, Unknown
from integrations.tryton.api import TrytonApi
from integrations.tryton.classify import Refused
from integrations.tryton.models import PartyIn, PartyOut, PartyUpsertIn

_MODEL = "party.party"
_FIELDS = ("code",)
Country = int | Unknown | None
"""The number of a country in Tryton."""


class CreateParty(Action[TrytonApi, PartyIn, PartyOut]):
    """Create one customer. Our reference becomes the party's code, which Tryton keeps unique."""

    name = "party.create"
    title = "Create the customer"
    done = "{subject} was created in {system} as party {record}."
    effect = Effect.READABLE
    input_model = PartyIn
    output_model = PartyOut

    def render(self, client: TrytonApi, payload: PartyIn, ref: Reference) -> tuple[Call, ...]:
        """The question for the country's number if there is one, and the request that creates."""
        country = country_foreseen(client, payload)
        return (*country_asked(client, payload), _creating(client, payload, ref, country))

    async def send(self, client: TrytonApi, payload: PartyIn, ref: Reference) -> PartyOut:
        """Create the party with its contact mechanisms, or give back the one that has our code."""
        creating = _creating(client, payload, ref, await country_number(client, payload))
        try:
            return _output(client, await client.write(creating))
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


def _creating(client: TrytonApi, payload: PartyIn, ref: Reference, country: Country) -> Call:
    values = new_party(payload.name, ref.code, payload, country)
    return client.creating(_MODEL, values, _FIELDS, "Create the customer.")


def new_party(
    name: str, code: str, payload: PartyIn | PartyUpsertIn, country: Country
) -> dict[str, Any]:
    """What a party is created with, its contact mechanisms and its address among it."""
    values: dict[str, Any] = {"name": name, "code": code}
    if mechanisms := contact_mechanisms(payload):
        values["contact_mechanisms"] = [["create", mechanisms]]
    if address := new_address(payload, country):
        values["addresses"] = [["create", [address]]]
    return values


def contact_mechanisms(payload: PartyIn | PartyUpsertIn) -> list[dict[str, str]]:
    """The ways to reach the party, named after the contact if there is one."""
    given = (("email", payload.email), ("phone", payload.phone), ("website", payload.website))
    named = {"name": payload.contact_name} if payload.contact_name else {}
    return [{"type": kind, "value": value, **named} for kind, value in given if value]


def new_address(payload: PartyIn | PartyUpsertIn, country: Country) -> dict[str, Any]:
    """What an address is created with; empty without a contact and a country."""
    given = {"party_name": payload.contact_name, "country": country}
    return {name: value for name, value in given.items() if value}


def country_asked(client: TrytonApi, payload: PartyIn | PartyUpsertIn) -> tuple[Call, ...]:
    """The question for the number of the country, if it is not known."""
    code = (payload.country or "").upper()
    return (_asking(client, code),) if code and code not in client.countries else ()


def country_foreseen(client: TrytonApi, payload: PartyIn | PartyUpsertIn) -> Country:
    """The number as far as it is known without asking."""
    code = (payload.country or "").upper()
    return client.countries.get(code, Unknown(f"the number of {code}")) if code else None


async def country_number(client: TrytonApi, payload: PartyIn | PartyUpsertIn) -> int | None:
    """The number of the country, asked once. Raises InvalidInput when Tryton does not know it."""
    if not payload.country:
        return None
    code = payload.country.upper()
    if code in client.countries:
        return client.countries[code]
    found = await client.read(_asking(client, code))
    if not found:
        raise InvalidInput(
            f"Tryton does not know the country {code}. Import the countries in Tryton "
            "(trytond_import_countries), or correct the country.",
            {"country": f"Tryton does not know {code}"},
        )
    client.countries[code] = int(found[0]["id"])
    return client.countries[code]


def _asking(client: TrytonApi, code: str) -> Call:
    about = f"Ask for the number of the country {code}."
    return client.searching("country.country", [["code", "=", code]], ("code",), about=about)


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
