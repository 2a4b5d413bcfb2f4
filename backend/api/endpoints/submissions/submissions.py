from __future__ import annotations

import uuid
from typing import Annotated

from ninja import Query, Router, Status

from api.authentication.access import ApiRequest, acting, requires
from api.endpoints.parameters import AfterEvent, Limit, ListCursor, SubmissionId
from api.errors.documented import responses
from api.schemas.submissions.events import EventPageOut
from api.schemas.submissions.filters import SubmissionFilterIn
from api.schemas.submissions.operating import ResumeIn
from api.schemas.submissions.submissions import (
    SensitiveOut,
    SubmissionCountOut,
    SubmissionDetailOut,
    SubmissionPageOut,
)
from core.accounts.permissions import Permission
from core.submissions.operate import submission_cancel, submission_resume, submission_retry_now
from core.submissions.read import (
    Sort,
    events_after,
    submission_count,
    submission_get,
    submission_page,
    submission_was_read,
)
from core.submissions.sensitive import sensitive_read

router = Router(tags=["submissions"])

Wanted = Annotated[SubmissionFilterIn, Query()]


@router.get(
    "",
    auth=requires(Permission.SUBMISSIONS_READ),
    response=responses({200: SubmissionPageOut}, signed_in=True, found=False),
)
def list_submissions(
    request: ApiRequest,
    wanted: Wanted,
    sort: Sort = Sort.NEWEST,
    cursor: ListCursor = None,
    limit: Limit = 50,
) -> SubmissionPageOut:
    """The organization's submissions of a filter.

    Every part that is given narrows them; a part that is given several times takes any of them.
    """
    page = submission_page(
        organization=request.auth.organization,
        wanted=wanted.wanted(),
        sort=sort,
        cursor=cursor,
        limit=limit,
    )
    return SubmissionPageOut.of(page)


@router.get(
    "/count",
    auth=requires(Permission.SUBMISSIONS_READ),
    response=responses({200: SubmissionCountOut}, signed_in=True, found=False),
)
def count_submissions(request: ApiRequest, wanted: Wanted) -> SubmissionCountOut:
    """How many submissions match a filter, counted up to 10,000."""
    counted = submission_count(organization=request.auth.organization, wanted=wanted.wanted())
    return SubmissionCountOut.of(counted)


@router.get(
    "/{submission_id}",
    auth=requires(Permission.SUBMISSIONS_READ),
    response=responses({200: SubmissionDetailOut}, signed_in=True),
)
def get_submission(request: ApiRequest, submission_id: SubmissionId) -> SubmissionDetailOut:
    """One submission with its steps and every attempt.

    `GET /stream/submissions/{submission_id}` sends the same as Server-Sent Events, on every change.
    """
    found = submission_get(organization=request.auth.organization, submission_id=submission_id)
    submission_was_read(submission=found, actor=acting(request))
    return SubmissionDetailOut.of(found)


@router.post(
    "/{submission_id}/reveal",
    response=responses({200: SensitiveOut}, signed_in=True),
    auth=requires(Permission.SUBMISSIONS_READ_SENSITIVE),
)
def reveal_submission(request: ApiRequest, submission_id: SubmissionId) -> SensitiveOut:
    """The answers to sensitive fields, which every other answer masks.

    Each call is written into the audit log as `submission.sensitive_read`.
    """
    found = submission_get(organization=request.auth.organization, submission_id=submission_id)
    return SensitiveOut.of(found, sensitive_read(submission=found, actor=acting(request)))


@router.get(
    "/{submission_id}/events",
    auth=requires(Permission.SUBMISSIONS_READ),
    response=responses({200: EventPageOut}, signed_in=True),
)
def list_events(
    request: ApiRequest, submission_id: SubmissionId, after: AfterEvent = 0, limit: Limit = 50
) -> EventPageOut:
    """What happened to a submission, oldest first.

    The stream sends the same, with `id` as the event's id, and goes on after `Last-Event-ID`.
    """
    found = submission_get(organization=request.auth.organization, submission_id=submission_id)
    return EventPageOut.of(found, events_after(found, after=after, limit=limit), after)


@router.post(
    "/{submission_id}/cancel",
    auth=requires(Permission.SUBMISSIONS_OPERATE),
    response=responses({200: SubmissionDetailOut}, signed_in=True, conflict=True),
)
def cancel_submission(request: ApiRequest, submission_id: SubmissionId) -> SubmissionDetailOut:
    """Send nothing more of a submission. A step that is being sent now still ends by itself."""
    submission_cancel(
        organization=request.auth.organization, submission_id=submission_id, actor=acting(request)
    )
    return _detail(request, submission_id)


@router.post(
    "/{submission_id}/retry",
    auth=requires(Permission.SUBMISSIONS_OPERATE),
    response=responses({200: SubmissionDetailOut}, signed_in=True, conflict=True),
)
def retry_submission(request: ApiRequest, submission_id: SubmissionId) -> SubmissionDetailOut:
    """Make the steps that wait for another try due now. Limits and pauses still hold."""
    submission_retry_now(
        organization=request.auth.organization, submission_id=submission_id, actor=acting(request)
    )
    return _detail(request, submission_id)


@router.post(
    "/{submission_id}/resume",
    auth=requires(Permission.SUBMISSIONS_OPERATE),
    response=responses({201: SubmissionDetailOut}, body=True, signed_in=True, conflict=True),
)
def resume_submission(
    request: ApiRequest, submission_id: SubmissionId, body: ResumeIn
) -> Status[SubmissionDetailOut]:
    """Take up a failed or cancelled submission as a new one, from the step that failed.

    What had succeeded is brought along; the original stays as it is.
    """
    resumed = submission_resume(
        organization=request.auth.organization,
        submission_id=submission_id,
        actor=acting(request),
        data=body.data,
        newest_version=body.newest_version,
    )
    return Status(201, _detail(request, resumed.pk))


def _detail(request: ApiRequest, submission_id: uuid.UUID) -> SubmissionDetailOut:
    found = submission_get(organization=request.auth.organization, submission_id=submission_id)
    return SubmissionDetailOut.of(found)
