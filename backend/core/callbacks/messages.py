"""What a callback says: facts about the submission, none of its answers."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable
from typing import Any

from core.callbacks.models import PING
from core.submissions.models import StepRun, Submission
from core.submissions.read import tracking_url


def message_body(*, kind: str, happened_at: str, data: dict[str, Any]) -> bytes:
    """The JSON that is signed and sent."""
    body = {"type": kind, "timestamp": happened_at, "data": data}
    return json.dumps(body, separators=(",", ":")).encode()


def message_data(
    kinds_of: Iterable[tuple[uuid.UUID | None, str]],
) -> dict[uuid.UUID | None, dict[str, Any]]:
    """The ``data`` of each submission that is named; of none, for a ping, it is empty."""
    wanted = {submission_id for submission_id, kind in kinds_of if kind != PING and submission_id}
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
