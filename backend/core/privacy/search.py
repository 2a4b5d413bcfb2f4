"""Searches everything stored about an organization's submissions for a person."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable

from django.db import connection
from django.db.models import Q

from core.privacy.models import PrivacyMatch, PrivacyRequest
from core.privacy.subjects import Subject
from core.submissions.models import Attempt, Event, IdempotencyKey, Note, StepRun, Submission
from core.submissions.sensitive import SEALED, Mentions, whole_answers, whole_output

CHUNK = 1_000

# A broad search over everything as text, plus every sealed value. Python then opens the candidates
# and checks them exactly.
_CANDIDATES = """
SELECT id FROM submissions_submission
WHERE id = ANY (%(ids)s::uuid[])
    AND (lower(subject || ' ' || data::text) LIKE %(like)s OR data ? %(sealed)s)
UNION
SELECT submission_id FROM submissions_idempotencykey
WHERE submission_id = ANY (%(ids)s::uuid[]) AND lower(key) LIKE %(like)s
UNION
SELECT submission_id FROM submissions_steprun
WHERE submission_id = ANY (%(ids)s::uuid[])
    AND lower(concat_ws(' ', output::text, record, record_url, error_message, ordering_key))
        LIKE %(like)s
UNION
SELECT run.submission_id FROM submissions_steprun AS run
JOIN submissions_attempt AS attempt ON attempt.step_run_id = run.id
WHERE run.submission_id = ANY (%(ids)s::uuid[])
    AND lower(concat_ws(' ', attempt.request::text, attempt.response::text, attempt.message))
        LIKE %(like)s
UNION
SELECT submission_id FROM submissions_event
WHERE submission_id = ANY (%(ids)s::uuid[]) AND lower(detail::text) LIKE %(like)s
UNION
SELECT submission_id FROM submissions_note
WHERE submission_id = ANY (%(ids)s::uuid[]) AND lower(text) LIKE %(like)s
"""


def search_chunk(request: PrivacyRequest, subject: Subject) -> bool:
    """Search the next thousand submissions. False when there are no more."""
    if subject.by_reference:
        _keep(request, _chain(request, subject.text), whole=True)
        return False
    owned = Submission.objects.owned_by(request.organization).filter(pk__lte=request.until_id)
    if request.last_id is not None:
        owned = owned.filter(pk__gt=request.last_id)
    ids = list(owned.order_by("pk").values_list("pk", flat=True)[:CHUNK])
    if ids:
        about, mentioning = _look(request.organization_id, ids, subject.forms)
        _keep(request, about, whole=True)
        _keep(request, mentioning, whole=False)
        request.last_id = ids[-1]
        request.looked_at += len(ids)
        request.save(update_fields=["last_id", "looked_at"])
    return len(ids) == CHUNK


def _look(
    organization_id: uuid.UUID, ids: list[uuid.UUID], forms: list[str]
) -> tuple[list[uuid.UUID], list[uuid.UUID]]:
    """The submissions about the person, and those that only mention them."""
    found = Mentions(forms)
    about, mentioning = [], []
    candidates = _candidates(ids, forms)
    for submission in Submission.objects.owned_by(organization_id).filter(pk__in=candidates):
        owned = IdempotencyKey.objects.owned_by(organization_id)
        keys = owned.filter(submission=submission).values_list("key", flat=True)
        if found.among([whole_answers(submission), submission.subject, *keys]):
            about.append(submission.pk)
        elif found.among(_evidence(submission)):
            mentioning.append(submission.pk)
    return about, mentioning


def _candidates(ids: list[uuid.UUID], forms: list[str]) -> list[uuid.UUID]:
    # jsonb escapes quotes and backslashes; an address may contain both.
    written = [json.dumps(form, ensure_ascii=False)[1:-1] for form in forms]
    patterns = {_like(form) for form in [*forms, *written]}
    found: set[uuid.UUID] = set()
    with connection.cursor() as cursor:
        for pattern in patterns:
            cursor.execute(_CANDIDATES, {"ids": ids, "like": pattern, "sealed": SEALED})
            found |= {row[0] for row in cursor.fetchall()}
    return sorted(found)


def _like(text: str) -> str:
    escaped = text.lower().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


def _evidence(submission: Submission) -> list[object]:
    owner = submission.organization_id
    found = StepRun.objects.owned_by(owner).filter(submission=submission)
    runs = list(found.select_related("step"))
    attempts = Attempt.objects.owned_by(owner).filter(step_run__in=[run.pk for run in runs])
    events = Event.objects.owned_by(owner).filter(
        submission=submission, at__gte=submission.created_at
    )
    notes = Note.objects.owned_by(owner).filter(submission=submission)
    outputs = [whole_output(submission, run.step.key, run.output) for run in runs]
    return [
        *outputs,
        *([run.record, run.record_url, run.error_message] for run in runs),
        *(run.ordering_key for run in runs),
        *([each.request, each.response, each.message] for each in attempts),
        *events.values_list("detail", flat=True),
        *notes.values_list("text", flat=True),
    ]


def _chain(request: PrivacyRequest, reference: str) -> list[uuid.UUID]:
    """The submission of a reference, and all that send the same: those that were taken up again or
    sent once more, in either direction."""
    owned = Submission.objects.owned_by(request.organization)
    found = set(owned.filter(reference=reference).values_list("pk", flat=True))
    chain: set[uuid.UUID] = set()
    while found:
        chain |= found
        related = (
            Q(resumed_as__in=found)
            | Q(resumed_from__in=found)
            | Q(replays__submission__in=found)
            | Q(replay__origin__in=found)
        )
        found = set(owned.filter(related).values_list("pk", flat=True)) - chain
    return sorted(chain)


def _keep(request: PrivacyRequest, ids: Iterable[uuid.UUID], *, whole: bool) -> None:
    PrivacyMatch.objects.bulk_create(
        [
            PrivacyMatch(
                organization_id=request.organization_id,
                request=request,
                submission_id=each,
                whole=whole,
            )
            for each in ids
        ],
        ignore_conflicts=True,
    )
