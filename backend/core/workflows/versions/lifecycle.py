"""A workflow under another name, a copy of it, put away, or gone."""

from __future__ import annotations

from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from core.accounts.models import Organization
from core.audit.services import Actor
from core.errors import Conflict, FieldError, Unprocessable
from core.workflows.models import Workflow
from core.workflows.versions.drafts import (
    draft_of,
    workflow_audit,
    workflow_create,
    workflow_named,
    working_copy,
)
from core.workflows.versions.replaced import version_replace
from waybill_definitions.check import name_check
from waybill_definitions.document import Path, document_replace


@transaction.atomic
def workflow_rename(
    *, organization: Organization, slug: str, to: str, name: str | None, actor: Actor
) -> Workflow:
    """Give it another name in addresses, and another one for people unless ``name`` is None.

    Programs that submit under the old name get 404 from now on. Raises NotFound, Conflict, and
    Unprocessable when the name is reserved.
    """
    _not_reserved(to)
    workflow = workflow_named(organization, slug, hold=True)
    workflow.slug = to
    workflow.name = name or workflow.name
    try:
        with transaction.atomic():
            workflow.save(update_fields=["slug", "name"])
    except IntegrityError as error:
        raise _taken(to) from error
    draft = draft_of(workflow)
    if draft is not None:
        names: dict[Path, str | None] = {("workflow",): to}
        if name:
            names[("name",)] = name
        draft.document = document_replace(draft.document, names)
        draft.revision += 1
        draft.changed_by = actor.name[:200]
        draft.save()
    workflow_audit(workflow, actor, "workflow.renamed", before=slug)
    return workflow


@transaction.atomic
def workflow_duplicate(
    *, organization: Organization, slug: str, to: str, name: str, actor: Actor
) -> Workflow:
    """A draft of a new workflow, from this one's working copy, without the form's address.

    Raises NotFound, Conflict, and Unprocessable when the name is reserved.
    """
    _not_reserved(to)
    workflow = workflow_named(organization, slug)
    if Workflow.objects.owned_by(organization).filter(slug=to).exists():
        raise _taken(to)
    document = document_replace(
        working_copy(workflow).document,
        {("workflow",): to, ("name",): name, ("form", "address"): None},
    )
    return workflow_create(organization=organization, document=document, actor=actor)


@transaction.atomic
def workflow_archive(*, organization: Organization, slug: str, actor: Actor) -> Workflow:
    """Take nothing more: the form is closed and its address is free. What is under way goes on.

    Publishing a version brings it back. Raises NotFound.
    """
    workflow = workflow_named(organization, slug, hold=True)
    if workflow.archived_at is None:
        version_replace(workflow)
        workflow.current = None
        workflow.form_slug = None
        workflow.archived_at = timezone.now()
        workflow.save(update_fields=["current", "form_slug", "archived_at"])
        workflow_audit(workflow, actor, "workflow.archived")
    return workflow


@transaction.atomic
def workflow_delete(*, organization: Organization, slug: str, used: int, actor: Actor) -> None:
    """Remove it with its draft and its versions. ``used``: submissions that were made with it.

    Raises NotFound; Conflict while there are submissions, whose history would lose its meaning.
    """
    workflow = workflow_named(organization, slug, hold=True)
    if used:
        raise _in_use(slug, "1 submission" if used == 1 else f"{used:,} submissions")
    workflow_audit(workflow, actor, "workflow.deleted")
    workflow.current = None
    workflow.save(update_fields=["current"])
    try:
        for version in workflow.versions.all():
            version.steps.all().delete()
            version.delete()
        workflow.delete()
        connection.check_constraints()
    except (ProtectedError, IntegrityError) as error:
        # One came since they were counted, or somebody has just sent a file for a form.
        raise _in_use(slug, "a new submission or upload") from error


def _not_reserved(slug: str) -> None:
    faults = [FieldError("slug", fault.message) for fault in name_check(slug)]
    if faults:
        raise Unprocessable("The workflow cannot have this name; see errors.", errors=faults)


def _in_use(slug: str, what: str) -> Conflict:
    return Conflict(
        f"“{slug}” has {what}, so it cannot be deleted. Archive it; it can be deleted once their"
        " retention has ended.",
        code="workflow_in_use",
    )


def _taken(slug: str) -> Conflict:
    return Conflict(
        f"This organization has a workflow “{slug}” already. Choose another name.",
        code="workflow_exists",
    )
