"""A definition checked against an organization's own connections and everybody's forms."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from core.accounts.models import Organization
from core.connections.kinds import kind_missing
from core.connections.models import Connection
from core.postgres.tenancy import every_organization
from core.workflows.models import Workflow
from integrations.discovery import connectors
from integrations.sdk import exposed_of
from waybill_definitions.check import Judged, KnownAction, KnownSystem, Surroundings
from waybill_definitions.check import definition_check as check_in
from waybill_definitions.check import text_judge as judge_in
from waybill_definitions.document import Definition, Path
from waybill_definitions.expressions import shape_of_model


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a step goes, and what it does there."""

    connection: Connection
    action: KnownAction


@dataclass(frozen=True, slots=True)
class Checked:
    """A definition without faults, and where each of its steps goes.

    ``choosing``: where its live choices are looked up, by the paths that name the connections.
    """

    definition: Definition
    destinations: dict[str, Destination]
    choosing: dict[Path, Connection]


def definition_check(organization: Organization, document: str) -> Checked:
    """Check a document as publishing does. Raises DefinitionRefused with all faults."""
    owned = Connection.objects.owned_by(organization)
    connections = {connection.slug: connection for connection in owned}
    checked = check_in(_surroundings(organization, connections), document)
    return Checked(
        checked.definition,
        {
            key: Destination(connections[each.connection], each.action)
            for key, each in checked.destinations.items()
        },
        {path: connections[slug] for path, slug in checked.choosing.items()},
    )


def text_judge(organization: Organization, document: str, place: str, text: str) -> Judged:
    """One text of a document, as it is judged at its place. Raises as `judge_in`."""
    owned = Connection.objects.owned_by(organization)
    connections = {connection.slug: connection for connection in owned}
    return judge_in(_surroundings(organization, connections), document, place, text)


def _surroundings(organization: Organization, connections: dict[str, Connection]) -> Surroundings:
    def address_taken(workflow: str, address: str) -> bool:
        with every_organization("addresses of forms are unique over all of them"):
            having = Workflow.objects.across_organizations("an address is unique over all of them")
            same = having.filter(form_slug=address)
            return same.exclude(organization=organization, slug=workflow).exists()

    def allowed_origins(slug: str) -> list[str]:
        workflow = Workflow.objects.owned_by(organization).filter(slug=slug).first()
        return [] if workflow is None else workflow.allowed_origins

    kinds = {slug: _kind(connection) for slug, connection in connections.items()}
    return Surroundings(kinds, address_taken, allowed_origins)


def _kind(connection: Connection) -> KnownSystem | str:
    known = connection.connector in connectors()
    return _system(connection.connector) if known else kind_missing(connection)


@functools.cache
def _system(connector: str) -> KnownSystem:
    kind = connectors()[connector]
    actions = {
        each.name: KnownAction(
            each.name,
            each.title,
            shape_of_model(each.input_model, output=False),
            shape_of_model(each.output_model),
            literals=each.input_model,
            exposed=exposed_of(each.input_model),
        )
        for each in kind.actions
    }
    return KnownSystem(kind.title, actions, tuple(each.name for each in kind.lists))
