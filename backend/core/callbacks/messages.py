"""What a callback says: facts about the submission, none of its answers."""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import structlog

from core.callbacks.claim import CallbackClaim
from core.callbacks.endpoints import endpoint_secrets
from core.callbacks.models import PING, CallbackEndpoint
from core.crypto.encryption import SealBroken
from core.submissions.models import StepRun, Submission
from core.submissions.read import tracking_url

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Message:
    """A claim with everything that is needed to send it. No secrets: they cannot be opened."""

    claim: CallbackClaim
    url: str
    body: bytes
    secrets: list[str]


def messages_of(claims: Sequence[CallbackClaim]) -> list[Message]:
    """What to send for each claim, without those whose endpoint was deleted meanwhile."""
    if not claims:
        return []
    all_endpoints = CallbackEndpoint.objects.across_organizations("a batch has claims of several")
    endpoints = all_endpoints.in_bulk({claim.endpoint_id for claim in claims})
    secrets = {endpoint_id: _secrets(endpoint) for endpoint_id, endpoint in endpoints.items()}
    data = _data(claims)
    return [
        Message(
            claim,
            endpoints[claim.endpoint_id].url,
            _body(claim, data.get(claim.submission_id, {})),
            secrets[claim.endpoint_id],
        )
        for claim in claims
        if claim.endpoint_id in endpoints
    ]


def _secrets(endpoint: CallbackEndpoint) -> list[str]:
    """None when they cannot be opened: that costs this endpoint's tries, and nobody else's."""
    try:
        return endpoint_secrets(endpoint)
    except SealBroken:
        log.exception("callback secret cannot be opened", endpoint_id=str(endpoint.pk))
        return []


def _body(claim: CallbackClaim, data: dict[str, Any]) -> bytes:
    """The JSON that is signed and sent."""
    body = {"type": claim.kind, "timestamp": claim.happened_at.isoformat(), "data": data}
    return json.dumps(body, separators=(",", ":")).encode()


def _data(claims: Sequence[CallbackClaim]) -> dict[uuid.UUID | None, dict[str, Any]]:
    """The ``data`` of each submission that is named; of none, for a ping, it is empty."""
    named = {claim.submission_id for claim in claims if claim.kind != PING}
    wanted = {submission_id for submission_id in named if submission_id}
    several = "a batch has messages of several"
    submissions = Submission.objects.across_organizations(several)
    rows = submissions.filter(pk__in=wanted).select_related("state", "workflow")
    runs: dict[uuid.UUID, list[dict[str, Any]]] = {submission_id: [] for submission_id in wanted}
    all_runs = StepRun.objects.across_organizations(several)
    for run in all_runs.filter(submission__in=wanted).select_related("step"):
        runs[run.submission_id].append(_step(run))
    found: dict[uuid.UUID | None, dict[str, Any]] = {
        submission.pk: _submission(submission, runs[submission.pk]) for submission in rows
    }
    found[None] = {}
    return found


def _submission(submission: Submission, steps: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": str(submission.pk),
        "reference": submission.reference,
        "workflow": submission.workflow.slug,
        "status": submission.status,
        "accepted_at": submission.created_at.isoformat(),
        "finished_at": submission.finished_at.isoformat() if submission.finished_at else None,
        "tracking_url": tracking_url(submission.pk),
        "steps": sorted(steps, key=lambda step: step["position"]),
    }


def _step(run: StepRun) -> dict[str, Any]:
    return {
        "position": run.position,
        "key": run.step.key,
        "status": run.status,
        "record": run.record or None,
        "error_kind": run.error_kind or None,
    }
