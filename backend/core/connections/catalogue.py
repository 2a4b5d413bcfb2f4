"""What can be connected: every connector, and what a form for it needs to know."""

from __future__ import annotations

import functools
import inspect
from dataclasses import dataclass, replace
from typing import Any

from core.errors import NotFound
from integrations.discovery import AnyAction, AnyConnector, connectors
from integrations.sdk import Effect
from integrations.texts import Say, languages_of, saying, schema_in
from waybill_definitions.languages import ENGLISH, language_choose
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


def connector_list(wanted: str | None = None) -> tuple[ConnectorEntry, ...]:
    """Every connector of this release, by name, as `connector_get` gives it."""
    return tuple(connector_get(name, wanted) for name in connectors())


def connector_get(name: str, wanted: str | None = None) -> ConnectorEntry:
    """One connector in the language that is wanted, as far as it speaks it, or else in English.

    ``wanted``: a tag, or an `Accept-Language`. Raises NotFound that names the nearest one.
    """
    if name not in connectors():
        raise NotFound(connector_unknown(name))
    return _told(name, language_choose(wanted, [ENGLISH, *languages_of(name)]))


def connector_unknown(name: str) -> str:
    """What to say to whoever wrote a name that no connector has."""
    near = nearest(name, list(connectors()))
    known, wanted = ", ".join(connectors()), name[:64]
    hint = f" Did you mean “{near}”?" if near else f" There are: {known}."
    return f"There is no connector “{wanted}”.{hint}"


@functools.cache
def _told(name: str, language: str) -> ConnectorEntry:
    entry = _connector(connectors()[name])
    return entry if language == ENGLISH else entry_in(entry, saying(name, language))


def entry_in(entry: ConnectorEntry, say: Say) -> ConnectorEntry:
    """What people read of a connector in other words."""
    return replace(
        entry,
        title=say(entry.title),
        description=say(entry.description),
        settings_schema=schema_in(entry.settings_schema, say),
        credentials_schema=schema_in(entry.credentials_schema, say),
        lists=tuple(replace(each, title=say(each.title)) for each in entry.lists),
        actions=tuple(_action_in(each, say) for each in entry.actions),
    )


def _action_in(action: ActionEntry, say: Say) -> ActionEntry:
    return replace(
        action,
        title=say(action.title),
        description=say(action.description),
        effect_meaning=say(action.effect_meaning),
        input_schema=schema_in(action.input_schema, say),
        output_schema=schema_in(action.output_schema, say),
    )


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
