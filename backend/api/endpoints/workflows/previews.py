"""What a workflow would ask and send, without sending anything."""

from __future__ import annotations

from ninja import Router

from api.authentication.access import ApiRequest, requires
from api.endpoints.parameters import SlugInPath
from api.errors.documented import responses
from api.forms.language import language_wanted
from api.schemas.forms.forms import FormOut
from api.schemas.workflows.previews import (
    DefinitionFormIn,
    DefinitionPreviewIn,
    EvaluatedOut,
    EvaluateIn,
    PreviewIn,
    PreviewOut,
)
from core.accounts.permissions import Permission
from core.delivery.preview import (
    answers_preview,
    state_of_document,
    state_of_workflow,
    text_evaluate,
)
from core.workflows.protection import protection_foreseen
from core.workflows.versions import form_draw

router = Router(tags=["workflows"])


@router.post(
    "/preview",
    auth=requires(Permission.WORKFLOWS_MANAGE),
    response=responses({200: PreviewOut}, body=True, signed_in=True, found=False),
)
def preview_definition(request: ApiRequest, body: DefinitionPreviewIn) -> PreviewOut:
    """What a definition would send for these answers. Nothing is sent, and nothing is saved.

    `422` lists the faults of the definition, or those of the answers as a submission would.
    """
    state = state_of_document(organization=request.auth.organization, document=body.document)
    return PreviewOut.of(answers_preview(state, body.data, body.language))


@router.post(
    "/preview/form",
    auth=requires(Permission.WORKFLOWS_MANAGE),
    response=responses({200: FormOut}, body=True, signed_in=True, found=False),
)
def preview_form(request: ApiRequest, body: DefinitionFormIn) -> FormOut:
    """The form of a definition, as a page draws it once it is published. Nothing is saved.

    Only the form and its tables are read: steps may have faults, and whether its address is free
    and its connections are there is not looked at. `422` lists the faults of the form. It has no
    logo, and `version` is 0. Live choices: `/api/v1/connections/{connection}/lists/{list_name}`.
    """
    organization = request.auth.organization
    drawn = form_draw(organization=organization, document=body.document)
    protection = protection_foreseen(organization=organization, slug=drawn.workflow)
    return FormOut.drawn(drawn, organization, protection, language_wanted(request, body.language))


@router.post(
    "/check/text",
    auth=requires(Permission.WORKFLOWS_MANAGE),
    response=responses({200: EvaluatedOut}, body=True, signed_in=True, found=False),
)
def evaluate_text(request: ApiRequest, body: EvaluateIn) -> EvaluatedOut:
    """What one text of a definition would give, and what is wrong with it. Nothing is saved.

    The rest of the definition may have faults. Answers that do not fit are left out. What earlier
    steps give is a sample, as in a preview, and no system is asked.
    """
    evaluated = text_evaluate(
        organization=request.auth.organization,
        document=body.document,
        place=body.place,
        text=body.text,
        data=body.data,
        language=language_wanted(request, body.language),
    )
    return EvaluatedOut.of(evaluated)


@router.post(
    "/{slug}/preview",
    auth=requires(Permission.WORKFLOWS_READ),
    response=responses({200: PreviewOut}, body=True, signed_in=True),
)
def preview_workflow(request: ApiRequest, slug: SlugInPath, body: PreviewIn) -> PreviewOut:
    """What a workflow would send for these answers: every request of every step.

    Nothing is sent. Credentials and sensitive answers are masked; answers that a submission would
    be refused for are refused here too.
    """
    state = state_of_workflow(organization=request.auth.organization, slug=slug, name=body.state)
    return PreviewOut.of(answers_preview(state, body.data, body.language))
