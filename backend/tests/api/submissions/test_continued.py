"""Submissions that went on as another one, through the API."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.delivery.operate import bulk_run
from core.submissions.models import SubmissionState
from tests.api.checks import assert_problem
from tests.api.conftest import Submit
from tests.api.submissions.test_export import content
from tests.conftest import Api

LIST = "/api/v1/submissions"
BULK = "/api/v1/bulk-actions"
LEFT = {"status": ["failed"], "continued": False}


def failed(submit: Submit) -> str:
    made = submit()["id"]
    SubmissionState.unscoped.filter(pk=made).update(status="failed")
    return str(made)


def resumed(machine: Api, submission_id: str) -> dict[str, Any]:
    answer = machine.post(f"{LIST}/{submission_id}/resume", {})
    assert answer.status_code == 201, answer.content
    body: dict[str, Any] = answer.json()
    return body


def ids(machine: Api, query: str) -> list[str]:
    answer = machine.get(f"{LIST}?{query}")
    assert answer.status_code == 200, answer.content
    return [item["id"] for item in answer.json()["items"]]


def test_list_and_detail_say_as_what_it_went_on_and_how_that_stands(
    machine: Api, submit: Submit
) -> None:
    one, left = failed(submit), failed(submit)
    again = resumed(machine, one)
    SubmissionState.unscoped.filter(pk=again["id"]).update(status="succeeded")
    told = {"id": again["id"], "reference": again["reference"], "status": "succeeded"}
    items = {each["id"]: each for each in machine.get(LIST).json()["items"]}
    assert items[one]["resumed_as"] == told
    assert items[left]["resumed_as"] is None
    assert machine.get(f"{LIST}/{one}").json()["resumed_as"] == told
    assert ids(machine, "status=failed&continued=true") == [one]
    assert ids(machine, "status=failed&continued=false") == [left]
    count = machine.get(f"{LIST}/count?status=failed&continued=false").json()
    assert count == {"count": 1, "exact": True}


@pytest.mark.parametrize("value", ["maybe", "1", "", "null"])
def test_what_is_neither_true_nor_false_is_refused(machine: Api, value: str) -> None:
    assert_problem(machine.get(f"{LIST}?continued={value}"), 422, "invalid_input")


def test_a_longer_page_asks_the_database_no_more_often(machine: Api, submit: Submit) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert machine.get(LIST).status_code == 200
        return len(queries)

    resumed(machine, failed(submit))
    before = asked()
    for _ in range(3):
        resumed(machine, failed(submit))
    assert asked() == before


def test_a_bulk_action_says_what_became_of_those_that_it_resumed(
    machine: Api, submit: Submit
) -> None:
    before, one = failed(submit), failed(submit)
    resumed(machine, before)
    preview = machine.post(f"{BULK}/preview", {"kind": "resume", "filter": LEFT}).json()
    assert (preview["selected"], preview["submissions"]) == (1, 1)
    machine.post(f"{BULK}/{preview['id']}/start", {"rate_per_second": 50})
    assert bulk_run(seconds=5) == 1
    bulk = machine.get(f"{BULK}/{preview['id']}").json()
    assert bulk["filter"] == LEFT
    (item,) = machine.get(f"{BULK}/{preview['id']}/items?outcome=done").json()["items"]
    assert (item["submission_id"], item["status"]) == (one, "failed")
    assert item["resumed_as_status"] == "accepted"
    SubmissionState.unscoped.filter(pk=item["resumed_as"]).update(status="succeeded")
    (item,) = machine.get(f"{BULK}/{preview['id']}/items?outcome=done").json()["items"]
    assert item["resumed_as_status"] == "succeeded"
    assert ids(machine, "status=failed&continued=false") == []


def test_files_take_the_same_filter(machine: Api, submit: Submit) -> None:
    one, left = failed(submit), failed(submit)
    resumed(machine, one)
    answer = machine.get(f"{LIST}/export?format=jsonl&status=failed&continued=false")
    text = content(answer).decode()
    assert left in text
    assert one not in text
