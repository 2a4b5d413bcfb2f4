"""The form of a document that need not be saved, for an editor that shows it beside the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.accounts.models import Organization
from core.connections.models import Connection
from core.workflows.versions.drafts import refused
from integrations.discovery import get_action
from waybill_definitions.check import form_alone_check
from waybill_definitions.document import DefinitionRefused, StepDefinition, Words
from waybill_definitions.forms import Form, form_prepare


@dataclass(frozen=True, slots=True)
class DrawnStep:
    """``title``: in each language, where it has several. ``system``: what its connection is called.

    Both are of what is there: where the action or the connection is not, they are as written.
    """

    key: str
    title: Words
    system: str


@dataclass(frozen=True, slots=True)
class DrawnForm:
    """``workflow``: whose it is to be, by its slug. ``steps``: those that can be read."""

    workflow: str
    form: Form
    steps: Sequence[DrawnStep]


def form_draw(*, organization: Organization, document: str) -> DrawnForm:
    """The form of a document. Its steps may have faults.

    Raises Unprocessable with the faults of the form.
    """
    try:
        definition = form_alone_check(document)
    except DefinitionRefused as error:
        raise refused(error.faults) from error
    owned = Connection.objects.owned_by(organization)
    connections = {each.slug: each for each in owned.only("slug", "name", "connector")}
    return DrawnForm(
        definition.workflow,
        form_prepare(definition.form, definition.tables),
        [_step(key, step, connections) for key, step in definition.steps.items()],
    )


def _step(key: str, step: StepDefinition, connections: dict[str, Connection]) -> DrawnStep:
    slug, _, name = step.use.partition("/")
    connection = connections.get(slug)
    return DrawnStep(
        key,
        step.title or _action_title(connection, name),
        slug if connection is None else connection.name,
    )


def _action_title(connection: Connection | None, name: str) -> str:
    try:
        return name if connection is None else get_action(connection.connector, name).title
    except KeyError:
        return name
