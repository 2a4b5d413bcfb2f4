"""Fix and resume: an ended submission goes on as a new one, from the step that failed.

The original stays as it is. The new one has ids, reference and idempotency keys of its own, and
brings along what had succeeded.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import prefetch_related_objects

from core.accounts.models import Organization
from core.audit.services import Actor, Change, audit_record_each
from core.errors import Conflict
from core.submissions.accept import data_check, submission_make
from core.submissions.models import (
    RESUMABLE,
    EventKind,
    Source,
    StepRun,
    StepStatus,
    Submission,
    SubmissionState,
)
from core.submissions.operate.corrections import corrected_answers
from core.submissions.operate.hold import HeldSubmission, held_prepare, hold, hold_each
from core.submissions.operate.runs_again import Again, runs_of_again
from core.submissions.sensitive import answers_redact_in_logs, unmasked, whole_answers
from core.submissions.state import (
    acceptances_note,
    events_log_submissions,
    notify_due,
    refresh_statuses,
)
from core.submissions.uploads import uploads_by_id, uploads_claim, uploads_describe
from core.workflows.choices import LiveValues
from core.workflows.forms import fields_alike, form_of
from core.workflows.models import WorkflowVersion


@dataclass(frozen=True, slots=True)
class _Resumed:
    """A submission that takes up another, not yet written. ``changed``: as `corrected_answers`."""

    original: Submission
    again: Again
    clean: dict[str, Any]
    changed: list[dict[str, Any]]

    @property
    def made(self) -> Submission:
        return self.again.submission


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
            before = _resumed_as(organization, [submission_id])
            resumed = _prepare(held, actor, data, before, newest_version=newest_version)
            _write(organization, [resumed], actor)
            resumed.made.refresh_from_db()
            return resumed.made
    except IntegrityError as error:
        if "resumed_once" not in str(error):
            raise
        before = _resumed_as(organization, [submission_id])
        raise _resumed_before(before.get(submission_id)) from error


def submissions_resume(
    *,
    organization: Organization,
    submission_ids: Sequence[uuid.UUID],
    actor: Actor,
    data: Callable[[Submission], dict[str, Any] | None],
    newest_version: bool = False,
) -> dict[uuid.UUID, uuid.UUID | Exception]:
    """Take up several in one transaction, each as `submission_resume` does. ``data``: of each.

    The ids of the new ones by those of the originals, or why one is left as it is. Who is not in it
    is no longer kept. Raises what the database raises; then none was taken up.
    """
    with hold_each(organization=organization, submission_ids=submission_ids) as held:
        before = _resumed_as(organization, submission_ids)
        resumed, refused = held_prepare(
            held,
            lambda each: _prepare(
                each, actor, data(each.submission), before, newest_version=newest_version
            ),
        )
        if resumed:
            _write(organization, resumed, actor)
    return {each.original.pk: each.made.pk for each in resumed} | refused


def _prepare(
    held: HeldSubmission,
    actor: Actor,
    data: dict[str, Any] | None,
    before: Mapping[uuid.UUID, str],
    *,
    newest_version: bool,
) -> _Resumed:
    """All but the writing; the files alone are claimed. Raises DomainError, and leaves nothing."""
    original = held.submission
    version, clean = _prepared(original, data, before, newest_version=newest_version)
    prefetch_related_objects([version], "steps")
    made = submission_make(
        version, clean, Source(original.source), actor.request_id, original.language
    )
    made.resumed_from = original
    done = {run.step.key: run for run in held.runs if run.status == StepStatus.SUCCEEDED}
    again = Again.of(original, made, clean, done)
    changed = corrected_answers(original.version, version, whole_answers(original), clean)
    with transaction.atomic() if form_of(version).files else nullcontext():
        uploads_claim(made, version, shared_with=original)
    return _Resumed(original, again, clean, changed)


def _write(organization: Organization, resumed: Sequence[_Resumed], actor: Actor) -> None:
    made = [each.made for each in resumed]
    Submission.objects.bulk_create(made)
    SubmissionState.objects.bulk_create(each.state for each in made)
    acceptances_note(made)
    runs = runs_of_again([each.again for each in resumed])
    StepRun.objects.bulk_create(runs)
    refresh_statuses([each.pk for each in made])
    events_log_submissions(
        EventKind.SUBMISSION_RESUMED, [told for each in resumed for told in _told(each, actor)]
    )
    changes = [_change(each) for each in resumed]
    audit_record_each(organization=organization, actor=actor, changes=changes)
    notify_due({run.queue for run in runs if run.status == StepStatus.READY})


def _told(resumed: _Resumed, actor: Actor) -> list[tuple[Submission, dict[str, Any]]]:
    """What the logs of both tell."""
    original, made, by = resumed.original, resumed.made, {"by": actor.name}
    changed = {"changed": resumed.changed} if resumed.changed else {}
    return [
        (original, {"as": made.reference, **by}),
        (made, {"from": original.reference, **by, **changed}),
    ]


def _change(resumed: _Resumed) -> Change:
    original, made = resumed.original, resumed.made
    return Change(
        action="submission.resumed",
        object_kind="submission",
        object_id=original.pk,
        detail={
            "reference": original.reference,
            "as": made.reference,
            "as_id": str(made.pk),
            "corrected": _corrected(original.data, resumed.clean),
            "version": made.version.number,
        },
    )


def resume_check(
    *, original: Submission, data: dict[str, Any] | None = None, newest_version: bool = False
) -> None:
    """Raise what `submission_resume` would raise for this submission now, and change nothing.

    Needs its state, workflow, version and organization with it.
    """
    before = _resumed_as(original.organization, [original.pk])
    _prepared(original, data, before, newest_version=newest_version)


def _prepared(
    original: Submission,
    data: dict[str, Any] | None,
    before: Mapping[uuid.UUID, str],
    *,
    newest_version: bool,
) -> tuple[WorkflowVersion, dict[str, Any]]:
    """The version that it follows from now on, and its answers as that one's form cleans them."""
    if original.status not in RESUMABLE:
        raise Conflict(
            f"{original.reference} is {original.status}; only failed and cancelled ones are"
            " taken up again. Resolve a step that is unknown first."
        )
    if original.erased_at is not None:
        raise Conflict(f"The answers of {original.reference} were erased: nothing can be sent.")
    if original.pk in before:
        raise _resumed_before(before[original.pk])
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
    current = original.workflow.current if newest else None
    return current or original.version


def _resumed_as(
    organization: Organization, submission_ids: Sequence[uuid.UUID]
) -> dict[uuid.UUID, str]:
    """The references of those that took some of these up before, by these."""
    rows = Submission.objects.owned_by(organization).filter(resumed_from__in=submission_ids)
    return dict(rows.values_list("resumed_from_id", "reference"))


def _resumed_before(reference: str | None) -> Conflict:
    words = f" as {reference}" if reference else ""
    return Conflict(f"This submission was taken up before{words}. Go on with that one.")
