"""Settings as people see them. What is named like a secret is masked, and may come back masked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from integrations.sdk.redaction.redaction import REDACTED, Redactor


def settings_shown(settings: Mapping[str, Any]) -> dict[str, Any]:
    """The settings with a mask where a header or a parameter is named like a secret."""
    return {name: _shown(name, value) for name, value in settings.items()}


def settings_restored(settings: Mapping[str, Any], stored: Any) -> dict[str, Any]:
    """The settings with what is stored in the place of each mask. A mask of nothing stays."""
    return {name: _restored(value, _at(stored, name)) for name, value in settings.items()}


def _shown(name: str, value: Any) -> Any:
    match value:
        case dict():
            return settings_shown(value)
        case list():
            return [_shown(name, each) for each in value]
        case str() if value and Redactor().body({name: "any"}) == {name: REDACTED}:
            return REDACTED
    return value


def _restored(value: Any, stored: Any) -> Any:
    match value:
        case dict():
            return settings_restored(value, stored)
        case list():
            return [_restored(each, _at(stored, index)) for index, each in enumerate(value)]
        case str() if value == REDACTED and isinstance(stored, str):
            return stored
    return value


def _at(stored: Any, place: str | int) -> Any:
    try:
        return stored[place]
    except (KeyError, IndexError, TypeError):
        return None
