"""Leads in Tryton: `sale.opportunity`."""

from typing import Any

from integrations.sdk import Action, Call, Effect, Reference
from integrations.tryton.api import TrytonApi
from integrations.tryton.models import OpportunityIn, OpportunityOut

_MODEL = "sale.opportunity"
_FIELDS = ("number",)


class CreateOpportunity(Action[TrytonApi, OpportunityIn, OpportunityOut]):
    """Create one lead. Tryton does not keep `reference` unique: `find` before any resend."""

    name = "opportunity.create"
    title = "Open the opportunity"
    done = "The request of {subject} is in {system} as opportunity {record}."
    effect = Effect.READABLE
    input_model = OpportunityIn
    output_model = OpportunityOut

    def render(self, client: TrytonApi, payload: OpportunityIn, ref: Reference) -> tuple[Call, ...]:
        """The one request, for the connection's company and employee."""
        values: dict[str, Any] = {
            "party": payload.party,
            "reference": ref.code,
            "description": payload.description,
            "company": client.company,
        }
        if client.employee is not None:
            values["employee"] = client.employee
        if payload.comment:
            values["comment"] = payload.comment
        if payload.amount is not None:
            values["amount"] = str(payload.amount)
        return (client.creating(_MODEL, values, _FIELDS, "Open the opportunity."),)

    async def send(
        self, client: TrytonApi, payload: OpportunityIn, ref: Reference
    ) -> OpportunityOut:
        """Create the lead."""
        (creating,) = self.render(client, payload, ref)
        return _output(client, await client.write(creating))

    async def find(self, client: TrytonApi, ref: Reference) -> OpportunityOut | None:
        """The oldest lead that has our reference."""
        found = await client.search(_MODEL, [["reference", "=", ref.code]], _FIELDS)
        return _output(client, found[0]) if found else None


def _output(client: TrytonApi, record: dict[str, Any]) -> OpportunityOut:
    identifier, number = int(record["id"]), record.get("number")
    return OpportunityOut(
        record=number,
        record_url=client.record_url(_MODEL, identifier),
        id=identifier,
        number=number,
    )
