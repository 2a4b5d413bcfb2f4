from __future__ import annotations

import structlog
from django.http import HttpResponse
from ninja import Router, Status

from api.authentication.access import ApiRequest, acting, requires
from api.endpoints.forms.accepted_answer import ACCEPTING, accepted_answer
from api.endpoints.parameters import IdempotencyKey, SlugInPath
from api.errors.documented import responses
from api.request.request_id import request_id
from api.schemas.forms.protection import ProtectionIn, ProtectionOut
from api.schemas.submissions.submissions import (
    AcceptedOut,
    BatchIn,
    BatchOut,
    BatchResultOut,
    SubmissionIn,
)
from core.accounts.permissions import Permission
from core.submissions.accept import Item, submission_accept_at, submissions_accept
from core.submissions.models import Source
from core.workflows.protection import protection_change, protection_get
from core.workflows.versions import Address, workflow_get

log = structlog.get_logger(__name__)

router = Router(tags=["workflows"])


@router.post(
    "/{slug}/submissions",
    auth=requires(Permission.SUBMISSIONS_CREATE),
    response=responses({202: AcceptedOut}, body=True, signed_in=True, conflict=True),
    openapi_extra=ACCEPTING,
)
def submit_workflow(
    request: ApiRequest,
    response: HttpResponse,
    slug: SlugInPath,
    body: SubmissionIn,
    idempotency_key: IdempotencyKey = None,
) -> Status[AcceptedOut]:
    """Submit to a workflow. `202` means that it is saved and will be delivered.

    Every workflow is an API of its own, with the fields of its form: its document is at
    `/api/v1/workflows/{slug}/openapi.json`, its documentation at `/api/v1/docs?workflow={slug}`.
    """
    accepted = submission_accept_at(
        address=Address(slug, request.auth.organization.pk),
        data=body.data,
        source=Source.API,
        idempotency_key=idempotency_key,
        request_id=request_id(),
    )
    return accepted_answer(response, accepted, f"/api/v1/submissions/{accepted.submission.pk}")


@router.post(
    "/{slug}/submissions/batch",
    auth=requires(Permission.SUBMISSIONS_CREATE),
    response=responses({202: BatchOut}, body=True, signed_in=True),
)
def submit_batch(request: ApiRequest, slug: SlugInPath, body: BatchIn) -> Status[BatchOut]:
    """Submit up to 1,000 at once, in a body of at most 4 MiB.

    Each is judged on its own: those with status 202 are committed together and will be delivered.
    Give each an `idempotency_key` to repeat the whole request safely.
    """
    results = submissions_accept(
        version=workflow_get(organization=request.auth.organization, slug=slug),
        items=[Item(each.data, each.idempotency_key) for each in body.submissions],
        source=Source.API,
        request_id=request_id(),
    )
    told = [BatchResultOut.of(index, result) for index, result in enumerate(results)]
    accepted = sum(each.status == 202 for each in told)
    log.info("batch accepted", accepted=accepted, refused=len(told) - accepted)
    return Status(202, BatchOut(accepted=accepted, results=told))


@router.get(
    "/{slug}/protection",
    auth=requires(Permission.WORKFLOWS_READ),
    response=responses({200: ProtectionOut}, signed_in=True),
)
def get_protection(request: ApiRequest, slug: SlugInPath) -> ProtectionOut:
    """What the workflow's public form asks of those who send it."""
    return ProtectionOut.of(protection_get(organization=request.auth.organization, slug=slug))


@router.put(
    "/{slug}/protection",
    auth=requires(Permission.WORKFLOWS_MANAGE),
    response=responses({200: ProtectionOut}, body=True, signed_in=True),
)
def change_protection(request: ApiRequest, slug: SlugInPath, body: ProtectionIn) -> ProtectionOut:
    """Change what the public form asks. Every API process follows within seconds."""
    changed = protection_change(
        organization=request.auth.organization,
        slug=slug,
        actor=acting(request),
        honeypot=body.honeypot,
        min_seconds=body.min_seconds,
        proof_of_work=body.proof_of_work,
        allowed_origins=body.allowed_origins,
    )
    return ProtectionOut.of(changed)
