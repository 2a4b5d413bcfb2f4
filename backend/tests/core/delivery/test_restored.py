"""What becomes of steps that a restored database calls unsent."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiohttp import web

from core.accounts.models import Organization
from core.audit.models import AuditEntry
from core.connections.models import Connection
from core.delivery.models import BulkAction, BulkKind, BulkStatus
from core.delivery.operate import ledger_reconcile
from core.delivery.sweep import restored_settle
from core.ids import uuid7
from core.submissions.models import Event, EventKind, StepRun, StepStatus, SubmissionStatus
from tests.destination import Sink
from tests.engine import Accept, deliver, due_now, run_of

pytestmark = pytest.mark.django_db(transaction=True)

KEYED, FOUND, BLIND = "request.send_keyed", "request.send_found", "request.send"
LOOK_UP = {
    "path": "/only",
    "query": {"reference": "{reference}"},
    "records": "/items",
    "reference": "/external",
}


def ago(**time: float) -> datetime:
    return datetime.now(UTC) - timedelta(**time)


def posts(sink: Sink) -> int:
    return sum(request["body"] is not None for request in sink.requests)


def test_a_blind_step_is_unknown_and_says_why(accept: Accept, sink: Sink) -> None:
    submission = accept(("only", [], BLIND))
    settled = restored_settle(moment=ago(hours=1))
    run = run_of(submission)
    assert (run.status, run.in_doubt) == (StepStatus.UNKNOWN, True)
    assert "restored from a backup" in run.error_message
    submission.state.refresh_from_db()
    assert submission.state.status == SubmissionStatus.NEEDS_ATTENTION
    event = Event.unscoped.get(submission=submission, kind=EventKind.STEP_UNKNOWN)
    assert event.detail["error"] == "restored"
    assert (settled.unknown, settled.named) == (1, [f"{submission.reference}-1 ({BLIND})"])
    deliver()
    assert posts(sink) == 0


def test_a_blind_step_that_waits_for_another_is_unknown_when_it_is_its_turn(
    accept: Accept, sink: Sink
) -> None:
    submission = accept(("first", [], KEYED), ("second", ["first"], BLIND))
    settled = restored_settle(moment=ago(hours=1))
    assert (settled.repeated, settled.held, settled.unknown) == (1, 1, 0)
    deliver()
    deliver()
    assert run_of(submission, "first").status == StepStatus.SUCCEEDED
    second = run_of(submission, "second")
    assert second.status == StepStatus.UNKNOWN
    assert "was not sent again" in second.error_message
    assert [request["path"] for request in sink.requests] == ["/first"]


def test_a_keyed_step_is_sent_under_its_key(accept: Accept, sink: Sink) -> None:
    submission = accept(("only", [], KEYED))
    restored_settle(moment=ago(hours=1))
    deliver()
    run = run_of(submission)
    assert run.status == StepStatus.SUCCEEDED
    assert [request["key"] for request in sink.requests] == [str(run.pk)]


def test_a_keyed_step_is_unknown_once_its_key_may_be_forgotten(
    accept: Accept, sink: Sink, connection: Connection
) -> None:
    config = {**connection.config, "idempotency_window_seconds": 3600}
    Connection.unscoped.update(config=config)
    submission = accept(("only", [], KEYED))
    restored_settle(moment=ago(hours=2))
    deliver()
    assert (run_of(submission).status, posts(sink)) == (StepStatus.UNKNOWN, 0)


@pytest.mark.parametrize(("found", "sent"), [(True, 0), (False, 1)])
def test_a_readable_step_is_looked_up_first(
    accept: Accept, sink: Sink, connection: Connection, *, found: bool, sent: int
) -> None:
    Connection.unscoped.update(config={**connection.config, "look_up": LOOK_UP})
    submission = accept(("only", [], FOUND))
    items = [{"external": f"{submission.reference}-1"}] if found else []
    sink.answer = lambda _: web.json_response({"items": items})
    assert restored_settle(moment=ago(hours=1)).looked_up == 1
    deliver()
    assert sink.requests == [], "what the old system sent last may still arrive"
    due_now()
    deliver()
    assert (run_of(submission).status, posts(sink)) == (StepStatus.SUCCEEDED, sent)


def test_a_blocked_readable_step_waits_as_long_as_one_that_is_due(
    accept: Accept, sink: Sink, connection: Connection
) -> None:
    Connection.unscoped.update(config={**connection.config, "look_up": LOOK_UP})
    submission = accept(("first", [], KEYED), ("only", ["first"], FOUND))
    items = [{"external": f"{submission.reference}-2"}]
    restored_settle(moment=ago(hours=1))
    deliver()
    run = run_of(submission, "only")
    assert run.status == StepStatus.READY
    assert run.next_attempt_at is not None
    assert run.next_attempt_at > datetime.now(UTC), "what was sent last may still arrive"
    sink.answer = lambda _: web.json_response({"items": items})
    due_now()
    deliver()
    assert run_of(submission, "only").status == StepStatus.SUCCEEDED
    assert [request["path"] for request in sink.requests if request["body"]] == ["/first"]


def test_a_blocked_step_in_a_line_waits_too(
    accept: Accept, sink: Sink, connection: Connection
) -> None:
    Connection.unscoped.update(config={**connection.config, "look_up": LOOK_UP})
    first, second = (accept(("only", [], FOUND), ordering="all") for _ in range(2))
    assert run_of(second).status == StepStatus.BLOCKED
    items = [{"external": f"{first.reference}-1"}]
    sink.answer = lambda _: web.json_response({"items": items})
    restored_settle(moment=ago(hours=1))
    StepRun.unscoped.filter(submission=first).update(next_attempt_at=ago(seconds=1))
    deliver()
    assert run_of(first).status == StepStatus.SUCCEEDED
    run = run_of(second)
    assert (run.status, posts(sink)) == (StepStatus.READY, 0)
    assert run.next_attempt_at is not None
    assert run.next_attempt_at > datetime.now(UTC)


def test_a_blocked_step_is_skipped_after_a_restore(accept: Accept, sink: Sink) -> None:
    submission = accept(("first", [], KEYED), ("second", ["first"], KEYED))
    restored_settle(moment=ago(hours=1))
    sink.answer = lambda _: web.Response(status=422)
    deliver()
    assert run_of(submission, "first").status == StepStatus.FAILED
    second = run_of(submission, "second")
    assert (second.status, second.next_attempt_at) == (StepStatus.SKIPPED, None)


def test_a_send_that_was_under_way_is_nobodys_any_more(accept: Accept, sink: Sink) -> None:
    blind, keyed = accept(("only", [], BLIND)), accept(("only", [], KEYED))
    StepRun.unscoped.update(
        status=StepStatus.SENDING,
        fence=1,
        tries=1,
        next_attempt_at=None,
        claimed_at=ago(seconds=1),
        lease_until=ago(seconds=-60),
        worker="gone",
    )
    restored_settle(moment=ago(seconds=1))
    assert run_of(blind).status == StepStatus.UNKNOWN
    due_now()
    deliver()
    assert run_of(keyed).status == StepStatus.SUCCEEDED
    assert posts(sink) == 1


def test_the_time_in_the_archive_is_not_the_steps_own(accept: Accept) -> None:
    submission = accept(("only", [], KEYED))
    StepRun.unscoped.update(deadline_at=ago(days=1))
    restored_settle(moment=ago(days=2))
    assert run_of(submission).deadline_at > datetime.now(UTC) + timedelta(hours=20)
    assert ledger_reconcile(everything=True)[1] == []


def test_running_bulk_actions_are_stopped(organization: Organization, accept: Accept) -> None:
    action = BulkAction.unscoped.create(
        organization=organization,
        kind=BulkKind.RESUME,
        filter={},
        rate_per_second=1,
        total=1,
        until_id=uuid7(),
        created_by={},
    )
    assert restored_settle(moment=ago(hours=1)).stopped == 1
    action.refresh_from_db()
    assert action.status == BulkStatus.STOPPED


def test_a_second_time_changes_nothing(accept: Accept) -> None:
    submissions = [accept(("only", [], action)) for action in (BLIND, KEYED)]
    restored_settle(moment=ago(hours=1))
    before = [_state(submission) for submission in submissions]
    assert restored_settle(moment=ago(hours=1)).unknown == 0
    assert [_state(submission) for submission in submissions] == before


def test_each_organization_reads_in_its_audit_log_that_it_was_restored(
    organization: Organization,
) -> None:
    moment = ago(hours=1)
    restored_settle(moment=moment)
    entry = AuditEntry.unscoped.get(organization=organization, action="system.restored")
    assert entry.detail == {"backup_of": moment.isoformat()}


def _state(submission: Any) -> tuple[str, bool, datetime | None]:
    run = run_of(submission)
    return run.status, run.in_doubt, run.first_sent_at
