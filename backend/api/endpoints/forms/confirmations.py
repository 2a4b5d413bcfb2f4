"""Forms without script: answers that are sent once the link in a message is followed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from ninja import Router, Status

from api.endpoints.forms.accepted_answer import accepted_answer
from api.endpoints.parameters import SlugInPath, Token
from api.errors.documented import responses
from api.forms.guard import confirmation_allow, confirmation_guard
from api.forms.language import language_wanted
from api.limits.throttles import FormThrottle
from api.request.request_id import request_id
from api.request.visitors import visitor_language
from api.schemas.forms.confirmations import ConfirmationOut, MailedOut
from api.schemas.forms.protection import FormSubmissionIn
from api.schemas.problems import Problem
from api.schemas.submissions.submissions import AcceptedOut
from core.errors import Forbidden, Unprocessable
from core.postgres.tenancy import organization_enter
from core.submissions.accept import answers_judge
from core.submissions.confirmations import (
    confirmation_form,
    confirmation_request,
    confirmation_submit,
    mail_address_in,
)
from core.submissions.read import tracking_token
from core.told import told_in
from core.workflows.forms import form_of
from core.workflows.versions import form_get, form_language

forms = Router(tags=["forms"], auth=None)
confirmations = Router(tags=["forms"], auth=None)


@forms.post(
    "/{slug}/confirmations",
    response=responses({202: MailedOut, 403: Problem}, body=True, conflict=True),
    throttle=[FormThrottle()],
)
def request_confirmation(
    request: HttpRequest, slug: SlugInPath, body: FormSubmissionIn
) -> Status[MailedOut]:
    """Send a public form whose page runs no script, where the form allows it (`without_script`).

    The answers are kept, encrypted, for an hour. A link is mailed to the first e-mail address
    among them; following it sends them.
    """
    wanted = language_wanted(request, body.language)
    language = form_language(slug=slug, wanted=wanted)
    with told_in(language):
        confirmation_guard(request, slug, body.protection)
        version = form_get(slug=slug, opened=body.version)
        organization_enter(version.organization_id)
        email = mail_address_in(version, body.data)
        if form_of(version).definition.without_script != "mail" or email is None:
            raise Forbidden(
                "Your browser has to solve a small task before this form can be sent. "
                "Switch JavaScript on, reload the page and send it again.",
                code="proof_needed",
            )
        judged = answers_judge(version, body.data, wanted)
        if judged.errors:
            raise Unprocessable("Some answers need another look.", errors=list(judged.errors))
        confirmation_allow(request, email)
        confirmation_request(
            version=version, form=slug, data=body.data, language=language, email=email
        )
    return Status(202, MailedOut(email=email))


@confirmations.get("/{link}", response=responses({200: ConfirmationOut}))
def get_confirmation(request: HttpRequest, link: Token) -> ConfirmationOut:
    """The form whose answers wait behind a mailed link. Nothing is sent yet."""
    with told_in(visitor_language(request)):
        kept = confirmation_form(token=link)
        version = form_get(slug=kept.form, opened=kept.version_number)
    return ConfirmationOut.of(version, kept)


@confirmations.post("/{link}", response=responses({202: AcceptedOut}, body=True, conflict=True))
def confirm_form(request: HttpRequest, response: HttpResponse, link: Token) -> Status[AcceptedOut]:
    """Send the answers behind a mailed link. Twice, it is still one submission."""
    with told_in(visitor_language(request)):
        accepted = confirmation_submit(token=link, request_id=request_id())
    location = f"/api/v1/track/{tracking_token(accepted.submission.pk)}"
    return accepted_answer(response, accepted, location)
