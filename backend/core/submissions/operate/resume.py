"""Fix and resume: an ended submission goes on as a new one, from the step that failed.

The original stays as it is. The new one has ids, reference and idempotency keys of its own, and
brings along what had succeeded.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError
from django.db.models import Value
from django.db.models.functions import Now

from core.accounts.models import Organization
from core.audit.services import Actor, audit_record
from core.errors import Conflict
from core.sealing.data_keys import data_key
from core.submissions.accept import data_check, places_behind, places_of, submission_make
from core.submissions.models import (
    EventKind,
    Source,
    StepRun,
    StepStatus,
    Submission,
    SubmissionStatus,
)
from core.submissions.operate.hold import HeldSubmission, hold
from core.submissions.sensitive import (
    SEALED,
    answers_redact_in_logs,
    output_seal,
    output_spot,
    unmasked,
    whole_answers,
    whole_output,
)
from core.submissions.state import (
    DELIVER_WITHIN,
    acceptance_note,
    event_log_submission,
    notify_due,
    refresh_statuses,
)
from core.submissions.uploads import uploads_by_id, uploads_claim, uploads_describe
from core.workflows.choices import LiveValues
from core.workflows.compile import version_compiled
from core.workflows.forms import fields_alike
from core.workflows.models import Step, WorkflowVersion

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
    uploads_claim(resumed, version)
    done = {run.step.key: run for run in held.runs if run.status == StepStatus.SUCCEEDED}
    runs = _runs(original, resumed, list(version.steps.all()), done, clean)
    StepRun.objects.bulk_create(runs)
    refresh_statuses([resumed.pk])
    by = {"by": actor.name}
    event_log_submission(EventKind.SUBMISSION_RESUMED, original, {"as": resumed.reference, **by})
    event_log_submission(EventKind.SUBMISSION_RESUMED, resumed, {"from": original.reference, **by})
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


def _runs(
    original: Submission,
    submission: Submission,
    steps: list[Step],
    done: Mapping[str, StepRun],
    data: dict[str, Any],
) -> list[StepRun]:
    version = submission.version
    compiled = version_compiled(version.organization_id, version.pk).steps.values()
    placed = places_behind(places_of([each for each in compiled if each.key not in done], data))
    lines = {place.position: (place.key, behind) for place, behind in placed}
    return [
        _brought(submission, step, done[step.key], original)
        if step.key in done
        else _open(submission, step, done, lines.get(step.position))
        for step in steps
    ]


def _brought(submission: Submission, step: Step, before: StepRun, original: Submission) -> StepRun:
    """A step that had succeeded. What is sealed in its output is sealed anew for its new place."""
    output = before.output
    if output is not None and SEALED in output:
        organization_id = submission.organization_id
        output = output_seal(
            {name: value for name, value in output.items() if name != SEALED},
            whole_output(original, step.key, output),
            output_spot(organization_id, submission.pk, step.key),
            data_key(organization_id),
        )
    return StepRun(
        **_identity(submission, step),
        status=StepStatus.SUCCEEDED,
        deadline_at=before.deadline_at,
        output=output,
        record=before.record,
        record_url=before.record_url,
        finished_at=before.finished_at,
    )


def _open(
    submission: Submission,
    step: Step,
    done: Mapping[str, StepRun],
    line: tuple[str, bool] | None,
) -> StepRun:
    key, behind = line or (None, False)
    waiting_for = sum(name not in done for name in step.depends_on) + behind
    return StepRun(
        **_identity(submission, step),
        status=StepStatus.BLOCKED if waiting_for else StepStatus.READY,
        waiting_for=waiting_for,
        ordering_key=key,
        behind=behind,
        next_attempt_at=None if waiting_for else Now(),
        deadline_at=Now() + Value(DELIVER_WITHIN),
    )


def _identity(submission: Submission, step: Step) -> dict[str, Any]:
    return {
        "organization_id": submission.organization_id,
        "submission": submission,
        "step": step,
        "connection_id": step.connection_id,
        "position": step.position,
        "queue": step.queue,
    }


def _resumed_before(organization: Organization, submission_id: uuid.UUID) -> Conflict:
    resumed = Submission.objects.owned_by(organization).filter(resumed_from=submission_id)
    again = resumed.first()
    words = f" as {again.reference}" if again else ""
    return Conflict(f"This submission was taken up before{words}. Go on with that one.")
