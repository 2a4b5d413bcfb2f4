"""Workflows that people make: documents, drafts, versions."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Path, Query, Router, Status

from api.authentication.access import ApiRequest, acting, requires, requires_person
from api.bodies.definitions import DOCUMENT_BODY, document_answer, document_in, wants_yaml
from api.endpoints.parameters import Cursor, IfMatch, IfNoneMatch, Limit, SlugInPath
from api.errors.documented import responses
from api.request.preconditions import etag, tags_expected
from api.schemas.base import Json, Text
from api.schemas.workflows.definitions import (
    LONGEST_TAB,
    TAB,
    CheckOut,
    DifferenceOut,
    DraftOut,
    DuplicateIn,
    EditorIn,
    EditorsOut,
    FaultOut,
    FunctionOut,
    FunctionsOut,
    PublishIn,
    RenameIn,
    VersionDetailOut,
    VersionListOut,
    VersionOut,
)
from api.schemas.workflows.workflows import WorkflowListedOut, WorkflowOut, WorkflowPageOut
from core.accounts.permissions import Permission
from core.errors import NotFound
from core.postgres.pages import page_newest_first
from core.statistics.lately import LatelyByDays, workflows_lately
from core.submissions.read import workflow_submissions_count
from core.workflows.models import LONGEST_NOTE, Workflow
from core.workflows.versions import (
    NOTHING_LIVE,
    definition_faults,
    document_named,
    document_publish,
    draft_discard,
    draft_publish,
    draft_save,
    editor_here,
    editor_leave,
    live_tag,
    version_changes,
    version_numbered,
    version_restore,
    workflow_archive,
    workflow_create,
    workflow_delete,
    workflow_duplicate,
    workflow_list,
    workflow_named,
    workflow_rename,
    working_copy,
)
from waybill_definitions.document import definition_json_schema
from waybill_definitions.expressions import functions_listed

router = Router(tags=["workflows"])
schemas = Router(tags=["workflows"], auth=None)

VersionNumber = Annotated[int, Path(ge=1, le=2**31 - 1, description="The version's number.")]
_STATE = r"^(draft|live|[1-9][0-9]{0,8})$"
_STATES = "`draft`, `live`, or the number of a version."
# Each its own: Ninja keeps a parameter's default in what it is annotated with.
Before = Annotated[str, Query(pattern=_STATE, description=_STATES)]
After = Annotated[str, Query(pattern=_STATE, description=_STATES)]
TabInQuery = Annotated[
    str,
    Query(pattern=TAB, max_length=LONGEST_TAB, description="Chosen by the tab.", examples=["t1"]),
]
NoteInQuery = Annotated[
    Text | None,
    Query(
        max_length=LONGEST_NOTE,
        description="Why it is published, for the others.",
        examples=["Sales wants the country too."],
    ),
]


@schemas.get("/workflow.json", response=responses({200: Json}, found=False))
def get_workflow_schema(request: HttpRequest) -> Json:
    """The JSON Schema of a workflow's definition, for editors that complete and check it."""
    return definition_json_schema()


@schemas.get("/expressions.json", response=responses({200: FunctionsOut}, found=False))
def get_expression_functions(request: HttpRequest) -> FunctionsOut:
    """Waybill's own functions in expressions, for editors that complete and explain them."""
    return FunctionsOut(functions=[FunctionOut.of(each) for each in functions_listed()])


@router.get(
    "",
    auth=requires(Permission.WORKFLOWS_READ),
    response=responses({200: WorkflowPageOut}, signed_in=True, found=False),
)
def list_workflows(
    request: ApiRequest, cursor: Cursor = None, limit: Limit = 50
) -> WorkflowPageOut:
    """The organization's workflows, newest first: live ones, drafts, archived ones."""
    organization = request.auth.organization
    workflows = workflow_list(organization=organization)
    page = page_newest_first(workflows, cursor=cursor, limit=limit)
    lately = workflows_lately(organization, [each.pk for each in page.items])
    return WorkflowPageOut(
        items=[
            WorkflowListedOut.listed(each, lately.get(each.pk, LatelyByDays()))
            for each in page.items
        ],
        next_cursor=page.next_cursor,
    )


@router.post(
    "",
    auth=requires(Permission.WORKFLOWS_MANAGE),
    response=responses({201: DraftOut}, body=True, signed_in=True, found=False, conflict=True),
    openapi_extra=DOCUMENT_BODY,
)
def create_workflow(request: ApiRequest, response: HttpResponse) -> Status[DraftOut]:
    """Make a workflow of a definition, as a draft. It takes nothing until it is published."""
    workflow = workflow_create(
        organization=request.auth.organization,
        document=document_in(request),
        actor=acting(request),
    )
    response["Location"] = f"/api/v1/workflows/{workflow.slug}"
    return Status(201, _draft(response, workflow))


@router.post(
    "/check",
    auth=requires(Permission.WORKFLOWS_MANAGE),
    response=responses({200: CheckOut}, body=True, signed_in=True, found=False),
    openapi_extra=DOCUMENT_BODY,
)
def check_definition(request: ApiRequest) -> CheckOut:
    """Everything that publishing this definition would find wrong. Nothing is saved."""
    faults = definition_faults(
        organization=request.auth.organization, document=document_in(request)
    )
    return CheckOut(ok=not faults, faults=[FaultOut.of(fault) for fault in faults])


@router.get(
    "/{slug}",
    auth=requires(Permission.WORKFLOWS_READ),
    response=responses({200: WorkflowOut}, signed_in=True),
)
def get_workflow(request: ApiRequest, slug: SlugInPath) -> WorkflowOut:
    """One workflow: what is live, whether there is a draft, whether it is archived."""
    return WorkflowOut.of(workflow_named(request.auth.organization, slug))


@router.delete(
    "/{slug}",
    auth=requires(Permission.WORKFLOWS_MANAGE),
    response=responses({204: None}, signed_in=True, conflict=True),
)
def delete_workflow(request: ApiRequest, slug: SlugInPath) -> Status[None]:
    """Delete a workflow with its versions. Refused while it has submissions: archive it then."""
    organization = request.auth.organization
    workflow_delete(
        organization=organization,
        slug=slug,
        used=workflow_submissions_count(organization=organization, slug=slug),
        actor=acting(request),
    )
    return Status(204, None)


@router.get(
    "/{slug}/draft",
    auth=requires(Permission.WORKFLOWS_READ),
    response=responses({200: DraftOut}, signed_in=True),
)
def get_draft(
    request: ApiRequest, response: HttpResponse, slug: SlugInPath
) -> DraftOut | HttpResponse:
    """The document to go on with. `Accept: application/yaml` gives the document itself."""
    workflow = workflow_named(request.auth.organization, slug)
    if wants_yaml(request):
        copy = working_copy(workflow)
        return document_answer(copy.document, copy.tag)
    return _draft(response, workflow)


@router.put(
    "/{slug}/draft",
    auth=requires(Permission.WORKFLOWS_MANAGE),
    response=responses({200: DraftOut}, body=True, signed_in=True, precondition=True),
    openapi_extra=DOCUMENT_BODY,
)
def save_draft(
    request: ApiRequest, response: HttpResponse, slug: SlugInPath, if_match: IfMatch = None
) -> DraftOut:
    """Save the document as the draft. It may have faults; publishing finds them.

    With `If-Match` nothing is saved over what somebody else saved or published meanwhile.
    """
    workflow = draft_save(
        organization=request.auth.organization,
        slug=slug,
        document=document_in(request),
        expected=tags_expected(if_match),
        actor=acting(request),
    )
    return _draft(response, workflow)


@router.delete(
    "/{slug}/draft",
    auth=requires(Permission.WORKFLOWS_MANAGE),
    response=responses({200: DraftOut}, signed_in=True, conflict=True, precondition=True),
)
def discard_draft(
    request: ApiRequest, response: HttpResponse, slug: SlugInPath, if_match: IfMatch = None
) -> DraftOut:
    """Go back to what was published last."""
    workflow = draft_discard(
        organization=request.auth.organization,
        slug=slug,
        expected=tags_expected(if_match),
        actor=acting(request),
    )
    return _draft(response, workflow)


@router.post(
    "/{slug}/draft/editors",
    auth=requires_person(Permission.WORKFLOWS_MANAGE),
    response=responses({200: EditorsOut}, body=True, signed_in=True),
)
def enter_editor(request: ApiRequest, slug: SlugInPath, body: EditorIn) -> EditorsOut:
    """Say that you have it open in an editor, for 45 seconds, and learn who else has.

    Nobody is told while Redis is away.
    """
    editors = editor_here(
        organization=request.auth.organization,
        slug=slug,
        person_id=request.auth.id,
        name=request.auth.name or request.auth.email or "",
        tab=body.tab,
    )
    return EditorsOut.of(editors)


@router.delete(
    "/{slug}/draft/editors",
    auth=requires_person(Permission.WORKFLOWS_MANAGE),
    response=responses({204: None}, signed_in=True),
)
def leave_editor(request: ApiRequest, slug: SlugInPath, tab: TabInQuery) -> Status[None]:
    """Say that you closed the editor."""
    editor_leave(
        organization=request.auth.organization, slug=slug, person_id=request.auth.id, tab=tab
    )
    return Status(204, None)


@router.post(
    "/{slug}/publish",
    auth=requires(Permission.WORKFLOWS_MANAGE),
    response=responses(
        {201: VersionDetailOut}, body=True, signed_in=True, conflict=True, precondition=True
    ),
)
def publish_workflow(
    request: ApiRequest,
    slug: SlugInPath,
    body: PublishIn | None = None,
    if_match: IfMatch = None,
) -> Status[VersionDetailOut]:
    """Publish the draft: from now on submissions take it. Running ones finish on their version.

    `422` lists every fault with its line and column.
    """
    version = draft_publish(
        organization=request.auth.organization,
        slug=slug,
        expected=tags_expected(if_match),
        actor=acting(request),
        note=body.note if body else "",
    )
    return Status(201, VersionDetailOut.of(version, version.workflow))


@router.get(
    "/{slug}/live",
    auth=requires(Permission.WORKFLOWS_READ),
    response=responses({200: VersionDetailOut}, signed_in=True),
)
def get_live_version(
    request: ApiRequest, response: HttpResponse, slug: SlugInPath
) -> VersionDetailOut | HttpResponse:
    """The version that takes submissions now. `Accept: application/yaml` gives the document."""
    workflow = workflow_named(request.auth.organization, slug)
    if workflow.current is None:
        raise NotFound(f"No version of “{slug}” is live.")
    names = {"workflow": workflow.slug, "name": workflow.name}
    document = document_named(workflow.current.document, names)
    if wants_yaml(request):
        return document_answer(document, live_tag(workflow))
    response["ETag"] = etag(live_tag(workflow))
    return VersionDetailOut.of(workflow.current, workflow, document)


@router.put(
    "/{slug}/live",
    auth=requires(Permission.WORKFLOWS_MANAGE),
    response=responses(
        {201: VersionDetailOut}, body=True, signed_in=True, found=False, precondition=True
    ),
    openapi_extra=DOCUMENT_BODY,
)
def publish_definition(
    request: ApiRequest,
    response: HttpResponse,
    slug: SlugInPath,
    if_match: IfMatch = None,
    if_none_match: IfNoneMatch = None,
    note: NoteInQuery = None,
) -> Status[VersionDetailOut]:
    """Publish this definition at once, all of it or nothing: for files that are kept elsewhere.

    The workflow is made when there is none. A draft of it stays as it is. `If-Match` has the tag of
    what was live when the change was made; `If-None-Match: *` says that nothing was.
    """
    only_new = frozenset({NOTHING_LIVE}) if if_none_match is not None else None
    version = document_publish(
        organization=request.auth.organization,
        slug=slug,
        document=document_in(request),
        expected=tags_expected(if_match) if if_match is not None else only_new,
        actor=acting(request),
        note=note or "",
    )
    response["ETag"] = etag(live_tag(version.workflow))
    return Status(201, VersionDetailOut.of(version, version.workflow))


@router.get(
    "/{slug}/versions",
    auth=requires(Permission.WORKFLOWS_READ),
    response=responses({200: VersionListOut}, signed_in=True),
)
def list_versions(request: ApiRequest, slug: SlugInPath) -> VersionListOut:
    """The published versions of a workflow, newest first, the latest hundred."""
    workflow = workflow_named(request.auth.organization, slug)
    newest = workflow.versions.defer("document", "fields").order_by("-number")[:100]
    return VersionListOut(items=[VersionOut.of(each, workflow) for each in newest])


@router.get(
    "/{slug}/versions/{number}",
    auth=requires(Permission.WORKFLOWS_READ),
    response=responses({200: VersionDetailOut}, signed_in=True),
)
def get_version(
    request: ApiRequest, slug: SlugInPath, number: VersionNumber
) -> VersionDetailOut | HttpResponse:
    """One version. `Accept: application/yaml` gives the document itself."""
    workflow = workflow_named(request.auth.organization, slug)
    version = version_numbered(workflow, number)
    if wants_yaml(request):
        return document_answer(version.document)
    return VersionDetailOut.of(version, workflow)


@router.post(
    "/{slug}/versions/{number}/publish",
    auth=requires(Permission.WORKFLOWS_MANAGE),
    response=responses({201: VersionDetailOut}, body=True, signed_in=True),
)
def restore_version(
    request: ApiRequest, slug: SlugInPath, number: VersionNumber, body: PublishIn | None = None
) -> Status[VersionDetailOut]:
    """Roll back: publish what this version says, as a new version. A draft stays as it is."""
    version = version_restore(
        organization=request.auth.organization,
        slug=slug,
        number=number,
        actor=acting(request),
        note=body.note if body else "",
    )
    return Status(201, VersionDetailOut.of(version, version.workflow))


@router.get(
    "/{slug}/diff",
    auth=requires(Permission.WORKFLOWS_READ),
    response=responses({200: DifferenceOut}, signed_in=True),
)
def diff_workflow(
    request: ApiRequest, slug: SlugInPath, before: Before = "live", after: After = "draft"
) -> DifferenceOut:
    """What differs between two versions, or between what is live and the draft."""
    difference = version_changes(
        organization=request.auth.organization, slug=slug, before=before, after=after
    )
    return DifferenceOut.of(difference)


@router.post(
    "/{slug}/rename",
    auth=requires(Permission.WORKFLOWS_MANAGE),
    response=responses({200: WorkflowOut}, body=True, signed_in=True, conflict=True),
)
def rename_workflow(request: ApiRequest, slug: SlugInPath, body: RenameIn) -> WorkflowOut:
    """Give it another slug and name. Programs must submit under the new one from now on."""
    workflow = workflow_rename(
        organization=request.auth.organization,
        slug=slug,
        to=body.slug,
        name=body.name,
        actor=acting(request),
    )
    return WorkflowOut.of(workflow)


@router.post(
    "/{slug}/duplicate",
    auth=requires(Permission.WORKFLOWS_MANAGE),
    response=responses({201: DraftOut}, body=True, signed_in=True, conflict=True),
)
def duplicate_workflow(
    request: ApiRequest, response: HttpResponse, slug: SlugInPath, body: DuplicateIn
) -> Status[DraftOut]:
    """A draft of a new workflow, made of this one. Its form has no address yet."""
    workflow = workflow_duplicate(
        organization=request.auth.organization,
        slug=slug,
        to=body.slug,
        name=body.name,
        actor=acting(request),
    )
    return Status(201, _draft(response, workflow))


@router.post(
    "/{slug}/archive",
    auth=requires(Permission.WORKFLOWS_MANAGE),
    response=responses({200: WorkflowOut}, signed_in=True),
)
def archive_workflow(request: ApiRequest, slug: SlugInPath) -> WorkflowOut:
    """Take no more submissions and close the form. What is under way is delivered.

    Publishing a draft or a version brings it back.
    """
    workflow = workflow_archive(
        organization=request.auth.organization, slug=slug, actor=acting(request)
    )
    return WorkflowOut.of(workflow)


def _draft(response: HttpResponse, workflow: Workflow) -> DraftOut:
    copy = working_copy(workflow)
    response["ETag"] = etag(copy.tag)
    return DraftOut.of(workflow, copy)
