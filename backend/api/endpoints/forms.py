from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from ninja import Router, Status

from api.endpoints.accepting import ACCEPTING, accepted_answer
from api.endpoints.parameters import IdempotencyKey, SlugInPath
from api.request_id import request_id
from api.responses import responses
from api.schemas.submissions import AcceptedOut, SubmissionIn
from api.schemas.workflows import FormOut
from core.kit.tenancy import organization_enter
from core.submissions.models import Source
from core.submissions.services import submission_accept_at
from core.submissions.tokens import tracking_token
from core.workflows.selectors import Address, form_get

router = Router(tags=["forms"], auth=None)


@router.get("/{slug}", response=responses({200: FormOut}))
def get_form(request: HttpRequest, slug: SlugInPath) -> FormOut:
    """A public form: its questions as JSON Schema, and what happens after it is sent."""
    version = form_get(slug=slug)
    organization_enter(version.organization_id)
    return FormOut.of(version, slug)


@router.post(
    "/{slug}/submissions",
    response=responses({202: AcceptedOut}, body=True, conflict=True),
    openapi_extra=ACCEPTING,
)
def submit_form(
    request: HttpRequest,
    response: HttpResponse,
    slug: SlugInPath,
    body: SubmissionIn,
    idempotency_key: IdempotencyKey = None,
) -> Status[AcceptedOut]:
    """Send a public form. `202` means that it is saved and will be delivered."""
    accepted = submission_accept_at(
        address=Address(slug),
        data=body.data,
        source=Source.FORM,
        idempotency_key=idempotency_key,
        request_id=request_id(),
    )
    location = f"/api/v1/track/{tracking_token(accepted.submission.pk)}"
    return accepted_answer(response, accepted, location)
