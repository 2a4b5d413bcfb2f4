"""Templates: workflows to start from."""

from __future__ import annotations

from typing import Annotated

from ninja import Path, Query, Router

from api.authentication.access import ApiRequest, requires
from api.errors.documented import responses
from api.schemas.base import Slug, Text
from api.schemas.workflows.templates import (
    TemplateDetailOut,
    TemplateFilledOut,
    TemplateFillIn,
    TemplateOut,
    TemplatesOut,
)
from core.accounts.permissions import Permission
from core.workflows.templates import template_fill, template_named
from core.workflows.versions import definition_faults
from waybill_definitions.languages import language_choose
from waybill_definitions.templates import LANGUAGES, template_list

router = Router(tags=["workflows"])

TemplateId = Annotated[Slug, Path(description="Such as `lead-to-erp`.", examples=["lead-to-erp"])]
TemplateLanguage = Annotated[
    Text | None,
    Query(max_length=100, description="Of the texts (BCP 47): `en` or `de`.", examples=["de"]),
]


@router.get(
    "",
    auth=requires(Permission.WORKFLOWS_READ),
    response=responses({200: TemplatesOut}, signed_in=True, found=False),
)
def list_workflow_templates(request: ApiRequest, language: TemplateLanguage = None) -> TemplatesOut:
    """The workflows to start from: what each does, and which systems it needs."""
    told = language_choose(language, LANGUAGES)
    return TemplatesOut(items=[TemplateOut.of(each, told) for each in template_list()])


@router.get(
    "/{template_id}",
    auth=requires(Permission.WORKFLOWS_READ),
    response=responses({200: TemplateDetailOut}, signed_in=True),
)
def get_workflow_template(
    request: ApiRequest, template_id: TemplateId, language: TemplateLanguage = None
) -> TemplateDetailOut:
    """One template with what it asks, what is to be filled in, and answers to try it with."""
    return TemplateDetailOut.of(template_named(template_id), language_choose(language, LANGUAGES))


@router.post(
    "/{template_id}/fill",
    auth=requires(Permission.WORKFLOWS_MANAGE),
    response=responses({200: TemplateFilledOut}, body=True, signed_in=True),
)
def fill_workflow_template(
    request: ApiRequest, template_id: TemplateId, body: TemplateFillIn
) -> TemplateFilledOut:
    """Make a definition of a template, with connections in its parts. Nothing is saved.

    `422` names each part without a connection that fits, and each value that cannot stand there.
    """
    organization = request.auth.organization
    document = template_fill(organization=organization, name=template_id, filling=body.filling())
    faults = definition_faults(organization=organization, document=document)
    return TemplateFilledOut.of(document, faults)
