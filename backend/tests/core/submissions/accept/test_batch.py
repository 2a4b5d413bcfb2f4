from __future__ import annotations

import pytest

from core.postgres.statements import fetch
from core.submissions.accept import Item, submission_accept, submissions_accept
from core.submissions.models import Source, StepRun, StepStatus, Submission
from core.text.log_redaction import log_redact_end, log_redacted
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


def advisory_locks() -> int:
    """How many this connection holds in the transaction of the test."""
    ((count,),) = fetch(
        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()", {}
    )
    return int(count)


def test_only_a_single_submission_locks_its_key(version: WorkflowVersion) -> None:
    """The table of locks is shared: a thousand of a batch would fill it."""
    before = advisory_locks()
    items = [Item({"company": "A"}, f"k{number}") for number in range(30)]
    submissions_accept(version=version, items=items, source=Source.API)
    assert advisory_locks() == before
    submission_accept(
        version=version, data={"company": "A"}, source=Source.API, idempotency_key="alone"
    )
    assert advisory_locks() == before + 1


def test_what_an_earlier_form_accepted_is_answered_as_it_was(version: WorkflowVersion) -> None:
    """As for a single submission: the form may have changed since."""
    item = Item({"company": "A"}, "k1")
    (first,) = submissions_accept(version=version, items=[item], source=Source.API)
    version.fields = [{"key": "colour", "label": "Colour", "kind": "text"}]
    other = Item({"company": "B"}, "k1")
    again, reused, refused = submissions_accept(
        version=version, items=[item, other, Item({"company": "C"}, "k2")], source=Source.API
    )
    assert (again.id, again.replayed) == (first.id, True)
    assert [each.error and each.error.code for each in (reused, refused)] == [
        "idempotency_key_reused",
        "invalid_input",
    ]


def test_sensitive_answers_of_every_item_stay_out_of_the_logs(version: WorkflowVersion) -> None:
    version.fields = [
        *version.fields,
        {"key": "iban", "label": "IBAN", "kind": "text", "sensitive": True},
    ]
    ibans = ["DE02120300000000202051", "DE02500105170137075030"]
    items = [Item({"company": "A", "iban": iban}) for iban in ibans]
    results = submissions_accept(version=version, items=items, source=Source.API)
    assert [result.error for result in results] == [None, None]
    told = log_redacted(f"broke at {ibans[0]} and {ibans[1]}")
    assert not any(iban in told for iban in ibans)
    log_redact_end()
