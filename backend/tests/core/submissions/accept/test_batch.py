from __future__ import annotations

import pytest

from core.submissions.accept import Item, submission_accept, submissions_accept
from core.submissions.models import Source, StepRun, StepStatus, Submission
from core.workflows.models import WorkflowVersion
from tests.destination import Publish

KEYED = "request.send_keyed"


@pytest.fixture
def version(publish: Publish) -> WorkflowVersion:
    return publish(("first", [], KEYED), ("second", ["first"], KEYED))


def test_valid_items_are_accepted_and_the_others_told_apart(version: WorkflowVersion) -> None:
    items = [Item({"company": "A"}), Item({"nothing": 1}), Item({"company": "B"})]
    results = submissions_accept(version=version, items=items, source=Source.API)
    assert [result.error is None for result in results] == [True, False, True]
    assert [row.data["company"] for row in Submission.unscoped.order_by("pk")] == ["A", "B"]
    runs = StepRun.unscoped.order_by("submission", "position")
    assert [run.status for run in runs] == [StepStatus.READY, StepStatus.BLOCKED] * 2


def test_keys_hold_within_a_batch_and_towards_what_came_before(version: WorkflowVersion) -> None:
    before = submission_accept(
        version=version, data={"company": "A"}, source=Source.API, idempotency_key="k1"
    ).submission
    items = [
        Item({"company": "A"}, "k1"),
        Item({"company": "other"}, "k1"),
        Item({"company": "C"}, "k2"),
        Item({"company": "C"}, "k2"),
    ]
    first, reused, fresh, again = submissions_accept(
        version=version, items=items, source=Source.API
    )
    assert (first.id, first.reference) == (before.pk, before.reference)
    assert first.replayed
    assert reused.error is not None
    assert reused.error.code == "idempotency_key_reused"
    assert fresh.id is not None
    assert (fresh.id, fresh.replayed, again.replayed) == (again.id, False, True)
    assert Submission.unscoped.count() == 2


def test_the_whole_batch_again_is_the_whole_answer_again(version: WorkflowVersion) -> None:
    items = [Item({"company": f"C{number}"}, f"k{number}") for number in range(50)]
    first = submissions_accept(version=version, items=items, source=Source.API)
    second = submissions_accept(version=version, items=items, source=Source.API)
    assert [each.id for each in first] == [each.id for each in second]
    assert Submission.unscoped.filter(pk__in=[each.id for each in first]).count() == 50
    assert all(result.replayed for result in second)
