"""Customers in Tryton that may be there already: found, brought up to date, or made."""

import re
from dataclasses import replace
from typing import Any

from integrations.sdk import Action, Call, Effect, InvalidInput, Reference, Unknown
from integrations.tryton.api import TrytonApi
from integrations.tryton.classify import Refused
from integrations.tryton.models import PartyUpsertIn, PartyUpsertOut
from integrations.tryton.party import (
    Country,
    contact_mechanisms,
    country_asked,
    country_foreseen,
    country_number,
    new_address,
    new_party,
    with_field,
)

_MODEL = "party.party"
_FIELDS = (
    "code",
    "name",
    "active",
    "contact_mechanisms.type",
    "contact_mechanisms.value",
    "addresses.country",
)
_MOST = 20
_THERE = "If exactly one customer has it; only what differs is written, nothing if nothing does."
_NOT_THERE = "If no customer has it."
_WILD = re.compile(r"([\\%_])")


class UpsertParty(Action[TrytonApi, PartyUpsertIn, PartyUpsertOut]):
    """Find one customer by its e-mail or code, and bring it up to date or create it.

    A second send changes nothing: it finds what the first one made, or says the same of it again.
    Our reference becomes the code of a customer that is created without one, and Tryton keeps codes
    unique; so one reference never makes two. A customer that was there has no trace of us, and
    `find` does not find it: then the update is sent again.
    """

    name = "party.upsert"
    title = "Find or create the customer"
    done = "{subject} is party {record} in {system}."
    effect = Effect.READABLE
    same_by = "its e-mail address or code"
    input_model = PartyUpsertIn
    output_model = PartyUpsertOut

    def render(self, client: TrytonApi, payload: PartyUpsertIn, ref: Reference) -> tuple[Call, ...]:
        """What is asked, then both ways: the customer is there, or it is not."""
        country = country_foreseen(client, payload)
        calls = [_asking(client, payload), *country_asked(client, payload)]
        if values := _foreseen_changes(payload):
            updating = _updating(client, Unknown("the number of the customer"), values)
            calls.append(replace(updating, when=_THERE))
        if payload.name is not None:
            creating = _creating(client, payload.name, payload, ref, country)
            calls.append(replace(creating, when=_NOT_THERE))
        return tuple(calls)

    async def send(
        self, client: TrytonApi, payload: PartyUpsertIn, ref: Reference
    ) -> PartyUpsertOut:
        """Update the only party with the key, or create one.

        Raises InvalidInput when several have it, or the key is not given.
        """
        if (there := await _existing(client, payload)) is not None:
            return await _update(client, there, payload)
        return await self._create(client, payload, ref)

    async def _create(
        self, client: TrytonApi, payload: PartyUpsertIn, ref: Reference
    ) -> PartyUpsertOut:
        if payload.name is None:
            raise InvalidInput(
                "No such customer is in Tryton yet, and a new one needs a name.",
                {"name": "a new customer needs it"},
            )
        country = await country_number(client, payload)
        creating = _creating(client, payload.name, payload, ref, country)
        try:
            return _output(client, await client.write(creating), created=True)
        except Refused as refused:
            # Somebody else may have made it in this moment. Only looking tells.
            if (found := await self.find(client, ref)) is not None:
                return found
            raise with_field(refused, payload) from refused

    async def find(self, client: TrytonApi, ref: Reference) -> PartyUpsertOut | None:
        """The party that this reference made."""
        domain = [["code", "=", ref.code], ["active", "in", [True, False]]]
        found = await client.search(_MODEL, domain, _FIELDS)
        return _output(client, found[0], created=True) if found else None


def _creating(
    client: TrytonApi, name: str, payload: PartyUpsertIn, ref: Reference, country: Country
) -> Call:
    values = new_party(name, payload.code or ref.code, payload, country)
    return client.creating(_MODEL, values, _FIELDS, "Create the customer.")


def _updating(client: TrytonApi, party: int | Unknown, values: dict[str, Any]) -> Call:
    return client.updating(_MODEL, party, values, _FIELDS, "Bring the customer up to date.")


def _foreseen_changes(payload: PartyUpsertIn) -> dict[str, Any]:
    """What an update may say. Only what differs is written, and only Tryton knows what that is."""
    ways = [
        way["value"]
        for way in contact_mechanisms(payload)
        if (payload.by, way["type"]) != ("email", "email")  # it was found by that one
    ]
    changes = {
        "name": payload.name and f"{payload.name}, if it has another name",
        "contact_mechanisms": ways and f"{', '.join(ways)}, where it lacks them",
        "addresses": payload.country and f"one in {payload.country.upper()}, if there is none",
    }
    return {name: Unknown(words, may_be_absent=True) for name, words in changes.items() if words}


def _asking(client: TrytonApi, payload: PartyUpsertIn) -> Call:
    """The search by the key. Raises InvalidInput when the key is not given."""
    key = payload.email if payload.by == "email" else payload.code
    if key is None:
        raise InvalidInput(
            f"The customer is to be found by its {payload.by}, and none is given.",
            {payload.by: "give it, or find the customer by another field"},
        )
    domain = _with_email(key) if payload.by == "email" else _with_code(key)
    about = f"Look for the customer with this {payload.by}."
    return client.searching(_MODEL, domain, _FIELDS, _MOST, about=about)


async def _existing(client: TrytonApi, payload: PartyUpsertIn) -> dict[str, Any] | None:
    """The only party with the key; None if there is none."""
    found = [one for one in await client.read(_asking(client, payload)) if _has_key(one, payload)]
    if len(found) > 1:
        codes = ", ".join(str(one.get("code")) for one in found)
        raise InvalidInput(
            f"Several customers in Tryton have this {payload.by}: {codes}. Merge them in Tryton, "
            "or find the customer by its code.",
            {payload.by: f"it is that of several customers: {codes}"},
        )
    if found and found[0].get("active") is False:
        code = found[0].get("code")
        raise InvalidInput(
            f"The customer {code} is archived in Tryton. Reactivate it there, "
            "or give another code.",
            {payload.by: "this customer is archived"},
        )
    return found[0] if found else None


def _with_email(email: str) -> list[Any]:
    pattern = _WILD.sub(r"\\\1", email)
    its = [["type", "=", "email"], ["value", "ilike", pattern]]
    return [["contact_mechanisms", "where", its]]


def _with_code(code: str) -> list[Any]:
    return [["code", "=", code], ["active", "in", [True, False]]]


def _has_key(party: dict[str, Any], payload: PartyUpsertIn) -> bool:
    """Whether it has the very key: the search takes what is merely like it."""
    if payload.by == "email":
        return ("email", (payload.email or "").casefold()) in _ways(party)
    return bool(party.get("code") == payload.code)


def _ways(party: dict[str, Any]) -> set[tuple[str, str]]:
    """Kind and value of each contact mechanism, for comparing."""
    return {
        (str(way.get("type")), str(way.get("value")).casefold())
        for way in party.get("contact_mechanisms") or []
        if isinstance(way, dict)
    }


async def _update(
    client: TrytonApi, party: dict[str, Any], payload: PartyUpsertIn
) -> PartyUpsertOut:
    """Write what differs. What is not given stays, and no contact mechanism is taken away."""
    values: dict[str, Any] = {}
    if payload.name is not None and payload.name != party.get("name"):
        values["name"] = payload.name
    ways = _ways(party)
    new = [
        way
        for way in contact_mechanisms(payload)
        if (way["type"], way["value"].casefold()) not in ways
    ]
    if new:
        values["contact_mechanisms"] = [["create", new]]
    if payload.country is not None and (change := await _country(client, party, payload)):
        values["addresses"] = change
    if not values:
        return _output(client, party, created=False)
    try:
        changed = await client.write(_updating(client, int(party["id"]), values))
    except Refused as refused:
        raise with_field(refused, payload) from refused
    return _output(client, changed, created=False)


async def _country(
    client: TrytonApi, party: dict[str, Any], payload: PartyUpsertIn
) -> list[list[Any]]:
    """What to do with the addresses so that one is in the country."""
    country = await country_number(client, payload)
    addresses = [one for one in party.get("addresses") or [] if isinstance(one, dict)]
    if any(one.get("country") == country for one in addresses):
        return []
    for address in addresses:
        if address.get("country") is None and type(address.get("id")) is int:
            return [["write", [address["id"]], {"country": country}]]
    return [["create", [new_address(payload, country)]]]


def _output(client: TrytonApi, record: dict[str, Any], *, created: bool) -> PartyUpsertOut:
    identifier, code = int(record["id"]), str(record.get("code") or "")
    return PartyUpsertOut(
        record=code,
        record_url=client.record_url(_MODEL, identifier),
        id=identifier,
        code=code,
        created=created,
    )
