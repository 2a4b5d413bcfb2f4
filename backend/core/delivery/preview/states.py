"""What is previewed: a version, a draft, or a definition that nobody saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.accounts.models import Organization
from core.errors import NotFound
from core.workflows.compile import CompiledVersion, steps_compiled, version_compiled
from core.workflows.forms import form_of
from core.workflows.models import Step, WorkflowVersion
from core.workflows.versions import (
    version_drafted,
    version_numbered,
    workflow_named,
    working_copy,
)
from waybill_definitions.forms import Form, form_prepare


@dataclass(frozen=True, slots=True)
class State:
    """``version``: its number; None for what is not published. ``steps``: in their order."""

    organization: Organization
    workflow: str
    version: int | None
    form: Form
    compiled: CompiledVersion
    steps: Sequence[Step]


def state_of_workflow(*, organization: Organization, slug: str, name: str) -> State:
    """A state of a workflow: ``live``, ``draft``, or the number of a version.

    Without a draft it is what was published last. Raises NotFound; Unprocessable with every fault
    of a draft.
    """
    workflow = workflow_named(organization, slug)
    if name == "draft":
        return state_of_document(
            organization=organization, document=working_copy(workflow).document
        )
    if name != "live":
        return _of_version(organization, slug, version_numbered(workflow, int(name)))
    if workflow.current is None:
        raise NotFound(f"No version of “{slug}” is live. Publish it, or preview its draft.")
    return _of_version(organization, slug, workflow.current)


def state_of_document(*, organization: Organization, document: str) -> State:
    """A definition, checked as publishing does. Raises Unprocessable with every fault."""
    checked, version, steps = version_drafted(organization=organization, document=document)
    form = form_prepare(checked.definition.form, version.tables)
    return State(
        organization=organization,
        workflow=checked.definition.workflow,
        version=None,
        form=form,
        compiled=steps_compiled(version, form, steps),
        steps=steps,
    )


def _of_version(organization: Organization, slug: str, version: WorkflowVersion) -> State:
    owned = Step.objects.owned_by(organization).filter(version_id=version.pk)
    return State(
        organization=organization,
        workflow=slug,
        version=version.number,
        form=form_of(version),
        compiled=version_compiled(organization.pk, version.pk),
        steps=list(owned.select_related("connection")),
    )
