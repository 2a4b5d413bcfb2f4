from __future__ import annotations

from ninja import Router

from api.auth import ApiRequest
from api.endpoints.parameters import Cursor, Limit, Search, SlugFilter, SubmissionId
from api.responses import responses
from api.schemas.submissions import SubmissionDetailOut, SubmissionOut, SubmissionPageOut
from core.submissions.models import SubmissionStatus
from core.submissions.selectors import submission_get, submission_page

router = Router(tags=["submissions"])


@router.get("", response=responses({200: SubmissionPageOut}, signed_in=True, found=False))
def list_submissions(
    request: ApiRequest,
    status: SubmissionStatus | None = None,
    workflow: SlugFilter = None,
    q: Search = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> SubmissionPageOut:
    """The organization's submissions, newest first."""
    page = submission_page(
        organization=request.auth.organization,
        status=status,
        workflow=workflow,
        search=q,
        cursor=cursor,
        limit=limit,
    )
    return SubmissionPageOut(
        items=[SubmissionOut.of(item) for item in page.items], next_cursor=page.next_cursor
    )


@router.get("/{submission_id}", response=responses({200: SubmissionDetailOut}, signed_in=True))
def get_submission(request: ApiRequest, submission_id: SubmissionId) -> SubmissionDetailOut:
    """One submission with its steps and every attempt.

    `GET /stream/submissions/{submission_id}` sends the same as Server-Sent Events, on every change.
    """
    found = submission_get(organization=request.auth.organization, submission_id=submission_id)
    return SubmissionDetailOut.of(found)
