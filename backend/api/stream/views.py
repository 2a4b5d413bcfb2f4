from __future__ import annotations

import uuid
from collections.abc import Callable

from django.http import HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_GET

from api.auth import authenticate
from api.errors import render
from api.schemas.events import EventOut, PublicEventOut
from api.schemas.progress import FINAL_STATUSES, TrackingOut
from api.schemas.submissions import SubmissionDetailOut
from api.stream.snapshots import Logged, Reading, Snapshot, snapshot_events
from core.submissions.models import Submission
from core.submissions.selectors import events_after, submission_by_token, submission_get


@require_GET
async def stream_tracking(request: HttpRequest, token: str) -> HttpResponseBase:
    """What `get_tracking` answers, on connect and on every change, and the log in between."""

    def read(after: int) -> Snapshot:
        found = submission_by_token(token=token)
        return _snapshot(found, TrackingOut.of(found).model_dump_json(), PublicEventOut, after)

    return await _stream(request, read)


@require_GET
async def stream_submission(request: HttpRequest, submission_id: uuid.UUID) -> HttpResponseBase:
    """What `get_submission` answers, on connect and on every change, and the log in between."""
    try:
        principal = await Reading(authenticate)(request)
    except Exception as error:
        return render(error)

    def read(after: int) -> Snapshot:
        found = submission_get(organization=principal.organization, submission_id=submission_id)
        return _snapshot(found, SubmissionDetailOut.of(found).model_dump_json(), EventOut, after)

    return await _stream(request, read)


def _snapshot(
    submission: Submission, state: str, shape: type[EventOut | PublicEventOut], after: int
) -> Snapshot:
    events = events_after(submission, after=after)
    logged = tuple(Logged(event.pk, shape.of(event).model_dump_json()) for event in events)
    return Snapshot(submission.pk, state, submission.status in FINAL_STATUSES, logged)


async def _stream(request: HttpRequest, read: Callable[[int], Snapshot]) -> HttpResponseBase:
    after = _last_event_id(request)
    try:
        first = await Reading(read)(after)
    except Exception as error:
        return render(error)
    response = StreamingHttpResponse(
        snapshot_events(first.submission_id, read, after=after), content_type="text/event-stream"
    )
    response["Cache-Control"] = "no-cache, no-transform"
    response["X-Accel-Buffering"] = "no"
    return response


def _last_event_id(request: HttpRequest) -> int:
    """Where a browser that comes back had got to; 0 for one that is new or says nonsense."""
    text = request.headers.get("Last-Event-ID", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0
