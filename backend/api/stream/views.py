from __future__ import annotations

import uuid
from collections.abc import Callable, Hashable
from http import HTTPStatus

from django.http import HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_GET

from api.authentication.access import acting_as, authenticate
from api.errors.handlers import render
from api.request.reader import reader_language
from api.request.visitors import visitor_language
from api.schemas.submissions.events import EventOut, PublicEventOut
from api.schemas.submissions.progress import FINAL_STATUSES, TrackingOut
from api.schemas.submissions.submissions import SubmissionDetailOut
from api.stream.snapshots import Logged, Reading, Snapshot, snapshot_events
from core.accounts.permissions import Permission
from core.postgres.tenancy import organization_enter
from core.sentences import read_in
from core.submissions.models import OPERATORS_ONLY, Submission
from core.submissions.read import (
    events_after,
    submission_by_token,
    submission_get,
    submission_was_watched,
)

_MOST_EVENTS = 1_000


@require_GET
async def stream_tracking(request: HttpRequest, token: str) -> HttpResponseBase:
    """What `get_tracking` answers, on connect and on every change, and the log in between."""

    def read() -> Snapshot:
        found = submission_by_token(token=token)
        return _snapshot(found, TrackingOut.of(found).model_dump_json(), PublicEventOut)

    return await _stream(request, ("track", token), read)


@require_GET
async def stream_submission(request: HttpRequest, submission_id: uuid.UUID) -> HttpResponseBase:
    """What `get_submission` answers, on connect and on every change, and the log in between.

    ``language``: of the reader, since an EventSource of a browser sends no header of its own.
    """
    try:
        principal = await Reading(authenticate)(request, Permission.SUBMISSIONS_READ)
    except Exception as error:
        return render(error)

    language = reader_language(request, request.GET.get("language"))

    def read() -> Snapshot:
        organization_enter(principal.organization)
        found = submission_get(organization=principal.organization, submission_id=submission_id)
        with read_in(language):
            state = SubmissionDetailOut.of(found).model_dump_json()
        return _snapshot(found, state, EventOut)

    key = ("submission", principal.organization.pk, submission_id, language)
    answer = await _stream(request, key, read)
    if answer.status_code == HTTPStatus.OK:
        await Reading(submission_was_watched)(
            organization=principal.organization,
            submission_id=submission_id,
            actor=acting_as(principal, request),
        )
    return answer


def _snapshot(
    submission: Submission, state: str, shape: type[EventOut | PublicEventOut]
) -> Snapshot:
    events = events_after(submission, limit=_MOST_EVENTS)
    if shape is PublicEventOut:
        events = [event for event in events if event.kind not in OPERATORS_ONLY]
    logged = tuple(Logged(event.pk, shape.of(event).model_dump_json()) for event in events)
    return Snapshot(submission.pk, state, submission.status in FINAL_STATUSES, logged)


async def _stream(
    request: HttpRequest, key: Hashable, read: Callable[[], Snapshot]
) -> HttpResponseBase:
    try:
        first = await Reading(read)()
    except Exception as error:
        return render(error, visitor_language(request))
    response = StreamingHttpResponse(
        snapshot_events(first.submission_id, key, read, after=_last_event_id(request)),
        content_type="text/event-stream",
    )
    response["Cache-Control"] = "no-cache, no-transform"
    response["X-Accel-Buffering"] = "no"
    return response


def _last_event_id(request: HttpRequest) -> int:
    """The last event that a reconnecting browser has; 0 for a new one or an invalid id."""
    text = request.headers.get("Last-Event-ID", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0
