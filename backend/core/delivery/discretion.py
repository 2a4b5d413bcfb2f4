"""Sensitive answers on their way: opened in memory for one attempt, and kept out of its record."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from core.delivery.claims import Claim
from core.delivery.outcomes import Outcome
from core.delivery.plans import Plan
from core.kit.encryption import SealBroken
from core.sealing.data_keys import OpenKey, data_key
from core.submissions.answers import (
    SEALED,
    output_open,
    output_seal,
    output_spot,
    sensitive_answers,
    unsealed,
)
from integrations.sdk import Hidden, Trace


@dataclass(frozen=True, slots=True)
class Sensitive:
    """What an attempt must keep to itself. ``names``: the fields; ``key`` seals its output."""

    organization_id: uuid.UUID
    submission_id: uuid.UUID
    names: frozenset[str]
    hidden: Hidden = field(repr=False)
    key: OpenKey = field(repr=False)

    def output(self, step_key: str, shown: dict[str, Any], full: dict[str, Any]) -> dict[str, Any]:
        """An output with sensitive values in it, as it is kept for the steps that follow."""
        spot = output_spot(self.organization_id, self.submission_id, step_key)
        return output_seal(shown, full, spot, self.key)


def claims_open(claims: Sequence[Claim], plans: Mapping[uuid.UUID, Plan]) -> list[Claim]:
    """The claims with their sealed answers and outputs opened, those that have any.

    One that cannot be opened says so in ``closed``. Reads the database for keys not in memory.
    """
    return [_opened(claim, plans) if _is_sealed(claim) else claim for claim in claims]


def _is_sealed(claim: Claim) -> bool:
    return SEALED in claim.data or any(
        output is not None and SEALED in output for output in claim.outputs.values()
    )


def _opened(claim: Claim, plans: Mapping[uuid.UUID, Plan]) -> Claim:
    plan = plans.get(claim.step_id)
    if plan is None:
        return claim
    organization_id, submission_id = plan.connection.organization_id, claim.submission_id
    try:
        answers = sensitive_answers(organization_id, submission_id, claim.data)
        outputs = {
            key: output_open(output, output_spot(organization_id, submission_id, key))
            for key, output in claim.outputs.items()
        }
        key = data_key(organization_id)
    except SealBroken as error:
        return replace(claim, closed=str(error))
    return replace(
        claim,
        data=unsealed(claim.data) | answers,
        outputs=outputs,
        sensitive=Sensitive(
            organization_id, submission_id, frozenset(answers), Hidden(answers.values()), key
        ),
    )


def discreet(outcome: Outcome, claim: Claim, plan: Plan, trace: Trace) -> Outcome:
    """The outcome without credentials and without sensitive values, wherever they came back.

    An output with sensitive values in it is kept whole as well, sealed.
    """
    redactor, sensitive = trace.redactor, claim.sensitive
    record, record_url = redactor.text(outcome.record), redactor.text(outcome.record_url)
    if sensitive is None and not redactor.found:
        return outcome
    output = outcome.output
    if output is not None:
        shown = redactor.values(output)
        if sensitive is not None and shown != redactor.values(output, answers=False):
            full = redactor.values(output, answers=False)
            output = sensitive.output(plan.step_key, shown, full)
        else:
            output = shown
    return replace(
        outcome,
        record=record,
        record_url=record_url,
        output=output,
        message=redactor.message(outcome.message),
        request=redactor.values(outcome.request),
        response=redactor.values(outcome.response),
        signal=replace(outcome.signal, refused=redactor.message(outcome.signal.refused)),
    )
