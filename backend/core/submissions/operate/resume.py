"""Fix and resume: an ended submission goes on as a new one, from the step that failed.

The original stays as it is. The new one has ids, reference and idempotency keys of its own, and
brings along what had succeeded.
"""

from __future__ import annotations

import uuid
from typing import Any

from django.db import IntegrityError

from core.accounts.models import Organization
from core.audit.services import Actor, audit_record
from core.errors import Conflict
from core.submissions.accept import data_check, submission_make
from core.submissions.models import (
    EventKind,
    Source,
    StepRun,
    StepStatus,
    Submission,
    SubmissionStatus,
)
from core.submissions.operate.corrections import corrected_answers
from core.submissions.operate.hold import HeldSubmission, hold
from core.submissions.operate.runs_again import runs_of_again
from core.submissions.sensitive import answers_redact_in_logs, unmasked, whole_answers
from core.submissions.state import (
    acceptance_note,
    event_log_submission,
    notify_due,
    refresh_statuses,
)
from core.submissions.uploads import uploads_by_id, uploads_claim, uploads_describe
from core.workflows.choices import LiveValues
from core.workflows.forms import fields_alike
from core.workflows.models import WorkflowVersion

_RESUMABLE = (SubmissionStatus.FAILED, SubmissionStatus.CANCELLED)


def submission_resume(
    *,
    organization: Organization,
    submission_id: uuid.UUID,
    actor: Actor,
    data: dict[str, Any] | None = None,
    newest_version: bool = False,
) -> Submission:
    """Take up a failed or cancelled submission as a new one, with ``data`` in place of its own.

    Raises NotFound, Conflict when it cannot be taken up (again), Unprocessable for refused data.
    """
    try:
        with hold(organization=organization, submission_id=submission_id) as held:
            return _resume(held, actor, data, newest_version=newest_version)
    except IntegrityError as error:
        if "resumed_once" not in str(error):
            raise
        raise _resumed_before(organization, submission_id) from error


def _resume(
    held: HeldSubmission, actor: Actor, data: dict[str, Any] | None, *, newest_version: bool
) -> Submission:
    original = held.submission
    organization = original.organization
    version, clean = _prepared(original, data, newest_version=newest_version)
    resumed = submission_make(
        version, clean, Source(original.source), actor.request_id, original.language
    )
    resumed.resumed_from = original
    resumed.save(force_insert=True)
    resumed.state.save(force_insert=True)
    acceptance_note(resumed)
    uploads_claim(resumed, version, shared_with=original)
    done = {run.step.key: run for run in held.runs if run.status == StepStatus.SUCCEEDED}
    runs = runs_of_again(original, resumed, clean, done)
    StepRun.objects.bulk_create(runs)
    refresh_statuses([resumed.pk])
    by = {"by": actor.name}
    event_log_submission(EventKind.SUBMISSION_RESUMED, original, {"as": resumed.reference, **by})
    changed = corrected_answers(original.version, version, whole_answers(original), clean)
    told = {"from": original.reference, **by, **({"changed": changed} if changed else {})}
    event_log_submission(EventKind.SUBMISSION_RESUMED, resumed, told)
    audit_record(
        organization=organization,
        actor=actor,
        action="submission.resumed",
        object_kind="submission",
        object_id=original.pk,
        detail={
            "reference": original.reference,
            "as": resumed.reference,
            "as_id": str(resumed.pk),
            "corrected": _corrected(original.data, clean),
            "version": version.number,
        },
    )
    notify_due({run.queue for run in runs if run.status == StepStatus.READY})
    resumed.refresh_from_db()
    return resumed


def resume_check(
    *, original: Submission, data: dict[str, Any] | None = None, newest_version: bool = False
) -> None:
    """Raise what `submission_resume` would raise for this submission now, and change nothing.

    Needs its state, workflow, version and organization with it.
    """
    _prepared(original, data, newest_version=newest_version)


def _prepared(
    original: Submission, data: dict[str, Any] | None, *, newest_version: bool
) -> tuple[WorkflowVersion, dict[str, Any]]:
    """The version that it follows from now on, and its answers as that one's form cleans them."""
    organization = original.organization
    if original.status not in _RESUMABLE:
        raise Conflict(
            f"{original.reference} is {original.status}; only failed and cancelled ones are"
            " taken up again. Resolve a step that is unknown first."
        )
    if original.erased_at is not None:
        raise Conflict(f"The answers of {original.reference} were erased: nothing can be sent.")
    if Submission.objects.owned_by(organization).filter(resumed_from=original).exists():
        raise _resumed_before(organization, original.pk)
    version = _version(original, newest=newest_version)
    former = whole_answers(original)
    answers_redact_in_logs(version, former if data is None else data)
    given = former if data is None else unmasked(version, data, former)
    alike = fields_alike(original.version, version)
    kept = {key: answer for key, answer in former.items() if key in alike}
    live = LiveValues(version.organization_id, reads=False)
    checked = data_check(version, uploads_by_id(version, given), kept, live=live)
    return version, uploads_describe(version, checked)


def _corrected(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """Which answers are others now. What they say is personal, and stays with the submissions."""
    names = before.keys() | after.keys()
    return sorted(name for name in names if before.get(name) != after.get(name))


def _version(original: Submission, *, newest: bool) -> WorkflowVersion:
    current = original.workflow.current
    return current if newest and current is not None else original.version


def _resumed_before(organization: Organization, submission_id: uuid.UUID) -> Conflict:
    resumed = Submission.objects.owned_by(organization).filter(resumed_from=submission_id)
    again = resumed.first()
    words = f" as {again.reference}" if again else ""
    return Conflict(f"This submission was taken up before{words}. Go on with that one.")
