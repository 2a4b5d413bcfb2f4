from __future__ import annotations

from ninja import Router, Status

from api.authentication.access import ApiRequest, acting, requires
from api.endpoints.parameters import IdempotencyKey, SubmissionId
from api.errors.documented import responses
from api.schemas.submissions.again import AskedFormOut, ReplayPreviewOut, SentAgainOut
from api.schemas.submissions.submissions import SubmissionDetailOut
from core.accounts.permissions import Permission
from core.submissions.operate import replay_preview, submission_replay
from core.submissions.read import submission_get

router = Router(tags=["submissions"])


@router.get(
    "/{submission_id}/form",
    auth=requires(Permission.SUBMISSIONS_READ),
    response=responses({200: AskedFormOut}, signed_in=True),
)
def get_submission_form(request: ApiRequest, submission_id: SubmissionId) -> AskedFormOut:
    """The questions of the form that a submission answered, in its own version."""
    found = submission_get(organization=request.auth.organization, submission_id=submission_id)
    return AskedFormOut.of(found)


@router.get(
    "/{submission_id}/replay",
    auth=requires(Permission.SUBMISSIONS_OPERATE),
    response=responses({200: ReplayPreviewOut}, signed_in=True, conflict=True),
)
def preview_replay(request: ApiRequest, submission_id: SubmissionId) -> ReplayPreviewOut:
    """What sending a delivered submission once more would make a second time."""
    again = replay_preview(organization=request.auth.organization, submission_id=submission_id)
    return ReplayPreviewOut(steps=[SentAgainOut.of(each) for each in again])


@router.post(
    "/{submission_id}/replay",
    auth=requires(Permission.SUBMISSIONS_OPERATE),
    response=responses({201: SubmissionDetailOut}, signed_in=True, conflict=True),
)
def replay_submission(
    request: ApiRequest, submission_id: SubmissionId, idempotency_key: IdempotencyKey = None
) -> Status[SubmissionDetailOut]:
    """Send a delivered submission once more, as a new one: destinations take it as new, too.

    See `GET` first. With an `Idempotency-Key` it is sent once more only once.
    """
    made = submission_replay(
        organization=request.auth.organization,
        submission_id=submission_id,
        actor=acting(request),
        idempotency_key=idempotency_key,
    )
    found = submission_get(organization=request.auth.organization, submission_id=made.pk)
    return Status(201, SubmissionDetailOut.of(found))
