"""What can be chosen at a system: read from it, kept for minutes, told while it is down."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web
from django.db import connections as databases
from django.utils import timezone

from core.connections import lists
from core.connections.lists import list_entries, list_values_recent
from core.connections.models import Connection, ConnectionList
from core.errors import Unavailable
from core.postgres.tenancy import every_organization
from tests.api.checks import assert_problem
from tests.api.connections.conftest import CONNECTIONS, TOKEN, older, tells
from tests.conftest import Api
from tests.destination import Sink

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("leads")]
PATH = f"{CONNECTIONS}/crm/lists/leads"


def labels(answer: Any) -> list[str]:
    assert answer.status_code == 200, answer.content
    return [each["label"] for each in answer.json()["items"]]


def test_a_list_is_read_once_and_kept(machine: Api, crm: dict[str, Any], sink: Sink) -> None:
    tells(sink, "Ada", "Grace", "Linus")
    first = machine.get(PATH).json()
    assert (first["title"], first["total"], first["problem"]) == ("Leads", 3, None)
    assert first["items"][0] == {"value": "1", "label": "Ada", "detail": "Graz"}
    tells(sink, "Nobody")
    assert machine.get(PATH).json()["fetched_at"] == first["fetched_at"]
    assert len(sink.requests) == 1


def test_it_is_searched_and_paged(machine: Api, crm: dict[str, Any], sink: Sink) -> None:
    tells(sink, "Ada Berg", "Ada Stone", "Grace Berg")
    found = machine.get(f"{PATH}?q=graz%20ADA&limit=1&offset=1")
    assert labels(found) == ["Ada Stone"]
    assert (found.json()["matching"], found.json()["total"]) == (2, 3)
    assert labels(machine.get(f"{PATH}?q=nobody")) == []


def test_after_five_minutes_or_on_demand_it_is_read_again(
    machine: Api, crm: dict[str, Any], sink: Sink
) -> None:
    tells(sink, "Ada")
    machine.get(PATH)
    tells(sink, "Grace")
    older(minutes=4)
    assert labels(machine.get(PATH)) == ["Ada"]
    assert labels(machine.get(f"{PATH}?refresh=true")) == ["Grace"]
    tells(sink, "Linus")
    older(minutes=6)
    assert labels(machine.get(PATH)) == ["Linus"]


def test_while_the_system_is_down_the_older_list_is_told_with_its_age(
    machine: Api, crm: dict[str, Any], sink: Sink
) -> None:
    tells(sink, "Ada")
    machine.get(PATH)
    older(minutes=90)
    sink.answer = lambda request: web.json_response(
        {"error": f"down for {request.headers['Authorization']}"}, status=503
    )
    answer = machine.get(PATH)
    assert labels(answer) == ["Ada"]
    said = answer.json()
    assert 90 * 60 <= said["age_seconds"] < 91 * 60
    assert said["problem"]
    assert said["message"]
    assert TOKEN not in answer.content.decode()
    asked = len(sink.requests)
    assert labels(machine.get(PATH)) == ["Ada"]
    assert len(sink.requests) == asked  # it is not asked again at once
    tells(sink, "Grace")
    again = machine.get(f"{PATH}?refresh=true")
    assert (labels(again), again.json()["message"]) == (["Grace"], None)


def test_a_list_that_was_never_read_says_why_it_cannot_be(
    machine: Api, crm: dict[str, Any], sink: Sink
) -> None:
    sink.answer = lambda _: web.json_response({}, status=503)
    assert_problem(machine.get(PATH), 503, "system_unavailable")
    sink.answer = lambda _: web.json_response({}, status=401)
    refused = machine.get(f"{PATH}?refresh=true")
    assert_problem(refused, 409, "system_refused")
    assert "“Leads” cannot be read" in refused.json()["detail"]


def test_a_list_that_there_is_not_is_answered_with_those_there_are(
    machine: Api, crm: dict[str, Any]
) -> None:
    answer = machine.get(f"{CONNECTIONS}/crm/lists/products")
    assert_problem(answer, 404, "not_found")
    assert "It has: leads." in answer.json()["detail"]


def test_other_settings_forget_what_was_read(machine: Api, crm: dict[str, Any], sink: Sink) -> None:
    tells(sink, "Ada")
    machine.get(PATH)
    tells(sink, "Grace")
    settings = crm["settings"] | {"probe_path": "/other"}
    assert machine.call("PATCH", f"{CONNECTIONS}/crm", {"settings": settings}).status_code == 200
    assert labels(machine.get(PATH)) == ["Grace"]


@pytest.mark.django_db(transaction=True)
def test_of_many_who_ask_at_once_one_asks_the_system(
    machine: Api, crm: dict[str, Any], sink: Sink
) -> None:
    tells(sink, "Ada")
    sink.delay = 0.5
    connection = Connection.unscoped.get(pk=crm["id"])
    found: list[list[str]] = []

    def ask() -> None:
        with every_organization("a thread of this test"):
            found.append([each.label for each in list_entries(connection, "leads").entries])
        databases.close_all()

    callers = [threading.Thread(target=ask) for _ in range(4)]
    for each in callers:
        each.start()
    for each in callers:
        each.join(30)
    assert found == [["Ada"]] * 4
    assert len(sink.requests) == 1


def test_who_waits_for_another_does_not_wait_for_ever(
    machine: Api, crm: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists, "ANSWER_SECONDS", 0.2)
    connection = Connection.unscoped.get(pk=crm["id"])
    ConnectionList.unscoped.create(
        organization_id=connection.organization_id,
        connection=connection,
        name="leads",
        reading_until=timezone.now() + timedelta(minutes=1),
    )
    with pytest.raises(Unavailable, match="being read"):
        list_entries(connection, "leads")


def test_recent_values_are_told_without_asking(
    machine: Api, crm: dict[str, Any], sink: Sink
) -> None:
    connection = Connection.unscoped.get(pk=crm["id"])
    assert list_values_recent(connection, "leads") is None
    tells(sink, "Ada", "Grace")
    machine.get(PATH)
    assert list_values_recent(connection, "leads") == frozenset({"1", "2"})
    older(hours=25)
    assert list_values_recent(connection, "leads") is None
    assert len(sink.requests) == 1
