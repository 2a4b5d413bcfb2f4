from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from ninja import Router, Status

from api.endpoints.forms.accepted_answer import ACCEPTING, accepted_answer
from api.endpoints.parameters import (
    EntrySearch,
    FormLanguage,
    IdempotencyKey,
    LogoMark,
    OpenedInQuery,
    QuestionKey,
    SlugInPath,
)
from api.errors.documented import responses
from api.forms.guard import guard
from api.forms.language import language_wanted
from api.limits.throttles import FormCheckThrottle, FormThrottle
from api.request.request_id import request_id
from api.request.visitors import visitor_language
from api.schemas.forms.forms import FormCheckIn, FormChoicesOut, FormOut, FormVerdictOut
from api.schemas.forms.protection import FormSubmissionIn, FormTicketOut
from api.schemas.problems import Problem
from api.schemas.submissions.submissions import AcceptedOut
from core.postgres.tenancy import organization_enter
from core.submissions.accept import answers_judge, form_state_now, submission_accept_at
from core.submissions.models import Source
from core.submissions.read import tracking_token
from core.told import told_in
from core.workflows.choices import choices_offered
from core.workflows.logos import logo_at
from core.workflows.protection import challenge_issue, protection_at, ticket_issue
from core.workflows.versions import Address, form_get, form_language

router = Router(tags=["forms"], auth=None)

_PICTURE: dict[str, Any] = {
    "responses": {
        200: {
            "description": "The picture.",
            "content": {"image/*": {"schema": {"type": "string", "format": "binary"}}},
        }
    }
}
# A picture with a script in it must not run it, should somebody open its address.
_OF_PICTURES = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    "Content-Disposition": "attachment",
    "Cache-Control": "public, max-age=86400",
}


@router.get("/{slug}", response=responses({200: FormOut}))
def get_form(
    request: HttpRequest, response: HttpResponse, slug: SlugInPath, language: FormLanguage = None
) -> FormOut:
    """A public form: its questions as JSON Schema, and what happens after it is sent."""
    with told_in(visitor_language(request)):
        version = form_get(slug=slug)
    organization_enter(version.organization_id)
    patch_vary_headers(response, ["Accept-Language"])
    return FormOut.of(
        version,
        slug,
        protection_at(slug),
        form_state_now(version),
        language_wanted(request, language),
    )


@router.get("/{slug}/choices/{key}", response=responses({200: FormChoicesOut}, conflict=True))
def get_form_choices(
    request: HttpRequest,
    response: HttpResponse,
    slug: SlugInPath,
    key: QuestionKey,
    search: EntrySearch = None,
    language: FormLanguage = None,
    version: OpenedInQuery = None,
) -> FormChoicesOut:
    """What can be chosen at a connected system, for a question that is `live`.

    While the system is away this is what it said last; `503` when it never said anything.
    """
    wanted = language_wanted(request, language)
    with told_in(form_language(slug=slug, wanted=wanted)):
        opened = form_get(slug=slug, opened=version)
        organization_enter(opened.organization_id)
        return FormChoicesOut.of(choices_offered(opened, key, search or "", wanted))


@router.get("/{slug}/logos/{mark}", response=responses({}), openapi_extra=_PICTURE)
def get_form_logo(request: HttpRequest, slug: SlugInPath, mark: LogoMark) -> HttpResponse:
    """The picture at the form's head, from our own origin: at most 1 MiB, kept for a day.

    `503` when its server does not give a picture.
    """
    version = form_get(slug=slug)
    organization_enter(version.organization_id)
    logo = logo_at(version, mark)
    return HttpResponse(logo.content, content_type=logo.media_type, headers=_OF_PICTURES)


@router.get("/{slug}/ticket", response=responses({200: FormTicketOut}))
def get_form_ticket(
    request: HttpRequest, response: HttpResponse, slug: SlugInPath
) -> FormTicketOut:
    """A ticket for forms that ask for one: a page gets it when it is opened."""
    protection = protection_at(slug)
    ticket, ticket_id = ticket_issue(slug)
    response["Cache-Control"] = "no-store"
    return FormTicketOut(
        ticket=ticket,
        wait_seconds=protection.min_seconds,
        challenge=challenge_issue(ticket_id) if protection.proof_of_work else None,
    )


@router.post(
    "/{slug}/check",
    response=responses({200: FormVerdictOut}, body=True, conflict=True),
    throttle=[FormCheckThrottle()],
)
def check_form(request: HttpRequest, slug: SlugInPath, body: FormCheckIn) -> FormVerdictOut:
    """The verdict on answers before they are sent. Nothing is saved.

    With the `version` that the page was drawn from, as when the form is sent.
    """
    wanted = language_wanted(request, body.language)
    with told_in(form_language(slug=slug, wanted=wanted)):
        version = form_get(slug=slug, opened=body.version)
        organization_enter(version.organization_id)
        return FormVerdictOut.of(answers_judge(version, body.data, wanted))


@router.post(
    "/{slug}/submissions",
    response=responses({202: AcceptedOut, 403: Problem}, body=True, conflict=True),
    openapi_extra=ACCEPTING,
    throttle=[FormThrottle()],
)
def submit_form(
    request: HttpRequest,
    response: HttpResponse,
    slug: SlugInPath,
    body: FormSubmissionIn,
    idempotency_key: IdempotencyKey = None,
) -> Status[AcceptedOut]:
    """Send a public form. `202` means that it is saved and will be delivered.

    With the `version` that it was drawn from it is taken for a day after a newer one came; later
    the answer is `409` with the code `form_changed`. Without, the newest version judges it.
    Refusals are told in the `language`, which the submission keeps for its tracking page. A form
    that is not open yet, closed, or full answers `409` with the code `form_closed`.
    """
    wanted = language_wanted(request, body.language)
    with told_in(form_language(slug=slug, wanted=wanted)):
        guard(request, slug, body.protection)
        accepted = submission_accept_at(
            address=Address(slug, opened=body.version),
            data=body.data,
            source=Source.FORM,
            idempotency_key=idempotency_key,
            request_id=request_id(),
            language=wanted,
        )
    location = f"/api/v1/track/{tracking_token(accepted.submission.pk)}"
    return accepted_answer(response, accepted, location)
