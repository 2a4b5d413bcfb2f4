"""Opens sensitive answers in memory for one attempt."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import replace

import structlog

from core.crypto.encryption import SealBroken
from core.delivery.claim.due_runs import Claim
from core.delivery.claim.sensitive_values import SensitiveValues
from core.delivery.claim.step_plans import Plan
from core.sealing.data_keys import data_key
from core.submissions.sensitive import SEALED, output_open, output_spot, sensitive_answers, unsealed
from integrations.sdk import Hidden

log = structlog.get_logger(__name__)


def claims_unseal(claims: Sequence[Claim], plans: Mapping[uuid.UUID, Plan]) -> list[Claim]:
    """The claims, with any sealed answers and outputs opened.

    A claim that cannot be opened says why in ``closed``. Reads missing keys from the database.
    """
    return [_unsealed(claim, plans) if _is_sealed(claim) else claim for claim in claims]


def _is_sealed(claim: Claim) -> bool:
    return SEALED in claim.data or any(
        output is not None and SEALED in output for output in claim.outputs.values()
    )


def _unsealed(claim: Claim, plans: Mapping[uuid.UUID, Plan]) -> Claim:
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
    except Exception:
        log.exception("claim cannot be unsealed", step_run_id=str(claim.step_run_id))
        return replace(claim, closed="What is stored of them is damaged.")
    return replace(
        claim,
        data=unsealed(claim.data) | answers,
        outputs=outputs,
        sensitive=SensitiveValues(
            organization_id, submission_id, frozenset(answers), Hidden(answers.values()), key
        ),
    )
