"""Customers in Tryton that may be there already: found, brought up to date, or made."""

import re
from typing import Any

from integrations.sdk import Action, Effect, InvalidInput, Reference
from integrations.tryton.api import TrytonApi
from integrations.tryton.classify import Refused
from integrations.tryton.models import PartyUpsertIn, PartyUpsertOut
from integrations.tryton.party import contact_mechanisms, country_id, new_address, with_field

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
    input_model = PartyUpsertIn
    output_model = PartyUpsertOut

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
        values: dict[str, Any] = {"name": payload.name, "code": payload.code or ref.code}
        if mechanisms := contact_mechanisms(payload):
            values["contact_mechanisms"] = [["create", mechanisms]]
        if address := await new_address(client, payload):
            values["addresses"] = [["create", [address]]]
        try:
            return _output(client, await client.create(_MODEL, values, _FIELDS), created=True)
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


async def _existing(client: TrytonApi, payload: PartyUpsertIn) -> dict[str, Any] | None:
    """The only party with the key; None if there is none."""
    key = payload.email if payload.by == "email" else payload.code
    if key is None:
        raise InvalidInput(
            f"The customer is to be found by its {payload.by}, and none is given.",
            {payload.by: "give it, or find the customer by another field"},
        )
    found = await (_with_email if payload.by == "email" else _with_code)(client, key)
    if len(found) > 1:
        codes = ", ".join(str(one.get("code")) for one in found)
        raise InvalidInput(
            f"Several customers in Tryton have this {payload.by}: {codes}. Merge them in Tryton, "
            "or find the customer by its code.",
            {payload.by: f"it is that of several customers: {codes}"},
        )
    if found and found[0].get("active") is False:
        raise InvalidInput(
            f"The customer {found[0].get('code')} is archived in Tryton. Reactivate it there, "
            "or give another code.",
            {payload.by: "this customer is archived"},
        )
    return found[0] if found else None


async def _with_email(client: TrytonApi, email: str) -> list[dict[str, Any]]:
    pattern = _WILD.sub(r"\\\1", email)
    its = [["type", "=", "email"], ["value", "ilike", pattern]]
    found = await client.search(_MODEL, [["contact_mechanisms", "where", its]], _FIELDS, _MOST)
    return [one for one in found if ("email", email.casefold()) in _ways(one)]


async def _with_code(client: TrytonApi, code: str) -> list[dict[str, Any]]:
    domain = [["code", "=", code], ["active", "in", [True, False]]]
    found = await client.search(_MODEL, domain, _FIELDS, _MOST)
    return [one for one in found if one.get("code") == code]


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
        changed = await client.update(_MODEL, int(party["id"]), values, _FIELDS)
    except Refused as refused:
        raise with_field(refused, payload) from refused
    return _output(client, changed, created=False)


async def _country(
    client: TrytonApi, party: dict[str, Any], payload: PartyUpsertIn
) -> list[list[Any]]:
    """What to do with the addresses so that one is in the country."""
    country = await country_id(client, str(payload.country).upper())
    addresses = [one for one in party.get("addresses") or [] if isinstance(one, dict)]
    if any(one.get("country") == country for one in addresses):
        return []
    for address in addresses:
        if address.get("country") is None and type(address.get("id")) is int:
            return [["write", [address["id"]], {"country": country}]]
    return [["create", [await new_address(client, payload)]]]


def _output(client: TrytonApi, record: dict[str, Any], *, created: bool) -> PartyUpsertOut:
    identifier, code = int(record["id"]), str(record.get("code") or "")
    return PartyUpsertOut(
        record=code,
        record_url=client.record_url(_MODEL, identifier),
        id=identifier,
        code=code,
        created=created,
    )
