"""Lists of the real Tryton of the local stack."""

from __future__ import annotations

import pytest

from core.connections.lists import list_values_recent
from core.connections.models import Connection
from tests.api.connections.conftest import CONNECTIONS, tryton
from tests.conftest import Api

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["countries", "products", "payment_terms", "employees"])
def test_what_tryton_has_can_be_chosen(machine: Api, allowed_systems: None, name: str) -> None:
    assert machine.post(CONNECTIONS, tryton()).status_code == 201
    read = machine.get(f"{CONNECTIONS}/tryton/lists/{name}?limit=3")
    assert read.status_code == 200, read.content
    told = read.json()
    assert told["total"] >= len(told["items"]) > 0
    assert all(each["value"] and each["label"] for each in told["items"])
    connection = Connection.unscoped.get(slug="tryton")
    values = list_values_recent(connection, name)
    assert values is not None
    assert len(values) == told["total"]


def test_a_wrong_key_is_said_where_a_list_was_wanted(machine: Api, allowed_systems: None) -> None:
    wrong = tryton() | {"credentials": {"application_key": "not-the-key"}}
    assert machine.post(CONNECTIONS, wrong).status_code == 201
    refused = machine.get(f"{CONNECTIONS}/tryton/lists/countries")
    assert (refused.status_code, refused.json()["code"]) == (409, "system_refused")
    assert "not-the-key" not in refused.content.decode()
