"""Publishing: a checked definition becomes an immutable version, and the live one."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max

from core.accounts.models import Organization
from core.audit.changes import changes_between
from core.audit.services import SYSTEM, Actor, audit_record
from core.connections.models import Connection
from core.errors import Conflict, NotFound
from core.preconditions import Expected, tag_require
from core.workflows.check import Checked, definition_check
from core.workflows.connection_uses import connections_held
from core.workflows.forms import form_stored
from core.workflows.models import Step, Workflow, WorkflowVersion
from core.workflows.versions.drafts import (
    document_named,
    draft_of,
    refused,
    slug_require,
    workflow_named,
    working_copy_require,
)
from core.workflows.versions.replaced import version_replace
from waybill_definitions.document import (
    Definition,
    DefinitionRefused,
    Fault,
    Path,
    StepDefinition,
    document_of,
    words_in,
)
from waybill_definitions.steps import condition_text, graph_of
from waybill_definitions.text.coded import Coded, FaultCode
from waybill_definitions.text.typed import text_clean

NOTHING_LIVE = "nothing"
"""The tag of a workflow of which nothing is live, or that there is not."""


@transaction.atomic
def definition_publish(
    *, organization: Organization, document: str | Definition, actor: Actor = SYSTEM
) -> WorkflowVersion:
    """Publish a document at once, as a new workflow or as the next version of one.

    Raises Unprocessable with every fault of the document.
    """
    text = document if isinstance(document, str) else document_of(document)
    checked = _checked(organization, text)
    slug = checked.definition.workflow
    workflow, _ = Workflow.objects.owned_by(organization).get_or_create(
        organization=organization, slug=slug, defaults={"name": checked.definition.name}
    )
    return _publish(workflow_named(organization, workflow.slug, hold=True), checked, text, actor)


@transaction.atomic
def document_publish(
    *,
    organization: Organization,
    slug: str,
    document: str,
    expected: Expected,
    actor: Actor,
    note: str = "",
) -> WorkflowVersion:
    """Publish a document as the workflow of that slug, whether there is one or not.

    ``note``: why, for the others. A draft stays as it is. Raises Outdated when the live version is
    another one than was ``expected`` (its tag), Unprocessable with every fault.
    """
    checked = _checked(organization, document)
    slug_require(checked.definition, slug)
    Workflow.objects.owned_by(organization).get_or_create(
        organization=organization, slug=slug, defaults={"name": checked.definition.name}
    )
    workflow = workflow_named(organization, slug, hold=True)
    _live_require(workflow, expected)
    return _publish(workflow, checked, document, actor, note)


def live_tag(workflow: Workflow) -> str:
    """Of the live version; of none, where nothing is live."""
    return NOTHING_LIVE if workflow.current is None else f"live-{workflow.current.pk.hex}"


def _live_require(workflow: Workflow, expected: Expected) -> None:
    live = workflow.current
    tag_require(
        live_tag(workflow),
        expected,
        what=f"What is live of “{workflow.slug}”",
        changed_at=live.published_at if live else None,
        changed_by=live.published_by if live else "",
    )


@transaction.atomic
def draft_publish(
    *, organization: Organization, slug: str, expected: Expected, actor: Actor, note: str = ""
) -> WorkflowVersion:
    """Publish the workflow's draft. ``note``: why, for the others.

    Raises NotFound, Conflict when there is no draft, Outdated when the draft is another one than
    was ``expected`` (its tag), Unprocessable with every fault.
    """
    workflow = workflow_named(organization, slug, hold=True)
    working_copy_require(workflow, expected)
    draft = draft_of(workflow)
    if draft is None:
        raise Conflict(
            f"“{slug}” has no draft: what it says is published already. Save a draft first.",
            code="no_draft",
        )
    checked = _checked(organization, draft.document)
    version = _publish(workflow, checked, draft.document, actor, note)
    draft.delete()
    return version


@transaction.atomic
def version_restore(
    *, organization: Organization, slug: str, number: int, actor: Actor, note: str = ""
) -> WorkflowVersion:
    """Publish what an earlier version says as a new version. A draft stays as it is.

    ``note``: why, for the others.

    Raises NotFound, Unprocessable when it no longer holds, for a connection may be gone.
    """
    workflow = workflow_named(organization, slug, hold=True)
    earlier = version_numbered(workflow, number)
    text = document_named(earlier.document, {"workflow": slug})
    return _publish(workflow, _checked(organization, text), text, actor, note, restores=number)


def version_numbered(workflow: Workflow, number: int) -> WorkflowVersion:
    """One of its versions. Raises NotFound."""
    version: WorkflowVersion | None = workflow.versions.filter(number=number).first()
    if version is None:
        raise NotFound(f"“{workflow.slug}” has no version {number}.")
    return version


def definition_faults(*, organization: Organization, document: str) -> tuple[Fault, ...]:
    """Everything that publishing this document would find wrong, in its order."""
    try:
        definition_check(organization, document)
    except DefinitionRefused as error:
        return error.faults
    return ()


def version_drafted(
    *, organization: Organization, document: str
) -> tuple[Checked, WorkflowVersion, list[Step]]:
    """What publishing this document would write. Raises Unprocessable with every fault."""
    checked = _checked(organization, document)
    version = _version(organization.pk, checked.definition, document)
    return checked, version, _steps(version, checked)


def _checked(organization: Organization, text: str) -> Checked:
    try:
        return definition_check(organization, text)
    except DefinitionRefused as error:
        raise refused(error.faults) from error


def _publish(
    workflow: Workflow,
    checked: Checked,
    text: str,
    actor: Actor,
    note: str = "",
    restores: int | None = None,
) -> WorkflowVersion:
    definition = checked.definition
    _connections_hold(workflow, checked)
    before = _audited_values(workflow)
    latest = workflow.versions.aggregate(latest=Max("number"))["latest"] or 0
    version = _version(workflow.organization_id, definition, text)
    version.workflow = workflow
    version.number = latest + 1
    version.published_by = actor.name[:200]
    version.note = text_clean(note, lines=True)
    version.restores = restores
    version.save(force_insert=True)
    Step.objects.bulk_create(_steps(version, checked))
    version_replace(workflow)
    workflow.name = definition.name
    workflow.form_slug = definition.form.address
    workflow.current = version
    workflow.archived_at = None
    try:
        with transaction.atomic():
            workflow.save(update_fields=["name", "form_slug", "current", "archived_at"])
    except IntegrityError as error:
        # Somebody published a form at this address since it was checked.
        taken = f"another form has the address `{workflow.form_slug}` already; choose another one"
        raise refused((Fault(("form", "address"), taken),)) from error
    audit_record(
        organization=workflow.organization,
        actor=actor,
        action="workflow.published",
        object_kind="workflow",
        object_id=workflow.pk,
        detail={"name": workflow.name, "version": version.number},
        changes=changes_between(before, _audited_values(workflow)),
    )
    return version


def _version(organization_id: uuid.UUID, definition: Definition, text: str) -> WorkflowVersion:
    """What a version says, not saved and without its number."""
    about, questions = form_stored(definition.form)
    language = definition.form.languages[0]
    return WorkflowVersion(
        organization_id=organization_id,
        title=words_in(definition.form.title, language, language),
        intro=words_in(definition.form.intro, language, language),
        form=about,
        subject=definition.subject,
        fields=questions,
        tables=definition.tables,
        document=text,
    )


def _gone(slug: str) -> Coded:
    sentence = f"the connection `{slug}` was deleted just now; choose another one"
    return Coded(FaultCode.NO_CONNECTION, sentence, connection=slug)


def _connections_hold(workflow: Workflow, checked: Checked) -> None:
    """Keep the connections from being deleted until the version is live.

    Raises Unprocessable for those that were deleted since the document was checked.
    """
    used: dict[Path, Connection] = {
        **checked.choosing,
        **{("steps", key, "use"): each.connection for key, each in checked.destinations.items()},
    }
    held = connections_held(
        organization=workflow.organization, ids=[each.pk for each in used.values()]
    )
    gone = [Fault(path, _gone(each.slug)) for path, each in used.items() if each.pk not in held]
    if gone:
        raise refused(tuple(gone))


def _steps(version: WorkflowVersion, checked: Checked) -> list[Step]:
    steps = checked.definition.steps
    language = checked.definition.form.languages[0]
    order = graph_of({key: step.needs for key, step in steps.items()}, ()).order
    return [
        Step(
            organization_id=version.organization_id,
            version=version,
            position=position,
            key=key,
            title=words_in(steps[key].title, language, language)
            or checked.destinations[key].action.title,
            done=words_in(steps[key].done, language, language),
            words=_words(steps[key]),
            condition=condition_text(steps[key]),
            connection=checked.destinations[key].connection,
            action=checked.destinations[key].action.name,
            mapping=steps[key].with_,
            depends_on=steps[key].needs,
            queue=steps[key].queue,
            ordering=steps[key].ordering,
            timeout_seconds=steps[key].timeout_seconds,
            retry=steps[key].retry.model_dump(exclude_defaults=True),
        )
        for position, key in enumerate(order, start=1)
    ]


def _words(step: StepDefinition) -> dict[str, dict[str, str]]:
    told = {"title": step.title, "done": step.done}
    return {name: words for name, words in told.items() if isinstance(words, dict)}


def _audited_values(workflow: Workflow) -> dict[str, Any]:
    """The state for the audit log: the live version, its questions and its steps by key."""
    version = workflow.current
    state = {"name": workflow.name, "form_slug": workflow.form_slug}
    if version is None:
        return state
    return state | {
        "version": version.number,
        "title": version.title,
        "intro": version.intro,
        "subject": version.subject,
        "fields": {each["key"]: each for each in version.fields},
        "tables": version.tables,
        "steps": {
            step.key: {
                "action": step.action,
                "connection": step.connection_id,
                "condition": step.condition,
                "mapping": step.mapping,
                "depends_on": step.depends_on,
                "queue": step.queue,
                "ordering": step.ordering,
                "timeout_seconds": step.timeout_seconds,
                "retry": step.retry,
            }
            for step in version.steps.all()
        },
    }
