"""The connection and the action of each step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from core.accounts.models import Organization
from core.connections.kinds import kind_missing
from core.connections.models import Connection
from core.text.suggestions import did_you_mean
from core.workflows.definition import Definition, Fault, Path
from integrations.discovery import connectors
from integrations.sdk import Action


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a step goes, and what it does there."""

    connection: Connection
    action: type[Action[Any, Any, Any]]


def destinations_find(
    organization: Organization, definition: Definition
) -> tuple[dict[str, Destination], list[Fault]]:
    """The destinations of all steps that have one, by step, and what is wrong with the others."""
    owned = Connection.objects.owned_by(organization)
    known = {connection.slug: connection for connection in owned}
    found: dict[str, Destination] = {}
    faults: list[Fault] = []
    for key, step in definition.steps.items():
        slug, _, name = step.use.partition("/")
        at: Path = ("steps", key, "use")
        connection = known.get(slug)
        if connection is None:
            faults.append(Fault(at, no_connection(slug, list(known))))
            continue
        connector = connectors().get(connection.connector)
        if connector is None:
            faults.append(Fault(at, kind_missing(connection)))
            continue
        actions = {action.name: action for action in connector.actions}
        if name in actions:
            found[key] = Destination(connection, actions[name])
        else:
            faults.append(Fault(at, _no_action(connector.title, slug, name, list(actions))))
    return found, faults


def no_connection(slug: str, known: list[str]) -> str:
    """What is told of a connection that there is not."""
    hint = did_you_mean(slug, known)
    if not hint and known:
        hint = f"; there are {_listed(sorted(known))}"
    return f"this organization has no connection `{slug}`{hint or '; make one first'}"


def _no_action(title: str, slug: str, name: str, known: list[str]) -> str:
    hint = did_you_mean(name, known) or f"; it has {_listed(known)}"
    return f"{title}, which `{slug}` is, has no action `{name}`{hint}"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
