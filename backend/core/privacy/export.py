"""Everything stored about a person, as one JSON document."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone

from core.audit.services import Actor
from core.callbacks.models import Callback
from core.errors import Conflict
from core.privacy.models import PrivacyRequest, RequestStatus
from core.privacy.services import privacy_note
from core.privacy.subjects import subject_of
from core.submissions.models import IdempotencyKey, Note, StepRun, Submission
from core.submissions.read import attempts_of, events_after, submissions_whole
from core.submissions.sensitive import Mentions, whole_answers, whole_output

_CHUNK = 50


def privacy_export(*, request: PrivacyRequest, actor: Actor) -> Iterator[str]:
    """The pieces of the document. Nothing of it is stored here. The request is audited.

    Raises Conflict during the search, or when the person's identity is already deleted.
    """
    subject = subject_of(request)
    if request.status == RequestStatus.SEARCHING:
        raise Conflict("The search has not ended yet. Wait for it, then export what it found.")
    found = request.found.count()
    privacy_note(request, actor, "privacy.exported", {"found": found})
    return _document(request, subject.text, Mentions(subject.forms))


def _document(request: PrivacyRequest, subject: str, mentions: Mentions) -> Iterator[str]:
    head = {
        "subject": subject,
        "organization": request.organization.name,
        "exported_at": timezone.now(),
    }
    yield _json(head)[:-1] + ',"submissions":['
    yield from _joined(_json(_submission(each)) for each in _matching(request, whole=True))
    yield '],"mentions":['
    texts = (_mention(each, mentions) for each in _matching(request, whole=False))
    yield from _joined(_json(each) for each in texts)
    yield "]}\n"


def _joined(texts: Iterator[str]) -> Iterator[str]:
    for number, text in enumerate(texts):
        yield f",\n{text}" if number else f"\n{text}"


def _matching(request: PrivacyRequest, *, whole: bool) -> Iterator[Submission]:
    matches = request.found.filter(whole=whole).order_by("submission_id")
    ids = list(matches.values_list("submission_id", flat=True))
    for begin in range(0, len(ids), _CHUNK):
        wanted = submissions_whole(
            organization=request.organization, submission_ids=ids[begin : begin + _CHUNK]
        )
        yield from wanted


def _submission(submission: Submission) -> dict[str, Any]:
    keys = IdempotencyKey.objects.owned_by(submission.organization_id).filter(submission=submission)
    notes = Note.objects.owned_by(submission.organization_id).filter(submission=submission)
    callbacks = (
        Callback.objects.owned_by(submission.organization_id)
        .filter(submission=submission)
        .order_by("pk")
    )
    return {
        "id": submission.pk,
        "reference": submission.reference,
        "workflow": submission.workflow.name,
        "version": submission.version.number,
        "status": submission.status,
        "source": submission.source,
        "accepted_at": submission.created_at,
        "finished_at": submission.finished_at,
        "answers": whole_answers(submission),
        "idempotency_keys": list(keys.values_list("key", flat=True)),
        "steps": [_step(submission, run) for run in submission.step_runs.all()],
        "events": [
            {"at": event.at, "kind": event.kind, "detail": event.detail}
            for event in events_after(submission, limit=10_000)
        ],
        "notes": list(notes.values("author_name", "text", "created_at", "edited_at")),
        "callbacks": list(
            callbacks.values("kind", "happened_at", "status", "facts", "endpoint__url")
        ),
    }


def _step(submission: Submission, run: StepRun) -> dict[str, Any]:
    return {
        "position": run.position,
        "title": run.step.title,
        "system": run.connection.name,
        "status": run.status,
        "output": whole_output(submission, run.step.key, run.output),
        "record": run.record,
        "record_url": run.record_url,
        "error": run.error_message,
        "finished_at": run.finished_at,
        "attempts": [
            {
                "number": attempt.number,
                "started_at": attempt.started_at,
                "ended_at": attempt.ended_at,
                "outcome": attempt.outcome,
                "message": attempt.message,
                "request": attempt.request,
                "response": attempt.response,
            }
            for attempt in attempts_of(run)
        ],
    }


def _mention(submission: Submission, mentions: Mentions) -> dict[str, Any]:
    """Only those steps of somebody else's submission that name the person."""
    steps = []
    for run in submission.step_runs.all():
        step = _step(submission, run)
        attempts = step.pop("attempts")
        naming = [each for each in attempts if mentions.among([each["request"], each["response"]])]
        if naming or mentions.among(list(step.values())):
            steps.append({"position": run.position, "system": run.connection.name})
    return {"reference": submission.reference, "steps": steps}


def _json(value: Any) -> str:
    return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False)
