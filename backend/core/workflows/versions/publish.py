from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import Max

from core.accounts.models import Organization
from core.audit.changes import changes_between
from core.audit.services import SYSTEM, Actor, audit_record
from core.connections.models import Connection
from core.workflows.definition import FormField
from core.workflows.form_pages import form_page_outdated
from core.workflows.mapping import expression_check, expression_names
from core.workflows.models import Queue, Step, Workflow, WorkflowVersion
from core.workflows.versions.replaced import version_replace
from integrations.discovery import get_action

LONGEST_TIMEOUT_SECONDS = 60
"""A longer timeout would exceed the time limits of the delivery task."""


@dataclass(frozen=True, slots=True)
class StepDraft:
    """A step before it is published. ``timeout_seconds`` bounds one exchange, at most 60.

    ``ordering``: a CEL expression over ``input``. Runs of a connection with equal results go one
    at a time, in order of acceptance.
    """

    key: str
    title: str
    connection: Connection
    action: str
    mapping: dict[str, Any]
    depends_on: list[str] = field(default_factory=list)
    queue: Queue = Queue.DEFAULT
    timeout_seconds: int = 30
    ordering: str = ""
    retry: dict[str, Any] = field(default_factory=dict)


@transaction.atomic
def workflow_publish(
    *,
    organization: Organization,
    slug: str,
    name: str,
    title: str,
    subject: str,
    fields: Sequence[FormField],
    steps: Sequence[StepDraft],
    form_slug: str | None = None,
    intro: str = "",
    submit_label: str = "Send",
    actor: Actor = SYSTEM,
) -> WorkflowVersion:
    """Publish a new immutable version and make it the live one.

    Raises ValueError when there is no step, a step depends on a later one or may take too long, or
    subject or ordering would reveal a sensitive answer. Raises KeyError for an unknown action and
    MappingFailed for an invalid expression.
    """
    _check(steps, subject)
    _check_not_sensitive(steps, subject, {each.key for each in fields if each.sensitive})
    owned = Workflow.objects.owned_by(organization)
    before = _audited_values(owned.filter(slug=slug).select_related("current").first())
    workflow, _ = Workflow.objects.owned_by(organization).update_or_create(
        organization=organization, slug=slug, defaults={"name": name, "form_slug": form_slug}
    )
    latest = workflow.versions.aggregate(latest=Max("number"))["latest"] or 0
    version = WorkflowVersion.objects.create(
        organization=organization,
        workflow=workflow,
        number=latest + 1,
        title=title,
        intro=intro,
        submit_label=submit_label,
        subject=subject,
        fields=[each.model_dump(exclude_defaults=True) for each in fields],
    )
    Step.objects.bulk_create(
        Step(
            organization=organization,
            version=version,
            position=position,
            key=draft.key,
            title=draft.title,
            connection=draft.connection,
            action=draft.action,
            mapping=draft.mapping,
            depends_on=draft.depends_on,
            queue=draft.queue,
            ordering=draft.ordering,
            timeout_seconds=draft.timeout_seconds,
            retry=draft.retry,
        )
        for position, draft in enumerate(steps, start=1)
    )
    version_replace(workflow)
    workflow.current = version
    workflow.save(update_fields=["current"])
    audit_record(
        organization=organization,
        actor=actor,
        action="workflow.published",
        object_kind="workflow",
        object_id=workflow.pk,
        detail={"name": name, "version": version.number},
        changes=changes_between(before, _audited_values(workflow)),
    )
    form_page_outdated(before.get("form_slug"), workflow.form_slug)
    return version


def _audited_values(workflow: Workflow | None) -> dict[str, Any]:
    """The state for the audit log: the live version, its questions and its steps by key."""
    if workflow is None:
        return {}
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
        "steps": {
            step.key: {
                "action": step.action,
                "connection": step.connection_id,
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


def _check(steps: Sequence[StepDraft], subject: str) -> None:
    if not steps:
        raise ValueError("a workflow needs at least one step")
    expression_check(subject)
    earlier: set[str] = set()
    for draft in steps:
        get_action(draft.connection.connector, draft.action)
        unknown = set(draft.depends_on) - earlier
        if unknown:
            raise ValueError(
                f"step {draft.key} depends on {sorted(unknown)}, which do not come before it"
            )
        if not 1 <= draft.timeout_seconds <= LONGEST_TIMEOUT_SECONDS:
            raise ValueError(f"step {draft.key} may take 1 to {LONGEST_TIMEOUT_SECONDS} s")
        for expression in [*_expressions(draft.mapping), *filter(None, [draft.ordering])]:
            expression_check(expression)
        earlier.add(draft.key)


def _check_not_sensitive(steps: Sequence[StepDraft], subject: str, sensitive: set[str]) -> None:
    """Subjects and ordering keys are stored in plain text for searching and sorting."""
    texts = {"the subject": subject} | {
        f"the ordering of step {draft.key}": draft.ordering for draft in steps if draft.ordering
    }
    for what, expression in texts.items():
        named = expression_names(expression, sensitive)
        if named:
            raise ValueError(f"{what} would show what is sensitive: {', '.join(sorted(named))}")


def _expressions(tree: Any) -> list[str]:
    match tree:
        case str():
            return [tree]
        case dict():
            return [found for value in tree.values() for found in _expressions(value)]
        case list():
            return [found for value in tree for found in _expressions(value)]
        case _:
            return []
