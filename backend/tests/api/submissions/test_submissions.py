from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from core.submissions.models import (
    Attempt,
    AttemptOutcome,
    StepRun,
    StepStatus,
    SubmissionState,
)
from tests.api.checks import assert_problem
from tests.api.conftest import ANSWERS, Submit
from tests.conftest import Api, Tenant

LIST = "/api/v1/submissions"


def references(machine: Api, query: str) -> list[str]:
    answer = machine.get(f"{LIST}?{query}")
    assert answer.status_code == 200, answer.content
    return [item["reference"] for item in answer.json()["items"]]


@pytest.mark.parametrize("query", ["", "?status=accepted", "?workflow=new-customer"])
def test_a_longer_page_asks_the_database_no_more_often(
    machine: Api, submit: Submit, query: str
) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert machine.get(LIST + query).status_code == 200
        return len(queries)

    submit()
    before = asked()
    for _ in range(3):
        submit()
    assert asked() == before


def test_list_is_newest_first(machine: Api, submit: Submit) -> None:
    made = [submit()["reference"] for _ in range(3)]
    assert references(machine, "") == made[::-1]


def test_item_says_what_and_how_far(machine: Api, submit: Submit) -> None:
    submit()
    (item,) = machine.get(LIST).json()["items"]
    assert item["title"] == ANSWERS["company"]
    assert item["workflow"] == {"slug": "new-customer", "name": "New customer"}
    assert (item["steps_total"], item["steps_done"], item["problem"]) == (2, 0, None)
    assert item["finished_at"] is None


def test_cursor_pages_through_everything_once(machine: Api, submit: Submit) -> None:
    made = [submit()["reference"] for _ in range(5)]
    seen: list[str] = []
    cursor = ""
    while True:
        page = machine.get(f"{LIST}?limit=2" + (f"&cursor={cursor}" if cursor else "")).json()
        seen += [item["reference"] for item in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
        submit()  # what arrives meanwhile does not move the pages
    assert seen == made[::-1]


def test_status_filter(machine: Api, submit: Submit) -> None:
    done, open_ = submit(), submit()
    SubmissionState.unscoped.filter(pk=done["id"]).update(status="succeeded")
    assert references(machine, "status=succeeded") == [done["reference"]]
    assert references(machine, "status=accepted") == [open_["reference"]]


def test_workflow_filter(machine: Api, submit: Submit) -> None:
    made = submit()
    assert references(machine, "workflow=new-customer") == [made["reference"]]
    assert references(machine, "workflow=another") == []


def test_search_finds_by_reference_id_subject_and_email(machine: Api, submit: Submit) -> None:
    submit(company="Another", email="else@example.com")
    made = submit(company="Südwind GmbH")
    for words in (made["reference"], made["id"], "südwind", ANSWERS["email"]):
        assert references(machine, f"q={words}") == [made["reference"]]


def test_search_takes_wildcards_literally(machine: Api, submit: Submit) -> None:
    submit()
    assert references(machine, "q=%25") == []


def as_if_sending(run: StepRun) -> None:
    now = timezone.now()
    StepRun.unscoped.filter(pk=run.pk).update(
        status=StepStatus.SENDING, claimed_at=now, lease_until=now
    )


def test_detail_shows_every_attempt(machine: Api, submit: Submit) -> None:
    task_id = submit()["id"]
    run = StepRun.unscoped.get(submission=task_id, position=1)
    now = timezone.now()
    Attempt.objects.create(
        organization=run.organization,
        step_run=run,
        number=1,
        fence=1,
        worker="w:1",
        outcome=AttemptOutcome.FAILED,
        started_at=now,
        ended_at=now + timedelta(milliseconds=1500),
        error_kind="transient",
        message="The ERP answered 503.",
        request={"method": "POST"},
        response={"status": 503},
    )
    as_if_sending(run)
    StepRun.unscoped.filter(pk=run.pk).update(
        status=StepStatus.WAITING, error_kind="transient", error_message="The ERP answered 503."
    )
    body = machine.get(f"{LIST}/{task_id}").json()
    assert body["data"] == ANSWERS
    assert body["version"] == 1
    assert body["problem"] == "The ERP answered 503."
    step = body["steps"][0]
    assert (step["action"], step["connector"]) == ("request.send", "rest")
    assert step["error_message"] == "The ERP answered 503."
    assert step["reason"] == step["waiting"]["sentence"]  # what it waits for now comes first
    (attempt,) = step["attempts"]
    assert attempt["duration_ms"] == 1500
    assert attempt["request"] == {"method": "POST"}
    assert attempt["response"] == {"status": 503}


def test_public_tracking_keeps_the_destination_to_itself(public: Api, submit: Submit) -> None:
    made = submit()
    run = StepRun.unscoped.get(submission=made["id"], position=1)
    as_if_sending(run)
    StepRun.unscoped.filter(pk=run.pk).update(
        status=StepStatus.WAITING,
        error_kind="transient",
        error_message="erp.internal answered 503: secret words",
        record_url="http://erp.internal/party/7",
    )
    answer = public.get(f"/api/v1/track/{made['tracking_token']}")
    assert "internal" not in answer.content.decode()
    assert answer.json()["steps"][0]["reason"]


def test_tracking_does_not_show_the_answers(public: Api, submit: Submit) -> None:
    made = submit()
    answer = public.get(f"/api/v1/track/{made['tracking_token']}")
    assert ANSWERS["email"] not in answer.content.decode()


def test_unknown_submission_is_not_found(machine: Api, tenant: Tenant) -> None:
    answer = machine.get(f"{LIST}/0192f0c1-2345-7abc-8def-0123456789ab")
    assert_problem(answer, 404, "not_found")


def test_no_answer_holds_a_credential(machine: Api, submit: Submit, tenant: Tenant) -> None:
    made = submit()
    for path in ("/api/v1/me", "/api/v1/workflows", LIST, f"{LIST}/{made['id']}"):
        text = machine.get(path).content.decode()
        assert "planted-connection-token" not in text
        assert tenant.key not in text


@pytest.mark.parametrize("limit", [1, 100])
def test_limits_of_a_page(machine: Api, submit: Submit, limit: int) -> None:
    submit()
    assert len(references(machine, f"limit={limit}")) == 1
