"""The draft of a workflow: saved with optimistic locking, published as a whole."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from core.accounts.models import Organization
from core.audit.services import Actor, audit_record
from core.errors import Conflict, FieldError, NotFound, Unprocessable
from core.preconditions import Expected, tag_require
from core.workflows.models import Workflow, WorkflowDraft
from waybill_definitions.check import name_check
from waybill_definitions.document import (
    Definition,
    DefinitionRefused,
    Fault,
    definition_read,
    document_read,
    document_replace,
)


@dataclass(frozen=True, slots=True)
class WorkingCopy:
    """What an editor opens: the draft, or the live version where there is no draft.

    ``tag``: another one as soon as anything was saved or published.
    """

    document: str
    tag: str
    is_draft: bool
    changed_at: datetime
    changed_by: str


def workflow_named(organization: Organization, slug: str, *, hold: bool = False) -> Workflow:
    """One of the organization's workflows, archived or not. Raises NotFound.

    ``hold``: locked until the transaction ends.
    """
    owned = Workflow.objects.owned_by(organization).filter(slug=slug)
    if hold:
        # A statement of its own: after waiting for the lock it would join rows from before.
        owned.select_for_update(no_key=True).values_list("pk").first()
    workflow = owned.select_related("current", "draft").first()
    if workflow is None:
        raise NotFound(f"This organization has no workflow “{slug}”.")
    return workflow


def working_copy(workflow: Workflow) -> WorkingCopy:
    """The document to go on with."""
    draft = draft_of(workflow)
    if draft is not None:
        tag = f"draft-{draft.pk.hex[-12:]}-{draft.revision}"
        return WorkingCopy(draft.document, tag, True, draft.changed_at, draft.changed_by)
    version = workflow.current or workflow.versions.order_by("-number").first()
    if version is None:
        return WorkingCopy("", "empty", False, workflow.created_at, "")
    document = document_named(version.document, {"workflow": workflow.slug, "name": workflow.name})
    return WorkingCopy(
        document,
        f"version-{version.number}-{hashlib.sha256(document.encode()).hexdigest()[:12]}",
        False,
        version.published_at,
        version.published_by,
    )


def document_named(document: str, names: dict[str, str]) -> str:
    """The document of a version with the names that its workflow has now: it was renamed since."""
    try:
        before = definition_read(document)
    except DefinitionRefused:
        return document
    if all(getattr(before, key) == name for key, name in names.items()):
        return document
    return document_replace(document, {(key,): name for key, name in names.items()})


def draft_of(workflow: Workflow) -> WorkflowDraft | None:
    draft: WorkflowDraft | None = getattr(workflow, "draft", None)
    return draft


@transaction.atomic
def workflow_create(*, organization: Organization, document: str, actor: Actor) -> Workflow:
    """Make a workflow of a document, as a draft that takes nothing yet.

    The draft may have faults; publishing finds them. Raises Unprocessable when the document does
    not even say which workflow it is, Conflict when there is one of that name.
    """
    definition = _readable(document)
    workflow = Workflow(
        organization=organization, slug=definition.workflow, name=definition.name, form_slug=None
    )
    try:
        with transaction.atomic():
            workflow.save()
    except IntegrityError as error:
        raise Conflict(
            f"This organization has a workflow “{workflow.slug}” already. Save its draft, or choose"
            " another name.",
            code="workflow_exists",
        ) from error
    _write(workflow, document, actor)
    return workflow


@transaction.atomic
def draft_save(
    *, organization: Organization, slug: str, document: str, expected: Expected, actor: Actor
) -> Workflow:
    """Save the document as the workflow's draft.

    ``expected``: the tags of what may be there. Raises Outdated when something else is there,
    Unprocessable when the document is of another workflow.
    """
    workflow = workflow_named(organization, slug, hold=True)
    working_copy_require(workflow, expected)
    definition = _readable(document)
    slug_require(definition, slug)
    _write(workflow, document, actor)
    return workflow


def slug_require(definition: Definition, slug: str) -> None:
    """Raise Unprocessable when the definition is of another workflow."""
    if definition.workflow != slug:
        raise Unprocessable(
            f"This is the definition of “{definition.workflow}”, not of “{slug}”. To give the"
            " workflow another name, rename it.",
            errors=[FieldError("workflow", f"must be `{slug}`")],
        )


@transaction.atomic
def draft_discard(
    *, organization: Organization, slug: str, expected: Expected, actor: Actor
) -> Workflow:
    """Go back to the version that was published last. Raises Outdated, Conflict without one."""
    workflow = workflow_named(organization, slug, hold=True)
    working_copy_require(workflow, expected)
    draft = draft_of(workflow)
    if draft is None:
        return workflow
    if not workflow.versions.exists():
        raise Conflict(f"“{slug}” has never been published. Delete the workflow instead.")
    draft.delete()
    workflow_audit(workflow, actor, "workflow.draft_discarded")
    return workflow_named(organization, slug)


def working_copy_require(workflow: Workflow, expected: Expected) -> None:
    """Raise Outdated, saying who changed it and when, unless the working copy is as expected."""
    if expected is None:
        return
    copy = working_copy(workflow)
    tag_require(
        copy.tag,
        expected,
        what=f"“{workflow.slug}”",
        changed_at=copy.changed_at,
        changed_by=copy.changed_by,
    )


def refused(faults: tuple[Fault, ...]) -> Unprocessable:
    """The problem that lists faults, each with its place in the document."""
    count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
    return Unprocessable(
        f"The definition has {count}; see errors.",
        code="definition_refused",
        errors=[
            FieldError(
                fault.at,
                fault.message,
                line=fault.place.line if fault.place else None,
                column=fault.place.column if fault.place else None,
            )
            for fault in faults
        ],
    )


def _readable(document: str) -> Definition:
    """As much of a document as a draft needs: a name of its own. Raises Unprocessable."""
    try:
        draft = document_read(document)
    except DefinitionRefused as error:
        raise refused(error.faults) from error
    named = [fault for fault in draft.faults if fault.path in (("workflow",), ("name",))]
    if named:
        raise refused(tuple(draft.placed(named)))
    if draft.definition is None:
        raise refused(tuple(draft.placed(list(draft.faults))))
    if reserved := name_check(draft.definition.workflow):
        raise refused(tuple(draft.placed(reserved)))
    return draft.definition


def _write(workflow: Workflow, document: str, actor: Actor) -> None:
    draft = draft_of(workflow)
    if draft is None:
        draft = WorkflowDraft(organization_id=workflow.organization_id, workflow=workflow)
    else:
        draft.revision += 1
    draft.document = document
    draft.changed_by = actor.name[:200]
    draft.save()
    workflow.draft = draft
    workflow_audit(workflow, actor, "workflow.draft_saved", revision=draft.revision)


def workflow_audit(workflow: Workflow, actor: Actor, action: str, **detail: object) -> None:
    """Note in the audit log what was done to a workflow."""
    audit_record(
        organization=workflow.organization,
        actor=actor,
        action=action,
        object_kind="workflow",
        object_id=workflow.pk,
        detail={"slug": workflow.slug, **detail},
    )
