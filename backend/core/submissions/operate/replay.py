"""Sending a delivered submission once more, as a new one with ids and keys of its own."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError
from django.db.models import prefetch_related_objects

from core.accounts.models import Organization
from core.audit.services import Actor, audit_record
from core.errors import Conflict
from core.submissions.accept import (
    canonical_hash,
    data_check,
    in_progress,
    key_reused,
    submission_make,
)
from core.submissions.models import (
    EventKind,
    IdempotencyKey,
    Replay,
    Source,
    StepRun,
    StepStatus,
    Submission,
    SubmissionStatus,
)
from core.submissions.operate.hold import HeldSubmission, hold
from core.submissions.operate.runs_again import Again, runs_of_again
from core.submissions.sensitive import answers_redact_in_logs, whole_answers
from core.submissions.state import (
    acceptances_note,
    event_log_submission,
    notify_due,
    refresh_statuses,
)
from core.submissions.uploads import uploads_by_id, uploads_claim, uploads_describe
from core.workflows.choices import LiveValues
from integrations.discovery import get_action
from integrations.sdk import Effect


@dataclass(frozen=True, slots=True)
class SentAgain:
    """One step that a replay would send, and what is there of it already.

    ``delivered``: the destination has it from the first time. Without, its condition was false, and
    it is judged anew. ``effect``: None for an action that this release does not know.
    ``same_by``: what the destination recognizes it by all the same, such as the e-mail address;
    empty: nothing, so there will be a second one.
    """

    run: StepRun
    delivered: bool
    effect: Effect | None
    same_by: str


def replay_preview(*, organization: Organization, submission_id: uuid.UUID) -> list[SentAgain]:
    """What would be sent once more, in the order of the steps. Raises as `submission_replay`."""
    with hold(organization=organization, submission_id=submission_id) as held:
        _replayable(held.submission)
        prefetch_related_objects(held.runs, "connection")
        return [_sent_again(run) for run in held.runs]


def submission_replay(
    *,
    organization: Organization,
    submission_id: uuid.UUID,
    actor: Actor,
    idempotency_key: str | None = None,
) -> Submission:
    """Send all steps of a delivered submission once more, as a new submission.

    Its step runs have keys and references of their own, so no destination knows them: what it made
    before it makes again. The same ``idempotency_key`` gives the replay that it made before.
    Raises NotFound, Conflict when it is not delivered or its answers were erased, Unprocessable
    for a key of something else.
    """
    try:
        with hold(organization=organization, submission_id=submission_id) as held:
            before = _made_before(held.submission, idempotency_key)
            return before or _replay(held, actor, idempotency_key)
    except IntegrityError as error:
        if "one_submission_per_key" not in str(error):
            raise
        raise in_progress() from error


def _replay(held: HeldSubmission, actor: Actor, idempotency_key: str | None) -> Submission:
    original = held.submission
    _replayable(original)
    organization, version = original.organization, original.version
    former = whole_answers(original)
    answers_redact_in_logs(version, former)
    live = LiveValues(version.organization_id, reads=False)
    checked = data_check(version, uploads_by_id(version, former), former, live=live)
    clean = uploads_describe(version, checked)
    source = Source(original.source)
    made = submission_make(version, clean, source, actor.request_id, original.language)
    made.save(force_insert=True)
    made.state.save(force_insert=True)
    acceptances_note([made])
    Replay.objects.create(submission=made, organization=organization, origin=original)
    if idempotency_key is not None:
        IdempotencyKey.objects.create(
            organization=organization,
            workflow=original.workflow,
            key=idempotency_key,
            body_hash=_body_hash(original),
            submission=made,
        )
    uploads_claim(made, version, shared_with=original)
    runs = runs_of_again([Again.of(original, made, clean)])
    StepRun.objects.bulk_create(runs)
    refresh_statuses([made.pk])
    by = {"by": actor.name}
    event_log_submission(EventKind.SUBMISSION_REPLAYED, original, {"as": made.reference, **by})
    event_log_submission(EventKind.SUBMISSION_REPLAYED, made, {"from": original.reference, **by})
    audit_record(
        organization=organization,
        actor=actor,
        action="submission.replayed",
        object_kind="submission",
        object_id=original.pk,
        detail={
            "reference": original.reference,
            "as": made.reference,
            "as_id": str(made.pk),
            "version": version.number,
        },
    )
    notify_due({run.queue for run in runs if run.status == StepStatus.READY})
    made.refresh_from_db()
    return made


def _replayable(original: Submission) -> None:
    if original.status != SubmissionStatus.SUCCEEDED:
        raise Conflict(
            f"{original.reference} is {original.status}; only delivered ones are sent once more."
            " A failed or cancelled one is taken up again instead."
        )
    if original.erased_at is not None:
        raise Conflict(f"The answers of {original.reference} were erased: nothing can be sent.")


def _made_before(original: Submission, idempotency_key: str | None) -> Submission | None:
    if idempotency_key is None:
        return None
    rows = IdempotencyKey.objects.owned_by(original.organization_id)
    known = rows.filter(workflow_id=original.workflow_id, key=idempotency_key).first()
    if known is None:
        return None
    if bytes(known.body_hash) != _body_hash(original):
        raise key_reused()
    owned = Submission.objects.owned_by(original.organization_id)
    return owned.select_related("state").get(pk=known.submission_id)


def _body_hash(original: Submission) -> bytes:
    asked: dict[str, Any] = {"$replay": str(original.pk)}
    return canonical_hash(asked)


def _sent_again(run: StepRun) -> SentAgain:
    try:
        action = get_action(run.connection.connector, run.step.action)
    except KeyError:
        return SentAgain(run, run.status == StepStatus.SUCCEEDED, None, "")
    return SentAgain(run, run.status == StepStatus.SUCCEEDED, action.effect, action.same_by)
