"""Putting right what a dead worker or a passed deadline left behind."""

from __future__ import annotations

import uuid
from collections import defaultdict
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models import F, Q, Value
from django.db.models.functions import Concat, Now

from core.delivery.plans import Plan, plans_get
from core.delivery.retry import backoff_seconds
from core.submissions.models import DUE, Attempt, AttemptOutcome, StepRun, StepStatus
from core.submissions.status import lock_submissions, refresh_statuses, skip_dependants
from core.submissions.wakeups import notify_due
from integrations.sdk import Effect

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Swept:
    """How many step runs were given back, parked as unknown, or given up at their deadline."""

    given_back: int
    unknown: int
    given_up: int


def sweep() -> Swept:
    """One bounded pass. Running it twice, or in two places at once, is harmless."""
    given_back, unknown = _expired_leases()
    return Swept(given_back, unknown, _passed_deadlines())


def _expired_leases() -> tuple[int, int]:
    """By effect class: keyed goes again, readable is looked up first, blind waits for a person."""
    found = _submissions_with(Q(status=StepStatus.SENDING, lease_until__lt=Now()))
    with transaction.atomic():
        lock_submissions(found)
        expired = StepRun.objects.filter(
            submission__in=found, status=StepStatus.SENDING, lease_until__lt=Now()
        )
        runs = list(expired.select_for_update(skip_locked=True, of=("self",)))
        plans = plans_get(run.step_id for run in runs)
        given_back = [run for run in runs if _give_back_or_park(run, plans.get(run.step_id))]
        refresh_statuses(found)
        notify_due({run.queue for run in given_back})
    return len(given_back), len(runs) - len(given_back)


def _give_back_or_park(run: StepRun, plan: Plan | None) -> bool:
    """True if the run may be tried again; one without a plan is as good as blind."""
    _note_lost(run)
    if plan is None or plan.effect is Effect.BLIND:
        _park(run)
        return False
    wait = backoff_seconds(plan.policy, run.tries)
    _give_back(run, wait, in_doubt=plan.effect is Effect.READABLE)
    return True


def _submissions_with(condition: Q) -> list[uuid.UUID]:
    rows = StepRun.objects.filter(condition).values_list("submission_id", flat=True)
    return sorted(set(rows[:_BATCH]))


def _give_back(run: StepRun, wait_seconds: float, *, in_doubt: bool) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE submissions_steprun SET status = 'waiting', fence = fence + 1,"
            " lease_until = NULL, in_doubt = in_doubt OR %s, error_kind = 'transient',"
            " error_message = %s, next_attempt_at = now() + make_interval(secs => %s)"
            " WHERE id = %s AND fence = %s",
            [
                in_doubt,
                "The worker stopped in the middle of this try.",
                wait_seconds,
                run.pk,
                run.fence,
            ],
        )


def _park(run: StepRun) -> None:
    StepRun.objects.filter(pk=run.pk, fence=run.fence).update(
        status=StepStatus.UNKNOWN,
        fence=F("fence") + 1,
        lease_until=None,
        error_kind="outcome_unknown",
        error_message="The worker stopped while sending."
        " It may have arrived: check at the destination.",
    )


def _note_lost(run: StepRun) -> None:
    Attempt.objects.filter(step_run=run, fence=run.fence, ended_at=None).update(
        outcome=AttemptOutcome.LOST,
        ended_at=Now(),
        error_kind="outcome_unknown",
        message="The worker stopped before it could say how this ended.",
    )


def _passed_deadlines() -> int:
    overdue = DUE & Q(deadline_at__lt=Now())
    found = _submissions_with(overdue)
    with transaction.atomic():
        lock_submissions(found)
        runs = list(
            StepRun.objects.filter(overdue, submission__in=found).select_for_update(
                skip_locked=True, of=("self",)
            )
        )
        ended: dict[StepStatus, list[uuid.UUID]] = defaultdict(list)
        for run in runs:
            ended[StepStatus.UNKNOWN if run.in_doubt else StepStatus.FAILED].append(run.pk)
        for status, ids in ended.items():
            StepRun.objects.filter(pk__in=ids).update(
                status=status,
                next_attempt_at=None,
                error_message=Concat(Value("Given up at its deadline. "), "error_message"),
                finished_at=Now() if status == StepStatus.FAILED else None,
            )
        skip_dependants(run.submission_id for run in runs if not run.in_doubt)
        refresh_statuses(found)
    return len(runs)
