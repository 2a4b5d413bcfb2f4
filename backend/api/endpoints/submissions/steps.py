from __future__ import annotations

from ninja import Router

from api.authentication.access import ApiRequest, acting, requires
from api.endpoints.parameters import StepRunId
from api.errors.documented import responses
from api.schemas.submissions.operating import ResolveIn
from api.schemas.submissions.submissions import SubmissionDetailOut
from core.accounts.permissions import Permission
from core.submissions.operate import step_resolve
from core.submissions.read import submission_get

router = Router(tags=["submissions"])


@router.post(
    "/{step_run_id}/resolve",
    auth=requires(Permission.SUBMISSIONS_OPERATE),
    response=responses({200: SubmissionDetailOut}, body=True, signed_in=True, conflict=True),
)
def resolve_step(
    request: ApiRequest, step_run_id: StepRunId, body: ResolveIn
) -> SubmissionDetailOut:
    """Decide about a step whose outcome is not known, after looking at the destination.

    `delivered` lets the steps after it go on, `resend` sends it again, `give_up` fails it.
    """
    organization = request.auth.organization
    run = step_resolve(
        organization=organization,
        step_run_id=step_run_id,
        decision=body.decision,
        actor=acting(request),
        record=body.record,
        note=body.note,
    )
    found = submission_get(organization=organization, submission_id=run.submission_id)
    return SubmissionDetailOut.of(found)
