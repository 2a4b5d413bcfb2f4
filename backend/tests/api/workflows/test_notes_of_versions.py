"""Why a version was published, as whoever published it says."""

from __future__ import annotations

import json

import pytest

from core.audit.models import AuditEntry
from tests.api.checks import assert_problem
from tests.conftest import Api

AT = "/api/v1/workflows"
DEFINITION = {
    "workflow": "orders",
    "name": "Orders",
    "form": {"title": "Order", "fields": {"company": {"label": "Company", "kind": "text"}}},
    "steps": {"send": {"use": "erp/request.send", "with": {"path": "/orders"}}},
}


@pytest.fixture
def drafted(machine: Api) -> Api:
    assert machine.post(AT, DEFINITION).status_code == 201
    return machine


def notes(api: Api) -> list[str]:
    return [each["note"] for each in api.get(f"{AT}/orders/versions").json()["items"]]


def test_each_way_of_publishing_takes_a_note(drafted: Api) -> None:
    made = drafted.post(f"{AT}/orders/publish", {"note": "The first one."})
    assert (made.status_code, made.json()["note"]) == (201, "The first one.")
    live = drafted.call("PUT", f"{AT}/orders/live?note=Zur%C3%BCck%20in%20Git", DEFINITION)
    assert (live.status_code, live.json()["note"]) == (201, "Zurück in Git")
    back = drafted.post(f"{AT}/orders/versions/1/publish", {"note": "It was better."})
    assert (back.status_code, back.json()["note"]) == (201, "It was better.")
    assert notes(drafted) == ["It was better.", "Zurück in Git", "The first one."]
    assert drafted.get(f"{AT}/orders/live").json()["note"] == "It was better."


def test_none_is_needed(drafted: Api) -> None:
    assert drafted.call("POST", f"{AT}/orders/publish", None).status_code == 201
    assert drafted.post(f"{AT}/orders/versions/1/publish", {}).status_code == 201
    assert drafted.call("POST", f"{AT}/orders/versions/1/publish", None).status_code == 201
    assert drafted.call("PUT", f"{AT}/orders/live", DEFINITION).status_code == 201
    assert notes(drafted) == ["", "", "", ""]


def test_it_is_cleaned_and_has_an_end(drafted: Api) -> None:
    written = " One\u202eline\r\nand\u00a0another\u200b \u0007"
    made = drafted.post(f"{AT}/orders/publish", {"note": written})
    assert made.json()["note"] == "Oneline\nand\u00a0another"
    again = f"{AT}/orders/versions/1/publish"
    assert drafted.post(again, {"note": "x" * 500}).status_code == 201
    assert_problem(drafted.post(again, {"note": "x" * 501}), 422, "invalid_input", "note")
    assert_problem(drafted.post(again, {"note": "a\0b"}), 422, "invalid_input")
    assert_problem(drafted.post(again, {"notes": "a"}), 422, "invalid_input", "notes")
    too_long = drafted.call("PUT", f"{AT}/orders/live?note={'x' * 501}", DEFINITION)
    assert_problem(too_long, 422, "invalid_input", "note")
    assert len(notes(drafted)) == 2


def test_the_audit_log_tells_of_it_as_before(drafted: Api) -> None:
    made = drafted.post(f"{AT}/orders/publish", {"note": "planted note"})
    entry = AuditEntry.unscoped.get(request_id=made["X-Request-ID"])
    assert (entry.action, entry.detail["version"]) == ("workflow.published", 1)
    assert "planted note" not in json.dumps([entry.detail, entry.changes])
