"""Workers and commands begin as nobody, so each has to say for whom it works."""

from __future__ import annotations

import pytest
from django.core.management import call_command

from core.accounts.models import Organization
from core.audit.services import SYSTEM
from core.callbacks.endpoints import endpoint_create, endpoint_ping
from core.callbacks.models import Callback, CallbackKind, CallbackStatus
from core.delivery.claim import claim_due, connection_queues_due
from core.delivery.models import BulkAction, BulkKind, BulkStatus, Gate, PauseReason
from core.delivery.operate import BulkAsked, bulk_start
from core.postgres.tenancy import nobody
from core.submissions.models import StepStatus, SubmissionStatus
from core.submissions.read import SubmissionFilter
from tasks.alerts import evaluate_alerts, reconcile
from tasks.bulk import run_bulk_actions
from tasks.callbacks import deliver_callbacks
from tasks.canary import canary
from tasks.deliver import deliver
from tasks.maintenance import expire_idempotency_keys, keep_history, sweep
from tests.destination import Sink
from tests.engine import Accept, lease_ended, run_of

pytestmark = pytest.mark.django_db(transaction=True)

KEYED = "request.send_keyed"


def test_a_delivery_sees_what_is_due(accept: Accept, sink: Sink) -> None:
    submission = accept(("first", [], KEYED), ("second", ["first"], KEYED))
    with nobody():
        assert deliver("default")["settled"] == 2
    submission.refresh_from_db()
    assert submission.status == SubmissionStatus.SUCCEEDED


def test_a_sweep_finds_abandoned_runs(accept: Accept, sink: Sink) -> None:
    submission = accept(("only", [], KEYED))
    quotas = dict.fromkeys(connection_queues_due(queue="default"), 1)
    assert claim_due(queue="default", quotas=quotas, worker="gone").claims
    lease_ended()
    with nobody():
        assert sweep()["given_back"] == 1
    assert run_of(submission).status == StepStatus.WAITING


def test_callbacks_are_sent(accept: Accept, organization: Organization, sink: Sink) -> None:
    endpoint, _ = endpoint_create(
        organization=organization,
        url=f"http://127.0.0.1:{sink.port}/hook",
        kinds=[CallbackKind.FAILED],
        actor=SYSTEM,
    )
    endpoint_ping(organization=organization, endpoint_id=endpoint.pk, actor=SYSTEM)
    with nobody():
        assert deliver_callbacks()["succeeded"] == 1
    assert Callback.unscoped.get().status == CallbackStatus.SUCCEEDED
    assert Callback.unscoped.get().attempts.count() == 1


def test_a_bulk_action_is_carried_out_for_its_organization(
    accept: Accept, organization: Organization
) -> None:
    accept(("only", [], KEYED))
    bulk_start(
        organization=organization,
        asked=BulkAsked(BulkKind.CANCEL, SubmissionFilter()),
        rate_per_second=100,
        actor=SYSTEM,
    )
    with nobody():
        assert run_bulk_actions()["treated"] == 1
    action = BulkAction.unscoped.get()
    assert (action.status, action.done) == (BulkStatus.DONE, 1)


def test_alerts_are_opened_for_any_organization(accept: Accept) -> None:
    submission = accept(("only", [], KEYED))
    with nobody():
        evaluate_alerts()
    run = run_of(submission)
    Gate.objects.owned_by(run.organization).update_or_create(
        connection_id=run.connection_id,
        organization_id=run.organization_id,
        defaults={"pause_reason": PauseReason.AUTH, "paused_at": run.deadline_at},
    )
    with nobody():
        assert evaluate_alerts()[0] == 1


def test_what_runs_by_the_clock_may_do_it(accept: Accept) -> None:
    accept(("only", [], KEYED))
    with nobody():
        assert reconcile() == {"findings": 0}
        assert keep_history() == {
            "made": 0,
            "dropped": 0,
            "deleted": 0,
            "submissions": 0,
            "roll_ups": 0,
            "bulk": 0,
        }
        assert expire_idempotency_keys() == {"deleted": 0}
        canary("maintenance")


def test_commands_work_for_whom_they_name(
    organization: Organization, capsys: pytest.CaptureFixture[str]
) -> None:
    with nobody():
        call_command("create_api_key", organization.slug, name="Command")
        assert capsys.readouterr().out.startswith("wbk_")
        call_command("reconcile")
    assert "Everything accepted" in capsys.readouterr().out
