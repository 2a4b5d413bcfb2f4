from __future__ import annotations

import pytest
from aiohttp import web

from core.delivery.run import deliver_queue
from core.submissions.accept import Item, submission_accept, submissions_accept
from core.submissions.models import Source, StepRun, StepStatus, Submission
from core.workflows.models import WorkflowVersion
from tests.destination import Publish, Sink

pytestmark = pytest.mark.django_db(transaction=True)

KEYED = "request.send_keyed"
BY_EMAIL = "${{ coalesce(input.email, '') }}"


def accept(version: WorkflowVersion, company: str, email: str) -> Submission:
    data = {"company": company, "email": email}
    return submission_accept(version=version, data=data, source=Source.API).submission


def statuses() -> list[str]:
    return [run.status for run in StepRun.unscoped.order_by("pk")]


@pytest.fixture
def version(publish: Publish) -> WorkflowVersion:
    return publish(("only", [], KEYED), ordering=BY_EMAIL)


def test_later_runs_of_a_key_wait_for_the_one_before(version: WorkflowVersion) -> None:
    for company, email in (("1", "a@x.de"), ("2", "a@x.de"), ("3", "b@x.de")):
        accept(version, company, email)
    assert statuses() == [StepStatus.READY, StepStatus.BLOCKED, StepStatus.READY]


def test_a_key_is_delivered_in_order(version: WorkflowVersion, sink: Sink) -> None:
    for number in range(12):
        accept(version, str(number), "a@x.de")
    deliver_queue(queue="default", worker="test")
    assert [request["body"]["company"] for request in sink.requests] == [
        str(number) for number in range(12)
    ]


def test_a_retry_holds_its_followers_back(version: WorkflowVersion, sink: Sink) -> None:
    sink.answer = lambda _: web.Response(status=408)
    accept(version, "1", "a@x.de")
    accept(version, "2", "a@x.de")
    deliver_queue(queue="default", worker="test")
    assert statuses() == [StepStatus.WAITING, StepStatus.BLOCKED]
    assert len(sink.requests) == 1


def test_a_failed_run_lets_the_next_one_go(version: WorkflowVersion, sink: Sink) -> None:
    sink.answer = lambda _: web.Response(status=422 if len(sink.requests) == 1 else 201)
    accept(version, "1", "a@x.de")
    accept(version, "2", "a@x.de")
    deliver_queue(queue="default", worker="test")
    assert statuses() == [StepStatus.FAILED, StepStatus.SUCCEEDED]


def test_steps_of_one_submission_stand_in_line_too(publish: Publish, sink: Sink) -> None:
    version = publish(("a", [], KEYED), ("b", ["a"], KEYED), ordering=BY_EMAIL)
    first = accept(version, "1", "a@x.de")
    accept(version, "2", "a@x.de")
    deliver_queue(queue="default", worker="test")
    assert [request["path"] for request in sink.requests] == ["/a", "/b", "/a", "/b"]
    assert {run.status for run in first.step_runs.all()} == {StepStatus.SUCCEEDED}


def test_a_batch_stands_in_line_like_single_ones(version: WorkflowVersion) -> None:
    items = [Item({"company": str(number), "email": "a@x.de"}) for number in range(3)]
    submissions_accept(version=version, items=items, source=Source.API)
    assert statuses() == [StepStatus.READY, StepStatus.BLOCKED, StepStatus.BLOCKED]
