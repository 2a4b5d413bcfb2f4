"""What can be connected: every connector, and what a form for it needs to know."""

from __future__ import annotations

import functools
import inspect
from dataclasses import dataclass
from typing import Any

from core.errors import NotFound
from integrations.discovery import AnyAction, AnyConnector, connectors
from integrations.sdk import Effect
from waybill_definitions.text.suggestions import nearest

AFTER_A_LOST_ANSWER = {
    Effect.KEYED: "After a lost answer Waybill sends it again under the same key, and the system"
    " does it once.",
    Effect.READABLE: "After a lost answer Waybill looks whether it is there, and sends it again"
    " only if it is not.",
    Effect.BLIND: "After a lost answer nobody can tell whether it was done, so a person decides.",
}

Schema = dict[str, Any]
"""A JSON Schema (2020-12)."""


@dataclass(frozen=True, slots=True)
class ActionEntry:
    """One operation of a connector. ``effect_meaning``: what follows after a lost answer."""

    name: str
    title: str
    description: str
    effect: str
    effect_meaning: str
    input_schema: Schema
    output_schema: Schema


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One list that the connector reads from the system."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class ConnectorEntry:
    """One kind of system. The credentials' schema is `writeOnly`: nothing of it comes out."""

    name: str
    title: str
    description: str
    settings_schema: Schema
    credentials_schema: Schema
    lists: tuple[ListEntry, ...]
    actions: tuple[ActionEntry, ...]


@functools.cache
def connector_list() -> tuple[ConnectorEntry, ...]:
    """Every connector of this release, by name."""
    return tuple(map(_connector, connectors().values()))


def connector_get(name: str) -> ConnectorEntry:
    """Raises NotFound that names the nearest one."""
    found = next((each for each in connector_list() if each.name == name), None)
    if found is None:
        raise NotFound(connector_unknown(name))
    return found


def connector_unknown(name: str) -> str:
    """What to say to whoever wrote a name that no connector has."""
    known = list(connectors())
    near = nearest(name, known)
    hint = f" Did you mean “{near}”?" if near else f" There are: {', '.join(known)}."
    return f"There is no connector “{name[:64]}”.{hint}"


def _connector(connector: type[AnyConnector]) -> ConnectorEntry:
    return ConnectorEntry(
        name=connector.name,
        title=connector.title,
        description=_description(connector),
        settings_schema=connector.config_model.model_json_schema(),
        credentials_schema={**connector.credentials_model.model_json_schema(), "writeOnly": True},
        lists=tuple(ListEntry(each.name, each.title) for each in connector.lists),
        actions=tuple(map(_action, connector.actions)),
    )


def _action(action: type[AnyAction]) -> ActionEntry:
    return ActionEntry(
        name=action.name,
        title=action.title,
        description=_description(action),
        effect=str(action.effect),
        effect_meaning=AFTER_A_LOST_ANSWER[action.effect],
        input_schema=action.input_model.model_json_schema(),
        output_schema=action.output_model.model_json_schema(mode="serialization"),
    )


def _description(documented: type[Any]) -> str:
    """Its docstring as one paragraph for people."""
    return " ".join((inspect.getdoc(documented) or "").split()).replace("`", "")
