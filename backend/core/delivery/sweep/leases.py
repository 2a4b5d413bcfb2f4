"""Settles runs whose worker did not come back, by effect class."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.db.models.functions import Now

from core.delivery.claim import Plan, plans_get
from core.delivery.outcome import AttemptContext, Outcome, abandoned
from core.delivery.settle import settle
from core.metrics import leases_count
from core.submissions.models import StepRun, StepStatus
from integrations.sdk import Effect
from waybill_definitions.document import RetryPolicy

BATCH = 500


@dataclass(frozen=True, slots=True)
class Abandoned:
    """An abandoned run, with what its settlement needs."""

    submission_id: uuid.UUID
    connection_id: uuid.UUID
    ordered: bool


def leases_sweep() -> tuple[int, int]:
    """Settle a batch of expired leases. Returns how many continue and how many need a person.

    Nothing is locked beforehand. If the worker comes back now, or another sweeper runs, fence and
    state decide who wins.
    """
    all_runs = StepRun.objects.across_organizations("a dead worker had runs of any of them")
    expired = all_runs.filter(status=StepStatus.SENDING, lease_until__lt=Now())
    runs = list(expired.order_by("lease_until")[:BATCH])
    if not runs:
        return 0, 0
    plans = plans_get(run.step_id for run in runs)
    outcomes = [_outcome(run, plans.get(run.step_id)) for run in runs]
    held = [
        Abandoned(run.submission_id, run.connection_id, run.ordering_key is not None)
        for run in runs
    ]
    settle(held=held, outcomes=outcomes)
    unknown = sum(outcome.status is StepStatus.UNKNOWN for outcome in outcomes)
    leases_count(len(outcomes) - unknown, unknown)
    return len(outcomes) - unknown, unknown


def _outcome(run: StepRun, plan: Plan | None) -> Outcome:
    """A run without a plan counts as blind, and may have been sent."""
    effect = plan.effect if plan else Effect.BLIND
    unsent = plan is not None and effect is Effect.BLIND and run.sent_at is None
    context = AttemptContext(
        step_run_id=run.pk,
        fence=run.fence,
        claimed_at=run.claimed_at or run.deadline_at,
        failures=run.failures,
        tries=run.tries,
        effect=effect,
        policy=plan.policy if plan else RetryPolicy(),
        in_doubt=run.in_doubt,
        look_up_in=0.0,
        written=False,
        request=None,
        response=None,
    )
    return abandoned(context, sent=not unsent)
