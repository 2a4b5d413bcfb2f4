"""Bulk actions treat several submissions together."""

from __future__ import annotations

import signal
import threading
import time
from typing import Any

import psycopg
import pytest
from django.db import connection as database
from django.db.models import Count

from core.audit.chain import entry_mac
from core.audit.models import AuditEntry
from core.audit.services import SYSTEM
from core.delivery.models import BulkAction, BulkItem, BulkKind, BulkStatus, ItemOutcome
from core.delivery.operate import BulkAsked, bulk_run, bulk_stop
from core.delivery.operate.bulk.batches import batch_treat
from core.delivery.operate.bulk.pacing import LONGEST_SECONDS, MOST_TOGETHER, Pace
from core.delivery.operate.bulk.trying import answers_of
from core.postgres.tenancy import organization_scope
from core.submissions.models import Event, StepRun, Submission
from core.submissions.operate import submission_resume
from tests.bulk import database_raises, refused, start, worker_run
from tests.destination import Publish, Sink

pytestmark = pytest.mark.django_db(transaction=True)

ASKED = "core.delivery.operate.bulk.treating.answers_of"
RESUMED = "submission.resumed"


def again() -> Any:
    return Submission.unscoped.filter(resumed_from__isnull=False)


def treat(action: BulkAction, most: int) -> int:
    return batch_treat(action, BulkAsked.of(action), most).treated


def test_a_worker_killed_within_a_batch_leaves_nothing_of_it(publish: Publish, sink: Sink) -> None:
    action = start(refused(publish, sink, 40), BulkKind.RESUME)
    ends: list[int] = []
    while action.status == BulkStatus.RUNNING and len(ends) < 20:
        ends.append(worker_run("bulk_treated=kill@3"))
        action.refresh_from_db()
        done = BulkItem.unscoped.filter(outcome=ItemOutcome.DONE)
        assert done.count() == action.done == again().count()
        assert again().filter(pk__in=done.values("resumed_as_id")).count() == action.done
    assert len(ends) >= 2
    assert ends == [-signal.SIGKILL] * (len(ends) - 1) + [0]
    assert (action.status, action.done, action.refused) == (BulkStatus.DONE, 40, 0)
    assert again().values("resumed_from").distinct().count() == again().count() == 40
    assert StepRun.unscoped.filter(submission__in=again()).count() == 40
    assert AuditEntry.unscoped.filter(action=RESUMED).count() == 40


def test_one_that_breaks_us_in_a_batch_is_left_alone(
    publish: Publish, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(original: Submission, asked: BulkAsked) -> Any:
        return 1 / 0 if original.subject == "C2" else answers_of(original, asked)

    action = start(refused(publish, sink, 5), BulkKind.RESUME)
    monkeypatch.setattr(ASKED, broken)
    assert treat(action, 5) == 5
    left = BulkItem.unscoped.get(outcome=ItemOutcome.REFUSED)
    assert "failed at it" in left.reason
    assert Submission.unscoped.get(pk=left.submission_id).subject == "C2"
    assert sorted(again().values_list("subject", flat=True)) == ["C0", "C1", "C3", "C4"]


def test_one_that_breaks_the_writing_of_all_is_left_alone(publish: Publish, sink: Sink) -> None:
    action = start(refused(publish, sink, 5), BulkKind.RESUME)
    with database_raises("22000", at="C2"):
        assert treat(action, 5) == 5
    action.refresh_from_db()
    assert (action.done, action.refused) == (4, 1)
    assert "failed at it" in action.last_refusal
    assert sorted(again().values_list("subject", flat=True)) == ["C0", "C1", "C3", "C4"]
    assert AuditEntry.unscoped.filter(action=RESUMED).count() == 4


def test_a_deadlock_is_tried_again(publish: Publish, sink: Sink) -> None:
    action = start(refused(publish, sink, 5), BulkKind.RESUME)
    with database_raises("40P01", at="C2", times=2):  # of all, then of one
        assert treat(action, 5) == 5
    action.refresh_from_db()
    assert (action.done, action.refused, again().count()) == (5, 0, 5)


def test_a_stop_within_a_batch_lets_it_end_and_no_other_begin(
    publish: Publish, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    organization = refused(publish, sink, 20)
    action = start(organization, BulkKind.RESUME)
    seconds: list[float] = []

    def stop() -> None:
        began = time.monotonic()
        with organization_scope(organization):
            bulk_stop(organization=organization, bulk_id=action.pk, actor=SYSTEM)
        seconds.append(time.monotonic() - began)
        database.close()

    stopping = threading.Thread(target=stop)

    def stopped_at(original: Submission, asked: BulkAsked) -> Any:
        if original.subject == "C1":
            stopping.start()
            time.sleep(LONGEST_SECONDS)
        return answers_of(original, asked)

    monkeypatch.setattr(ASKED, stopped_at)
    treated = bulk_run(seconds=10)
    stopping.join()
    action.refresh_from_db()
    assert 2 <= treated < 20
    assert (action.status, action.done, again().count()) == (BulkStatus.STOPPED, treated, treated)
    assert BulkItem.unscoped.filter(outcome=ItemOutcome.PENDING).count() == 20 - treated
    assert seconds[0] < 1 + LONGEST_SECONDS


def test_a_rate_is_kept_with_batches_and_over_slices(publish: Publish, sink: Sink) -> None:
    rate, most = 40, 10  # so many in a quarter of a second
    start(refused(publish, sink, 80), BulkKind.RESUME, rate=rate)
    began = time.monotonic()
    treated = [bulk_run(seconds=0.5) for _ in range(3)]
    assert rate / 2 <= sum(treated) <= rate * (time.monotonic() - began) + most
    together = BulkItem.unscoped.exclude(at=None).values_list("at").annotate(Count("pk"))
    assert max(count for _, count in together.order_by()) <= most


def test_slow_batches_become_smaller_and_quick_ones_larger() -> None:
    pace = Pace(1000, time.monotonic() + 60, None)
    for _ in range(8):
        pace.took(pace.wait(), 0.01)
    assert pace.wait() == MOST_TOGETHER
    sizes = []
    for _ in range(4):
        pace.took(pace.wait(), 2 * LONGEST_SECONDS)
        sizes.append(pace.wait())
    assert sizes == [12, 6, 5, 5]
    for _ in range(3):
        pace.took(pace.wait(), 8 * LONGEST_SECONDS)
    assert pace.wait() == 1


@pytest.mark.parametrize("kind", [BulkKind.RESUME, BulkKind.CANCEL])
def test_a_batch_has_the_same_statements_however_many_it_treats(
    publish: Publish, sink: Sink, monkeypatch: pytest.MonkeyPatch, kind: BulkKind
) -> None:
    organization = refused(publish, sink, 30)
    action = start(organization, BulkKind.RESUME)
    if kind is BulkKind.CANCEL:
        treat(action, 30)
        action = start(organization, BulkKind.CANCEL)
    statements: list[str] = []
    execute = psycopg.Cursor.execute

    def counted(cursor: Any, statement: Any, *given: Any, **how: Any) -> Any:
        statements.append(str(statement))
        return execute(cursor, statement, *given, **how)

    treat(action, 1)  # what is read once per process
    monkeypatch.setattr(psycopg.Cursor, "execute", counted)
    numbers = []
    for most in (4, 25):
        assert treat(action, most) == most
        numbers.append(len(statements))
        statements.clear()
    assert numbers[0] == numbers[1] <= MOST_TOGETHER


def test_each_has_the_log_that_it_has_alone(publish: Publish, sink: Sink) -> None:
    organization = refused(publish, sink, 3)
    alone = Submission.unscoped.order_by("pk")[0]
    submission_resume(organization=organization, submission_id=alone.pk, actor=SYSTEM)
    assert treat(start(organization, BulkKind.RESUME), 2) == 2
    told = set()
    for made in again():
        ids = [made.resumed_from_id, made.pk]
        events = Event.unscoped.filter(submission__in=ids).order_by("submission", "pk")
        entry = AuditEntry.unscoped.get(action=RESUMED, object_id=made.resumed_from_id)
        assert bytes(entry.mac) == entry_mac(entry)
        assert entry.detail["as_id"] == str(made.pk)
        kinds = tuple((each.kind, *sorted(each.detail)) for each in events)
        told.add((kinds, tuple(sorted(entry.detail))))
    assert again().count() == 3
    assert len(told) == 1
