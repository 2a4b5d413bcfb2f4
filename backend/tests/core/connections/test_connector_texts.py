"""Connectors speak German: every sentence is translated, and no translation is left over."""

from __future__ import annotations

from typing import Any

import pytest

from core.connections.catalogue import connector_get, entry_in
from integrations.discovery import connectors
from integrations.texts import FOLDER as CONNECTORS
from integrations.texts import languages_of, schema_in, texts_in

ALL = sorted(connectors())
SHARED = texts_in(CONNECTORS / "sdk", "de")


def said(connector: str) -> set[str]:
    """All that a connector says to people."""
    sentences: set[str] = set()

    def say(sentence: str) -> str:
        sentences.add(" ".join(sentence.split()))
        return sentence

    assert entry_in(connector_get(connector), say) == connector_get(connector)
    return sentences


@pytest.mark.parametrize("connector", ALL)
def test_every_sentence_has_german_and_every_german_its_sentence(connector: str) -> None:
    own = texts_in(CONNECTORS / connector, "de")
    assert languages_of(connector) == ("de",)
    assert sorted(said(connector) - own.keys() - SHARED.keys()) == []
    assert sorted(own.keys() - said(connector)) == []
    assert [english for english, german in own.items() if not german.strip()] == []


def test_what_all_connectors_share_is_said_by_one() -> None:
    sentences = set[str]().union(*map(said, ALL))
    assert sorted(SHARED.keys() - sentences) == []


def test_german_comes_where_people_read_and_nowhere_else() -> None:
    english, german = connector_get("tryton"), connector_get("tryton", "de-AT, en;q=0.5")
    assert (english.lists[0].title, german.lists[0].title) == ("Products", "Artikel")
    assert german.settings_schema["properties"]["company"]["title"] == "Unternehmen"
    sale = next(each for each in german.actions if each.name == "sale.create")
    line = sale.input_schema["$defs"]["SaleLineIn"]
    assert line["title"] == "SaleLineIn"
    assert line["properties"]["description"]["title"] == "Beschreibung"
    assert connector_get("tryton", "fr") == english


def test_values_and_names_in_a_schema_stay() -> None:
    field = {"title": "Name", "description": "Of  it", "default": {"title": "Name"}}
    schema = {
        "title": "Model",
        "properties": {"title": field, "one": {"anyOf": [{"title": "Name"}, {"type": "null"}]}},
        "examples": [{"description": "Name"}],
    }
    told: dict[str, Any] = schema_in(schema, lambda sentence: sentence.upper())
    assert told == {
        "title": "Model",
        "properties": {
            "title": {"title": "NAME", "description": "OF  IT", "default": {"title": "Name"}},
            "one": {"anyOf": [{"title": "NAME"}, {"type": "null"}]},
        },
        "examples": [{"description": "Name"}],
    }


def test_a_connector_without_a_file_has_no_other_language() -> None:
    assert languages_of("acme") == ()
