"""Many submissions in one request, over HTTP."""

from __future__ import annotations

from typing import Any

from core.submissions.models import StepRun, Submission
from tests.api.checks import assert_problem
from tests.api.conftest import ANSWERS
from tests.conftest import Api

BATCH = "/api/v1/workflows/new-customer/submissions/batch"


def items(count: int, **more: Any) -> list[dict[str, Any]]:
    return [
        {"data": ANSWERS | {"company": f"Company {number}"} | more, "idempotency_key": f"k{number}"}
        for number in range(count)
    ]


def test_each_item_is_answered_on_its_own(machine: Api) -> None:
    good, again = items(2)
    wrong = {"data": {"company": "No address"}}
    answer = machine.post(BATCH, {"submissions": [good, wrong, again, good]})
    assert answer.status_code == 202
    first, refused, second, repeated = answer.json()["results"]
    assert [first["status"], refused["status"], second["status"]] == [202, 422, 202]
    assert [error["field"] for error in refused["errors"]] == ["data.email"]
    assert (refused["id"], refused["reference"]) == (None, None)
    assert (repeated["id"], repeated["replayed"]) == (first["id"], True)
    assert answer.json()["accepted"] == 3
    stored = {str(row.pk): row.reference for row in Submission.unscoped.all()}
    assert stored == {each["id"]: each["reference"] for each in (first, second)}


def test_a_thousand_long_ones_fit_and_one_more_does_not(machine: Api) -> None:
    """About 700 KiB: more than any other request may have."""
    thousand = items(1000, note="x" * 500)
    answer = machine.post(BATCH, {"submissions": thousand})
    assert answer.status_code == 202
    assert {each["status"] for each in answer.json()["results"]} == {202}
    assert [each["index"] for each in answer.json()["results"]] == list(range(1000))
    assert (Submission.unscoped.count(), StepRun.unscoped.count()) == (1000, 2000)
    more = machine.post(BATCH, {"submissions": [*thousand, {"data": ANSWERS}]})
    assert_problem(more, 422, "invalid_input", "submissions")


def test_a_body_over_the_limit_is_refused_unread(machine: Api) -> None:
    answer = machine.post_raw(BATCH, b" " * (4 * 1024 * 1024 + 1))
    assert_problem(answer, 413, "too_large")


def test_an_item_of_another_shape_refuses_the_batch(machine: Api) -> None:
    shapes: list[object] = [{"data": []}, {}, {"data": ANSWERS, "idempotency_key": ""}, 7]
    for wrong in shapes:
        answer = machine.post(BATCH, {"submissions": [{"data": ANSWERS}, wrong]})
        assert answer.status_code == 422, wrong
    assert not Submission.unscoped.exists()


def test_only_the_own_workflows_take_batches(machine: Api, public: Api, stranger: Api) -> None:
    body = {"submissions": [{"data": ANSWERS}]}
    assert_problem(public.post(BATCH, body), 401, "not_signed_in")
    assert stranger.post(BATCH, body).status_code == 202
    assert_problem(machine.post(BATCH.replace("new-", "no-"), body), 404, "not_found")
