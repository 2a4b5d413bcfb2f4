from __future__ import annotations

import uuid
from collections.abc import Callable

from django.http import HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_GET

from api.auth import authenticate
from api.errors import render
from api.schemas.progress import FINAL_STATUSES, TrackingOut
from api.schemas.submissions import SubmissionDetailOut
from api.stream.snapshots import Reading, Snapshot, snapshot_events
from core.submissions.selectors import submission_by_token, submission_get


@require_GET
async def stream_tracking(request: HttpRequest, token: str) -> HttpResponseBase:
    """What `get_tracking` answers, on connect and on every change."""

    def read() -> Snapshot:
        found = submission_by_token(token=token)
        body = TrackingOut.of(found).model_dump_json()
        return Snapshot(found.pk, body, found.status in FINAL_STATUSES)

    return await _stream(read)


@require_GET
async def stream_submission(request: HttpRequest, submission_id: uuid.UUID) -> HttpResponseBase:
    """What `get_submission` answers, on connect and on every change."""
    try:
        principal = await Reading(authenticate)(request)
    except Exception as error:
        return render(error)

    def read() -> Snapshot:
        found = submission_get(organization=principal.organization, submission_id=submission_id)
        body = SubmissionDetailOut.of(found).model_dump_json()
        return Snapshot(found.pk, body, found.status in FINAL_STATUSES)

    return await _stream(read)


async def _stream(read: Callable[[], Snapshot]) -> HttpResponseBase:
    try:
        first = await Reading(read)()
    except Exception as error:
        return render(error)
    response = StreamingHttpResponse(
        snapshot_events(first.submission_id, read), content_type="text/event-stream"
    )
    response["Cache-Control"] = "no-cache, no-transform"
    response["X-Accel-Buffering"] = "no"
    return response
