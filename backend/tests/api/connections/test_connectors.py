"""What can be connected is told so that a form can be built from it."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest

from integrations.discovery import connectors
from tests.api.checks import assert_problem
from tests.conftest import Api

pytestmark = pytest.mark.django_db
PATH = "/api/v1/connectors"


def test_every_connector_is_told_with_its_schemas(machine: Api) -> None:
    items = machine.get(PATH).json()["items"]
    assert [each["name"] for each in items] == list(connectors())
    for item in items:
        assert item["title"]
        assert item["description"]
        for schema in schemas(item):
            jsonschema.Draft202012Validator.check_schema(schema)
        assert item == machine.get(f"{PATH}/{item['name']}").json()


def schemas(item: dict[str, Any]) -> list[dict[str, Any]]:
    found = [item["settings_schema"], item["credentials_schema"]]
    for action in item["actions"]:
        found += [action["input_schema"], action["output_schema"]]
    return found


def test_a_form_can_be_built_for_tryton(machine: Api) -> None:
    tryton = machine.get(f"{PATH}/tryton").json()
    assert {"base_url", "company"} == set(tryton["settings_schema"]["required"])
    assert tryton["settings_schema"]["properties"]["company"]["title"] == "Company"
    key = tryton["credentials_schema"]["properties"]["application_key"]
    assert (key["writeOnly"], tryton["credentials_schema"]["writeOnly"]) == (True, True)
    party = next(each for each in tryton["actions"] if each["name"] == "party.create")
    assert party["effect"] == "readable"
    assert "looks whether it is there" in party["effect_meaning"]
    assert "name" in party["input_schema"]["required"]
    assert {"id", "code"} <= set(party["output_schema"]["properties"])


def test_each_effect_says_what_it_means(machine: Api) -> None:
    items = machine.get(PATH).json()["items"]
    effects = {each["effect"]: each["effect_meaning"] for item in items for each in item["actions"]}
    assert set(effects) == {"keyed", "readable", "blind"}
    assert "same key" in effects["keyed"]
    assert "a person decides" in effects["blind"]


def test_a_connector_that_there_is_not(machine: Api) -> None:
    answer = machine.get(f"{PATH}/triton")
    assert_problem(answer, 404, "not_found")
    assert "Did you mean “tryton”?" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("query", "header", "title"),
    [
        ("?language=de", "", "Eine E-Mail senden"),
        ("?language=de-AT", "en", "Eine E-Mail senden"),
        ("", "fr, de-CH;q=0.8, en;q=0.5", "Eine E-Mail senden"),
        ("?language=fr", "de", "Send an e-mail"),
        ("", "", "Send an e-mail"),
    ],
)
def test_a_connector_is_told_in_the_language_that_is_wanted(
    machine: Api, query: str, header: str, title: str
) -> None:
    headers = {"accept-language": header} if header else {}
    answer = machine.get(f"{PATH}/email{query}", **headers)
    (action,) = answer.json()["actions"]
    assert action["title"] == title
    assert "Accept-Language" in answer.headers["Vary"]
    items = machine.get(f"{PATH}{query}", **headers).json()["items"]
    assert answer.json() in items
