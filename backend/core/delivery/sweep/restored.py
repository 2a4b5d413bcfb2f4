"""Settles what was under way in a database that went back in time.

What a restored database calls unsent may have been sent after the moment that it shows. So every
open step run is in doubt: a readable one is looked up, a keyed one is repeated under its key as
long as the destination remembers it, and a blind one is left to a person.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.models.functions import Now

from core.accounts.models import Organization
from core.audit.services import SYSTEM, audit_record
from core.delivery.claim import Plan, plans_get
from core.delivery.models import BulkAction, BulkStatus
from core.delivery.sweep.leases import leases_sweep
from core.submissions.models import EventKind, StepRun, StepStatus
from core.submissions.state import events_log_steps, lock_lines, lock_submissions, runs_ended
from integrations.sdk import Effect

_BATCH = 500
_NAMED = 20
"""Steps that are named to whoever restores; all of them are in the list of submissions."""
_OPEN = (StepStatus.BLOCKED, StepStatus.READY, StepStatus.WAITING)

_END_LEASES = """
UPDATE submissions_steprun SET lease_until = now() - interval '1 second'
WHERE status = 'sending' AND lease_until >= now()
"""

# The time that passed while the backup lay there is not the steps' own. A blocked run gets a time
# too: it may be released before what the old system sent can be found.
_DOUBT = """
UPDATE submissions_steprun AS run
SET in_doubt = true,
    first_sent_at = COALESCE(run.first_sent_at, %(moment)s),
    deadline_at = run.deadline_at + GREATEST(now() - %(moment)s, interval '0'),
    next_attempt_at = GREATEST(
        run.next_attempt_at, now() + make_interval(secs => doubted.seconds))
FROM unnest(%(ids)s::uuid[], %(seconds)s::float8[]) AS doubted(id, seconds)
WHERE run.id = doubted.id AND run.status IN ('blocked', 'ready', 'waiting')
"""


@dataclass(slots=True)
class RestoredSteps:
    """How many open step runs there were, by what becomes of them.

    ``looked_up``, ``repeated``: readable and keyed ones. ``unknown``: blind ones that were due, now
    with a person. ``held``: blind ones that wait for others; they will be with a person when it is
    their turn. ``named``: the first of the unknown ones, ``WB-7K3M9QXD01-2``, with their actions.
    ``stopped``: bulk actions that were going on.
    """

    looked_up: int = 0
    repeated: int = 0
    unknown: int = 0
    held: int = 0
    stopped: int = 0
    named: list[str] = field(default_factory=list)


def restored_settle(*, moment: datetime) -> RestoredSteps:
    """Settle all open step runs. ``moment``: what the database shows, as of when.

    For a database in which nothing runs. Running it twice is harmless. Acts for every organization.
    """
    _leases_end()
    settled = RestoredSteps(stopped=_bulk_actions_stop())
    plans: dict[uuid.UUID, Plan] = {}
    for submissions in _submissions_open():
        with transaction.atomic():
            _settle(submissions, moment, plans, settled)
    for organization in Organization.objects.all():
        _audit(organization, moment)
    return settled


def _leases_end() -> None:
    """No worker holds anything any more. Each is settled like one whose worker died."""
    with connection.cursor() as cursor:
        cursor.execute(_END_LEASES)
    before, left = -1, _sending()
    while left and left != before:
        leases_sweep()
        before, left = left, _sending()


def _sending() -> int:
    runs = StepRun.objects.across_organizations("a backup holds those of all")
    return runs.filter(status=StepStatus.SENDING).count()


def _bulk_actions_stop() -> int:
    """What they did after the moment would be done again, under new keys."""
    running = BulkAction.objects.across_organizations("a backup holds those of all")
    return running.filter(status=BulkStatus.RUNNING).update(
        status=BulkStatus.STOPPED, sealed_given=None, finished_at=Now()
    )


def _submissions_open() -> Iterator[list[uuid.UUID]]:
    runs = StepRun.objects.across_organizations("a backup holds those of all")
    ids = runs.filter(status__in=_OPEN).order_by("submission_id").values_list("submission_id")
    after = uuid.UUID(int=0)
    while found := list(
        ids.filter(submission_id__gt=after)
        .distinct()
        .values_list("submission_id", flat=True)[:_BATCH]
    ):
        after = found[-1]
        yield found


def _settle(
    submissions: Sequence[uuid.UUID],
    moment: datetime,
    plans: dict[uuid.UUID, Plan],
    settled: RestoredSteps,
) -> None:
    lock_submissions(submissions)
    lines = lock_lines(submissions)
    found = StepRun.objects.across_organizations("a backup holds those of all")
    found = found.filter(submission__in=submissions, status__in=_OPEN)
    runs = list(found.select_related("submission", "step").order_by("submission_id", "position"))
    unread = {run.step_id for run in runs} - plans.keys()
    if unread:
        plans.update(plans_get(unread))
    effects = {run.pk: _effect(plans.get(run.step_id)) for run in runs}
    _doubt([(run, plans.get(run.step_id)) for run in runs], moment)
    unknown = [
        run for run in runs if effects[run.pk] is Effect.BLIND and run.status != StepStatus.BLOCKED
    ]
    _give_to_people(unknown, moment)
    runs_ended(submission_ids=submissions, lines=lines)
    counts = [effects[run.pk] for run in runs]
    settled.looked_up += counts.count(Effect.READABLE)
    settled.repeated += counts.count(Effect.KEYED)
    settled.unknown += len(unknown)
    settled.held += counts.count(Effect.BLIND) - len(unknown)
    names = [f"{run.reference} ({run.step.action})" for run in unknown]
    settled.named += names[: max(0, _NAMED - len(settled.named))]


def _effect(plan: Plan | None) -> Effect:
    """A step that this release cannot deliver counts as blind."""
    return plan.effect if plan else Effect.BLIND


def _doubt(runs: Sequence[tuple[StepRun, Plan | None]], moment: datetime) -> None:
    parameters: dict[str, Any] = {
        "ids": [run.pk for run, _ in runs],
        "seconds": [_look_up_in(plan) for _, plan in runs],
        "moment": moment,
    }
    with connection.cursor() as cursor:
        cursor.execute(_DOUBT, parameters)


def _look_up_in(plan: Plan | None) -> float:
    """Seconds until what the old system sent last has arrived and can be found."""
    if plan is None or plan.effect is not Effect.READABLE:
        return 0.0
    return plan.timeout + max(settings.WAYBILL_LOOKUP_GRACE_SECONDS, plan.search_lag)


def _give_to_people(runs: Sequence[StepRun], moment: datetime) -> None:
    mine = StepRun.objects.across_organizations("a backup holds those of all")
    mine.filter(pk__in=[run.pk for run in runs]).update(
        status=StepStatus.UNKNOWN,
        next_attempt_at=None,
        error_kind="restored",
        error_message=f"Waybill was restored from a backup of {moment:%Y-%m-%d %H:%M:%S} UTC. After"
        " that this may have been sent, and the destination cannot be asked. Look for the reference"
        " there.",
    )
    events_log_steps(
        EventKind.STEP_UNKNOWN, runs, {"error": "restored", "backup_of": moment.isoformat()}
    )


def _audit(organization: Organization, moment: datetime) -> None:
    audit_record(
        organization=organization,
        actor=SYSTEM,
        action="system.restored",
        object_kind="organization",
        object_id=organization.pk,
        detail={"backup_of": moment.isoformat()},
    )
