from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web
from django.db import connection as database
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from core.accounts.api_keys import api_key_create
from core.accounts.models import ApiKey, Organization
from core.accounts.permissions import Permission
from core.alerts.conditions import system
from core.alerts.models import Alert, AlertKind, AlertRule
from core.alerts.services import alert_page
from core.audit.services import SYSTEM
from core.delivery.models import Gate, Heartbeat, LedgerCheck
from core.delivery.operate import connection_pause, connection_resume, heartbeat_note
from core.submissions.models import StepRun
from core.submissions.operate import submission_resume
from tests.core.alerts.conftest import look
from tests.destination import Sink
from tests.engine import Accept, deliver, run_of, set_back

pytestmark = pytest.mark.django_db(transaction=True)

KEYED = "request.send_keyed"


def kinds() -> set[str]:
    return set(Alert.unscoped.filter(resolved_at=None).values_list("kind", flat=True))


def test_a_refused_sign_in_opens_one_alert_that_resuming_resolves(
    accept: Accept, sink: Sink
) -> None:
    submission = accept(("only", [], KEYED))
    sink.answer = lambda _: web.Response(status=401)
    deliver()
    assert (look(), look()) == ((1, 0), (0, 0))
    alert = Alert.unscoped.get()
    assert alert.kind == AlertKind.CONNECTION_REFUSED
    assert alert.organization == submission.organization
    account = run_of(submission).connection_id
    connection_resume(organization=submission.organization, connection_id=account, actor=SYSTEM)
    assert look() == (0, 1)
    organization = submission.organization
    assert alert_page(organization=organization, only_open=True).items == []
    assert len(alert_page(organization=organization, only_open=False).items) == 1


def test_a_failed_step_is_told_until_its_submission_is_taken_up_again(
    accept: Accept, sink: Sink
) -> None:
    submission = accept(("only", [], KEYED))
    sink.answer = lambda _: web.Response(status=422)
    deliver()
    assert look() == (1, 0)
    alert = Alert.unscoped.get()
    assert (alert.kind, alert.count) == (AlertKind.STEP_FAILED, 1)
    assert alert.facts["workflow"] == "Orders"
    assert "Acme" not in f"{alert.message}{alert.facts}"
    sink.answer = None
    submission_resume(
        organization=submission.organization, submission_id=submission.pk, actor=SYSTEM
    )
    assert look() == (0, 0)
    deliver()
    assert look() == (0, 1)


def test_a_step_that_fails_again_keeps_its_alert(accept: Accept, sink: Sink) -> None:
    submission = accept(("only", [], KEYED))
    sink.answer = lambda _: web.Response(status=422)
    deliver()
    look()
    submission_resume(
        organization=submission.organization, submission_id=submission.pk, actor=SYSTEM
    )
    deliver()
    assert look() == (0, 0)
    assert Alert.unscoped.get().count == 1


def test_a_failure_is_forgotten_after_its_window(accept: Accept, sink: Sink) -> None:
    accept(("only", [], KEYED))
    sink.answer = lambda _: web.Response(status=422)
    deliver()
    look()
    set_back("submissions_steprun", "finished_at", 25 * 3600)
    assert look() == (0, 1)


def failed_runs(accept: Accept, sink: Sink, number: int) -> None:
    """One that really failed, and copies of it as other submissions."""
    accept(("only", [], KEYED))
    sink.answer = lambda _: web.Response(status=422)
    deliver()
    with database.cursor() as cursor:
        cursor.execute(
            """
            WITH made AS (
                INSERT INTO submissions_submission (id, organization_id, workflow_id, version_id,
                    reference, subject, source, data, request_id, created_at)
                SELECT gen_random_uuid(), organization_id, workflow_id, version_id,
                    'WB-' || number, '', 'api', '{}', '', now()
                FROM submissions_submission, generate_series(2, %s) AS number
                RETURNING id, organization_id
            ), states AS (
                INSERT INTO submissions_submissionstate
                    (submission_id, organization_id, status, finished_at)
                SELECT id, organization_id, 'failed', now() FROM made
            )
            INSERT INTO submissions_steprun
                (id, organization_id, submission_id, step_id, connection_id, position, status,
                 queue, waiting_for, behind, tries, failures, fence, deadline_at, in_doubt,
                 record, record_url, error_kind, error_message)
            SELECT gen_random_uuid(), made.organization_id, made.id, step_id, connection_id, 1,
                'blocked', queue, 0, false, 1, 1, 1, now(), false, '', '', error_kind, ''
            FROM made, submissions_steprun AS run
            """,
            [number],
        )
        cursor.execute(
            "UPDATE submissions_steprun SET status = 'ready', next_attempt_at = now()"
            " WHERE status = 'blocked'"
        )
        cursor.execute(
            "UPDATE submissions_steprun SET status = 'failed', next_attempt_at = NULL,"
            " finished_at = now() WHERE status = 'ready'"
        )


def test_five_hundred_failures_of_one_cause_are_one_alert(accept: Accept, sink: Sink) -> None:
    failed_runs(accept, sink, 500)
    assert look()[0] == 2
    alert = Alert.unscoped.get(kind=AlertKind.STEP_FAILED)
    assert alert.count == 500
    assert kinds() == {AlertKind.STEP_FAILED, AlertKind.FAILURE_SHARE}


def test_more_than_a_look_reads_resolves_nothing(
    accept: Accept, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed_runs(accept, sink, 20)
    look()
    Alert.unscoped.create(kind=AlertKind.STEP_FAILED, subject="of another step", message="")
    monkeypatch.setattr("core.alerts.conditions.steps.MOST_ROWS", 10)
    assert look()[1] == 0
    monkeypatch.undo()
    assert look()[1] == 1


def test_an_organization_says_from_how_many_on(
    accept: Accept, sink: Sink, organization: Organization
) -> None:
    AlertRule.unscoped.create(organization=organization, kind=AlertKind.STEP_FAILED, threshold=2)
    accept(("only", [], KEYED))
    sink.answer = lambda _: web.Response(status=422)
    deliver()
    assert look() == (0, 0)
    AlertRule.unscoped.update(threshold=1)
    assert look() == (1, 0)
    AlertRule.unscoped.update(enabled=False)
    assert look() == (0, 1)


def test_an_outcome_that_nobody_knows_is_told(accept: Accept) -> None:
    run = run_of(accept(("only", [], KEYED)))
    StepRun.unscoped.filter(pk=run.pk).update(
        status="unknown", claimed_at=timezone.now(), next_attempt_at=None
    )
    look()
    assert kinds() == {AlertKind.STEP_UNKNOWN}


def test_a_step_that_waits_for_hours_is_told(accept: Accept) -> None:
    run = run_of(accept(("only", [], KEYED)))
    StepRun.unscoped.filter(pk=run.pk).update(
        deadline_at=run.deadline_at - timedelta(hours=5),
        next_attempt_at=timezone.now() + timedelta(hours=1),
    )
    look()
    assert kinds() == {AlertKind.STEP_OVERDUE}


def test_a_backlog_is_told_by_its_age_unless_its_gate_is_closed(
    accept: Accept, organization: Organization
) -> None:
    run = run_of(accept(("only", [], KEYED)))
    StepRun.unscoped.update(next_attempt_at=timezone.now() - timedelta(minutes=20))
    look()
    assert kinds() == {AlertKind.BACKLOG}
    account = run.connection_id
    connection_pause(organization=organization, connection_id=account, actor=SYSTEM)
    look()
    assert kinds() == set()


def test_a_backlog_is_told_by_its_size(accept: Accept, organization: Organization) -> None:
    AlertRule.unscoped.create(organization=organization, kind=AlertKind.BACKLOG, threshold=2)
    for _ in range(3):
        accept(("only", [], KEYED))
    StepRun.unscoped.update(next_attempt_at=timezone.now() - timedelta(minutes=2))
    look()
    assert Alert.unscoped.get(kind=AlertKind.BACKLOG).count == 3


def test_a_pause_a_breaker_and_a_cooling_are_told(
    accept: Accept, organization: Organization
) -> None:
    account = run_of(accept(("only", [], KEYED))).connection_id
    connection_pause(organization=organization, connection_id=account, actor=SYSTEM)
    look()
    assert kinds() == set()
    now = timezone.now()
    Gate.unscoped.update(
        paused_at=now - timedelta(days=2),
        breaker_until=now + timedelta(minutes=1),
        opened=3,
        failures=15,
        cooling_until=now + timedelta(hours=1),
    )
    look()
    assert kinds() == {
        AlertKind.CONNECTION_PAUSED,
        AlertKind.BREAKER_OPEN,
        AlertKind.COOLING,
    }


def test_a_key_is_told_before_it_ends(organization: Organization) -> None:
    api_key_create(organization=organization, name="Shop", scopes={Permission.ALERTS_READ})
    ApiKey.unscoped.update(expires_at=timezone.now() + timedelta(days=20))
    look()
    assert kinds() == set()
    ApiKey.unscoped.update(expires_at=timezone.now() + timedelta(days=10))
    look()
    assert "Shop" in Alert.unscoped.get(kind=AlertKind.CREDENTIAL_ENDS).message
    ApiKey.unscoped.update(revoked_at=timezone.now())
    assert look() == (0, 1)


def test_a_queue_without_a_worker_is_told(db: None) -> None:
    Heartbeat.objects.filter(name="deliver.bulk").delete()
    look()
    alert = Alert.unscoped.get()
    assert (alert.kind, alert.organization) == (AlertKind.NO_WORKER, None)
    heartbeat_note(name="deliver.bulk")
    assert look() == (0, 1)


def test_a_broker_that_takes_nothing_is_told(settings: Any) -> None:
    settings.CELERY_BROKER_URL = "redis://127.0.0.1:1/0"
    look()
    assert Alert.unscoped.get().kind == AlertKind.BROKER


def test_a_ledger_that_does_not_balance_is_told() -> None:
    LedgerCheck.objects.create(findings=["a lease ran out and nobody swept it"])
    look()
    alert = Alert.unscoped.get()
    assert alert.organization is None
    assert "reconcile" in alert.message


def test_a_full_disk_a_missing_month_and_an_old_backup_are_told(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    heartbeat_note(name=system.BACKUP)
    look()
    assert kinds() == set()
    settings.WAYBILL_ALERT_DISK_PERCENT = 0
    settings.WAYBILL_ALERT_DISKS = ["/", "/is/not/there"]
    set_back("delivery_heartbeat", "seen_at", 30 * 3600)
    monkeypatch.setattr(system, "months_missing", lambda: ["submissions_event"])
    look()
    assert {AlertKind.DISK, AlertKind.PARTITIONS, AlertKind.BACKUP} <= kinds()


def test_what_a_look_asks_does_not_grow_with_what_is_found(accept: Accept, sink: Sink) -> None:
    accept(("only", [], KEYED))
    look()
    with CaptureQueriesContext(database) as before:
        look()
    sink.answer = lambda _: web.Response(status=422)
    deliver()
    for _ in range(20):
        accept(("only", [], KEYED))
    deliver()
    look()
    with CaptureQueriesContext(database) as after:
        look()
    assert len(after) <= len(before) + 1
