"""Ended submissions go whole, when their workflow or their organization says so."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web
from django.core.management import CommandError, call_command
from django.db import connection as database

from core.accounts.models import Organization
from core.audit.models import AuditEntry
from core.audit.services import SYSTEM
from core.callbacks.endpoints import endpoint_create
from core.callbacks.models import Callback, CallbackKind
from core.privacy import expiry
from core.privacy.expiry import submissions_expire
from core.submissions.accept import submission_accept
from core.submissions.models import Attempt, Event, IdempotencyKey, Source, StepRun, Submission
from core.submissions.operate import submission_resume
from core.workflows.models import Workflow, WorkflowVersion
from tests.destination import Publish, Sink
from tests.engine import deliver

pytestmark = pytest.mark.django_db(transaction=True)

LATER = datetime.now(UTC) + timedelta(days=40)


@pytest.fixture
def version(publish: Publish, sink: Sink) -> WorkflowVersion:
    version = publish(("only", [], "request.send_keyed"))
    endpoint_create(
        organization=version.organization,
        url="http://127.0.0.1:9/hook",
        kinds=[CallbackKind.SUCCEEDED],
        actor=SYSTEM,
    )
    return version


def submit(version: WorkflowVersion, key: str) -> Submission:
    data = {"company": "Acme Ltd"}
    return submission_accept(
        version=version, data=data, source=Source.API, idempotency_key=key
    ).submission


def keep(version: WorkflowVersion, days: int | None) -> None:
    Workflow.unscoped.filter(pk=version.workflow_id).update(retention_days=days)


def counts() -> list[int]:
    models = (Submission, StepRun, Attempt, Event, IdempotencyKey, Callback)
    return [model.unscoped.count() for model in models]


def test_nothing_goes_unless_somebody_says_so(version: WorkflowVersion) -> None:
    submit(version, "a")
    deliver()
    assert submissions_expire(now=datetime.now(UTC) + timedelta(days=4_000)) == 0


def test_what_is_old_goes_whole_and_the_rest_stays(version: WorkflowVersion) -> None:
    submit(version, "a")
    deliver()
    waiting = submit(version, "b")
    keep(version, 30)
    assert all(counts())
    assert submissions_expire(now=datetime.now(UTC) + timedelta(days=29)) == 0
    assert submissions_expire(now=LATER) == 1
    assert counts() == [1, 1, 0, 0, 1, 0]
    assert Submission.unscoped.get().pk == waiting.pk
    call_command("reconcile", all=True)
    entry = AuditEntry.unscoped.get(action="submissions.expired")
    assert (entry.detail["submissions"], entry.detail["by_status"]) == (1, {"succeeded": 1})
    assert submissions_expire(now=LATER) == 0


def test_a_workflow_says_more_than_its_organization(version: WorkflowVersion) -> None:
    submit(version, "a")
    deliver()
    Organization.objects.filter(pk=version.organization_id).update(submission_retention_days=10)
    keep(version, 100)
    assert submissions_expire(now=LATER) == 0
    keep(version, None)
    assert submissions_expire(now=LATER) == 1


def test_one_that_was_taken_up_again_goes_before_its_successor(
    version: WorkflowVersion, sink: Sink
) -> None:
    sink.answer = lambda _: web.Response(status=422)
    first = submit(version, "a")
    deliver()
    second = submission_resume(
        organization=version.organization, submission_id=first.pk, actor=SYSTEM
    )
    keep(version, 30)
    assert submissions_expire(now=LATER) == 1
    second.refresh_from_db()
    assert second.resumed_from is None
    call_command("reconcile", all=True)


def test_batches_are_bounded(version: WorkflowVersion, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expiry, "BATCH", 2)
    for number in range(5):
        submit(version, str(number))
    deliver()
    keep(version, 1)
    assert submissions_expire(now=LATER, batches=2) == 4
    assert submissions_expire(now=LATER, batches=2) == 1


def test_a_submission_that_ended_lately_is_kept_however_old_it_is(version: WorkflowVersion) -> None:
    submission = submit(version, "a")
    deliver()
    with database.cursor() as cursor:
        cursor.execute("UPDATE submissions_submissionstate SET finished_at = %s", [LATER])
    keep(version, 30)
    assert submissions_expire(now=LATER) == 0
    assert Submission.unscoped.filter(pk=submission.pk).exists()


def test_how_long_is_said_by_a_command_and_audited(version: WorkflowVersion) -> None:
    slug = version.organization.slug
    call_command("set_retention", slug, "10")
    call_command("set_retention", slug, "30", workflow="orders")
    call_command("set_retention", slug, "none", workflow="orders")
    version.organization.refresh_from_db()
    assert version.organization.submission_retention_days == 10
    entries = AuditEntry.unscoped.filter(action__endswith=".retention_set").order_by("pk")
    assert [entry.changes["days"] for entry in entries] == [
        {"before": None, "after": 10},
        {"before": None, "after": 30},
        {"before": 30, "after": None},
    ]


@pytest.mark.parametrize(("days", "workflow"), [("0", None), ("soon", None), ("5", "nothing")])
def test_a_time_that_makes_no_sense_is_refused(
    version: WorkflowVersion, days: str, workflow: str | None
) -> None:
    with pytest.raises(CommandError):
        call_command("set_retention", version.organization.slug, days, workflow=workflow)
