"""Taking a person out of a submission, and leaving what the ledger counts: ids, states, times.

What Waybill sent to the destinations is theirs: their records keep their numbers here, so that
they can be found there.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from enum import Enum
from typing import Any

from django.db.models import Q
from django.db.models.functions import Now

from core.accounts.models import Organization
from core.errors import NotFound
from core.submissions.models import (
    Attempt,
    Event,
    EventKind,
    IdempotencyKey,
    Note,
    StepRun,
    Submission,
)
from core.submissions.models.states import SUBMISSION_ENDS
from core.submissions.operate.hold import HeldSubmission, hold
from core.submissions.sensitive import (
    ERASED,
    SEALED,
    Mentions,
    values_in,
    whole_answers,
    whole_output,
)
from core.submissions.uploads import uploads_remove

_NO_BODY = bytes(32)
_INSIDE_FROM = 6


class Erasure(Enum):
    """How an attempt to erase ended."""

    DONE = "done"
    IN_FLIGHT = "in_flight"
    """Steps of it, or of the one that takes it up, still need the values: nothing was erased."""
    GONE = "gone"
    """The submission is not kept any more."""


def submission_erase(
    *, organization: Organization, submission_id: uuid.UUID, forms: Sequence[str], whole: bool
) -> Erasure:
    """Replace all answers and evidence; or, where it only mentions the person, what names them:
    ``forms``, the ways in which their address is written.

    Doing it again changes nothing. A later request with the same Idempotency-Key is refused, since
    nobody can tell any more whether it has the same body.
    """
    try:
        with hold(organization=organization, submission_id=submission_id) as held:
            if _needed(held.submission):
                return Erasure.IN_FLIGHT
            if whole:
                _erase_whole(held, forms)
            else:
                _erase_mentions(held, Mentions(forms))
    except NotFound:
        return Erasure.GONE
    if whole:
        # After the commit: it may have to go over a network, and may be done again.
        uploads_remove(organization=organization, submission_ids=[submission_id])
    return Erasure.DONE


def _needed(submission: Submission) -> bool:
    """Whether its values are still to be sent, by itself or by those that take it up or send it
    again, which send its files."""
    if submission.status not in SUBMISSION_ENDS:
        return True
    owned = Submission.objects.owned_by(submission.organization_id)
    again = owned.filter(Q(resumed_from=submission) | Q(replay__origin=submission))
    return again.exclude(state__status__in=sorted(SUBMISSION_ENDS)).exists()


def _erase_whole(held: HeldSubmission, forms: Sequence[str]) -> None:
    submission, owner = held.submission, held.submission.organization_id
    if submission.erased_at is not None:
        return
    outputs = [whole_output(submission, run.step.key, run.output) for run in held.runs]
    values = values_in([whole_answers(submission), outputs])
    found = Mentions([*forms, submission.subject, *values], inside_from=_INSIDE_FROM)
    for run in held.runs:
        StepRun.objects.owned_by(owner).filter(pk=run.pk).update(
            output=None,
            ordering_key=None,
            error_message=ERASED if run.error_message else "",
            record="" if found.among(run.record) else run.record,
            record_url="" if found.among(run.record_url) else run.record_url,
        )
    attempts = Attempt.objects.owned_by(owner).filter(step_run__in=[run.pk for run in held.runs])
    attempts.update(request=None, response=None)
    attempts.exclude(message="").update(message=ERASED)
    _erase_events(submission, found, whole=True)
    _erase_corrections(submission)
    Note.objects.owned_by(owner).filter(submission=submission).update(text=ERASED)
    keys = IdempotencyKey.objects.owned_by(owner).filter(submission=submission)
    for key in keys:
        if found.among(key.key):
            key.delete()
    keys.update(body_hash=_NO_BODY)
    names = {*submission.data, *submission.data.get(SEALED, ())} - {SEALED}
    Submission.objects.owned_by(owner).filter(pk=submission.pk).update(
        data=dict.fromkeys(sorted(names), ERASED), subject="", erased_at=Now()
    )


def _erase_mentions(held: HeldSubmission, found: Mentions) -> None:
    owner = held.submission.organization_id
    for run in held.runs:
        changed = _without(run, found, "output", "record", "record_url", "error_message")
        if found.among(whole_output(held.submission, run.step.key, run.output)):
            # The sealed whole goes, what may be seen of it stays.
            shown = found.without(run.output or {})
            changed["output"] = {name: shown[name] for name in shown if name != SEALED}
        if run.ordering_key and found.among(run.ordering_key):
            changed["ordering_key"] = None
        if changed:
            StepRun.objects.owned_by(owner).filter(pk=run.pk).update(**changed)
    attempts = Attempt.objects.owned_by(owner)
    for attempt in attempts.filter(step_run__in=[run.pk for run in held.runs]):
        changed = _without(attempt, found, "request", "response", "message")
        if changed:
            attempts.filter(
                step_run=attempt.step_run_id, fence=attempt.fence, started_at=attempt.started_at
            ).update(**changed)
    _erase_events(held.submission, found, whole=False)
    notes = Note.objects.owned_by(owner)
    for note in notes.filter(submission=held.submission):
        if found.among(note.text):
            notes.filter(pk=note.pk).update(text=found.without(note.text))


_WRITTEN = frozenset({"note", "changed"})
"""What an event holds of people's words: a decision's note, and what was corrected."""


def _erase_events(submission: Submission, found: Mentions, *, whole: bool) -> None:
    events = Event.objects.owned_by(submission.organization_id).filter(submission=submission)
    for event in events.filter(at__gte=submission.created_at):
        detail = {
            name: ERASED if whole and name in _WRITTEN else found.without(value)
            for name, value in event.detail.items()
        }
        if detail != event.detail:
            events.filter(pk=event.pk, at=event.at).update(detail=detail)


def _erase_corrections(submission: Submission) -> None:
    """Of the one that took it up: its log says what was corrected, and from what."""
    again = Submission.objects.owned_by(submission.organization_id).filter(resumed_from=submission)
    events = Event.objects.owned_by(submission.organization_id).filter(
        submission__in=list(again),
        kind=EventKind.SUBMISSION_RESUMED,
        at__gte=submission.created_at,
        detail__has_key="changed",
    )
    for event in events:
        detail = event.detail | {"changed": ERASED}
        events.filter(pk=event.pk, at=event.at).update(detail=detail)


def _without(row: StepRun | Attempt, found: Mentions, *names: str) -> dict[str, Any]:
    """The columns of these in which something was found, without it."""
    before = {name: getattr(row, name) for name in names}
    after = {name: found.without(value) for name, value in before.items()}
    return {name: value for name, value in after.items() if value != before[name]}
