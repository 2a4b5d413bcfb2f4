"""Ending the doubt about a send whose outcome is not known, by a person who looked."""

from __future__ import annotations

import uuid
from typing import Any, assert_never

from django.db import models
from django.db.models import Value
from django.db.models.functions import Now

from core.accounts.models import Organization
from core.audit.changes import changes_between
from core.audit.services import Actor, audit_record
from core.errors import Conflict, NotFound
from core.submissions.models import EventKind, StepRun, StepStatus
from core.submissions.operate.hold import hold
from core.submissions.operate.measure import ended_record
from core.submissions.sensitive import hiding
from core.submissions.state import DELIVER_WITHIN, events_log_steps, notify_due, runs_ended


class Decision(models.TextChoices):
    DELIVERED = "delivered", "It arrived"
    RESEND = "resend", "It did not arrive: send it again"
    GIVE_UP = "give_up", "Leave it"


def step_resolve(
    *,
    organization: Organization,
    step_run_id: uuid.UUID,
    decision: Decision,
    actor: Actor,
    record: str = "",
    note: str = "",
) -> StepRun:
    """Decide about a step in state ``unknown``. ``record``: its number at the destination.

    Raises NotFound, and Conflict when the step is not unknown (any more).
    """
    run = StepRun.objects.owned_by(organization).filter(pk=step_run_id).first()
    if run is None:
        raise NotFound("This organization has no step with that id.")
    with hold(organization=organization, submission_id=run.submission_id) as held:
        run = next(each for each in held.runs if each.pk == step_run_id)
        if run.status != StepStatus.UNKNOWN:
            raise Conflict(
                f"Step {run.position} of {held.submission.reference} is {run.status}, not unknown:"
                " it was resolved meanwhile. Reload to see how."
            )
        hide = hiding(held.submission)
        record, note = hide(record), hide(note)
        mine = StepRun.objects.owned_by(organization).filter(pk=run.pk)
        changed = _changes(decision, record, note)
        mine.update(**changed)
        said = {"note": note} if note else {}
        events_log_steps(
            EventKind.STEP_RESOLVED, [run], {"decision": decision, "by": actor.name, **said}
        )
        succeeded = [(run.submission_id, run.step_id)] if decision is Decision.DELIVERED else []
        broken = [run.submission_id] if decision is Decision.GIVE_UP else []
        followed = runs_ended(
            submission_ids=[run.submission_id],
            succeeded=succeeded,
            broken=broken,
            lines=[] if decision is Decision.RESEND else held.lines,
        )
        audit_record(
            organization=organization,
            actor=actor,
            action="step.resolved",
            object_kind="submission",
            object_id=run.submission_id,
            # The record and the note stay with the step and its event: they may name a person, and
            # are erased with the submission.
            detail={
                "reference": held.submission.reference,
                "step": run.position,
                "decision": decision,
                "with_record": bool(record),
                "with_note": bool(note),
            },
            changes=changes_between({"status": run.status}, {"status": changed["status"]}),
        )
        queues = {run.queue} if decision is Decision.RESEND else set()
        ended_record([held.submission], followed.statuses)
        notify_due(queues | {place.queue for place in followed.due})
    run.refresh_from_db()
    return run


def _changes(decision: Decision, record: str, note: str) -> dict[str, Any]:
    match decision:
        case Decision.DELIVERED:
            output: dict[str, Any] = {"record": record or None}
            return {
                "status": StepStatus.SUCCEEDED,
                "in_doubt": False,
                "output": output,
                "record": record,
                "error_kind": "",
                "error_message": "",
                "finished_at": Now(),
            }
        case Decision.RESEND:
            return {
                "status": StepStatus.READY,
                "in_doubt": False,
                "failures": 0,
                "next_attempt_at": Now(),
                "deadline_at": Now() + Value(DELIVER_WITHIN),
                "error_message": "Sent again: a person found that it had not arrived.",
            }
        case Decision.GIVE_UP:
            return {
                "status": StepStatus.FAILED,
                "finished_at": Now(),
                "error_message": note or "Given up by a person: its outcome stayed unknown.",
            }
        case _:
            assert_never(decision)
