"""Every workflow is an API of its own: the schema of its answers, and its OpenAPI document."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from ninja import Query, Router

from api.authentication.access import ApiRequest, requires
from api.documents.workflow import document_text, workflow_document, workflow_schema
from api.endpoints.parameters import SlugInPath
from api.errors.documented import responses
from api.schemas.base import Json, Text
from core.accounts.permissions import Permission
from core.errors import NotFound
from core.workflows.models import Workflow, WorkflowVersion
from core.workflows.versions import workflow_named

router = Router(tags=["workflows"])

_LANGUAGE = "Of the descriptions (BCP 47): the nearest of the form's languages."
SchemaLanguage = Annotated[Text | None, Query(max_length=100, description=_LANGUAGE)]
# Each its own: Ninja keeps a parameter's default in what it is annotated with.
DocumentLanguage = Annotated[Text | None, Query(max_length=100, description=_LANGUAGE)]


@router.get(
    "/{slug}/schema.json",
    auth=requires(Permission.WORKFLOWS_READ),
    response=responses({200: Json}, signed_in=True),
)
def get_answers_schema(
    request: ApiRequest, slug: SlugInPath, language: SchemaLanguage = None
) -> HttpResponse:
    """The JSON Schema of what the workflow's live version takes as `data`."""
    version, workflow = _live(request, slug)
    schema = workflow_schema(version, workflow, _wanted(request, language))
    return _answer(document_text(schema))


@router.get(
    "/{slug}/openapi.json",
    auth=requires(Permission.WORKFLOWS_READ),
    response=responses({200: Json}, signed_in=True),
)
def get_workflow_openapi(
    request: ApiRequest, slug: SlugInPath, language: DocumentLanguage = None
) -> HttpResponse:
    """The OpenAPI document of this workflow alone: a client made from it knows every answer."""
    version, workflow = _live(request, slug)
    document = workflow_document(version, workflow, _wanted(request, language))
    return _answer(document_text(document))


def _live(request: ApiRequest, slug: str) -> tuple[WorkflowVersion, Workflow]:
    """Raises NotFound when nothing of it takes submissions."""
    workflow = workflow_named(request.auth.organization, slug)
    if workflow.current is None or workflow.archived_at is not None:
        raise NotFound(f"“{slug}” takes no submissions. Publish a version of it first.")
    return workflow.current, workflow


def _wanted(request: HttpRequest, language: str | None) -> str:
    return language or request.headers.get("Accept-Language", "")


def _answer(text: str) -> HttpResponse:
    response = HttpResponse(text, content_type="application/json; charset=utf-8")
    patch_vary_headers(response, ["Accept-Language"])
    return response
