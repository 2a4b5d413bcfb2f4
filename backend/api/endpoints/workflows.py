from __future__ import annotations

from django.http import HttpResponse
from ninja import Router, Status

from api.auth import ApiRequest
from api.endpoints.accepting import ACCEPTING, accepted_answer
from api.endpoints.parameters import Cursor, IdempotencyKey, Limit, SlugInPath
from api.request_id import request_id
from api.responses import responses
from api.schemas.submissions import AcceptedOut, SubmissionIn
from api.schemas.workflows import WorkflowOut, WorkflowPageOut
from core.kit.pages import page_newest_first
from core.submissions.models import Source
from core.submissions.services import submission_accept
from core.workflows.selectors import workflow_get, workflow_list

router = Router(tags=["workflows"])


@router.get("", response=responses({200: WorkflowPageOut}, signed_in=True, found=False))
def list_workflows(
    request: ApiRequest, cursor: Cursor = None, limit: Limit = 50
) -> WorkflowPageOut:
    """The organization's published workflows, newest first."""
    workflows = workflow_list(organization=request.auth.organization)
    page = page_newest_first(workflows, cursor=cursor, limit=limit)
    return WorkflowPageOut(
        items=[WorkflowOut.of(item) for item in page.items], next_cursor=page.next_cursor
    )


@router.post(
    "/{slug}/submissions",
    response=responses({202: AcceptedOut}, body=True, signed_in=True),
    openapi_extra=ACCEPTING,
)
def submit_workflow(
    request: ApiRequest,
    response: HttpResponse,
    slug: SlugInPath,
    body: SubmissionIn,
    idempotency_key: IdempotencyKey = None,
) -> Status[AcceptedOut]:
    """Submit to a workflow. `202` means that it is saved and will be delivered."""
    accepted = submission_accept(
        version=workflow_get(organization=request.auth.organization, slug=slug),
        data=body.data,
        source=Source.API,
        idempotency_key=idempotency_key,
        request_id=request_id(),
    )
    return accepted_answer(response, accepted, f"/api/v1/submissions/{accepted.submission.pk}")
