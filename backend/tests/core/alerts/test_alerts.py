from __future__ import annotations

from typing import Any

import pytest
from aiohttp import web

from core.alerts.conditions import delivery_conditions
from core.alerts.models import Alert, AlertKind
from core.alerts.services import alert_page, alerts_sync
from core.audit.services import SYSTEM
from core.delivery.models import LedgerCheck
from core.delivery.operate import connection_resume, heartbeat_note
from core.workflows.models import Queue
from tests.destination import Sink
from tests.engine import Accept, deliver, run_of

pytestmark = pytest.mark.django_db(transaction=True)


def evaluate() -> tuple[int, int]:
    return alerts_sync(delivery_conditions(), kinds=AlertKind)


@pytest.fixture(autouse=True)
def workers(db: None) -> None:
    for name in (*(f"deliver.{queue}" for queue in Queue.values), "callbacks", "maintenance"):
        heartbeat_note(name=name)


def test_a_refused_sign_in_opens_one_alert_that_resuming_resolves(
    accept: Accept, sink: Sink
) -> None:
    submission = accept(("only", [], "request.send_keyed"))
    sink.answer = lambda _: web.Response(status=401)
    deliver()
    assert (evaluate(), evaluate()) == ((1, 0), (0, 0))
    alert = Alert.unscoped.get()
    assert alert.kind == AlertKind.CONNECTION_REFUSED
    assert alert.organization == submission.organization
    account = run_of(submission).connection_id
    connection_resume(organization=submission.organization, connection_id=account, actor=SYSTEM)
    assert evaluate() == (0, 1)
    organization = submission.organization
    assert alert_page(organization=organization, only_open=True).items == []
    assert len(alert_page(organization=organization, only_open=False).items) == 1


def test_a_broker_that_takes_nothing_is_told(settings: Any) -> None:
    settings.CELERY_BROKER_URL = "redis://127.0.0.1:1/0"
    evaluate()
    assert Alert.unscoped.get().kind == AlertKind.BROKER


def test_a_ledger_that_does_not_balance_is_told() -> None:
    LedgerCheck.objects.create(findings=["a lease ran out and nobody swept it"])
    evaluate()
    alert = Alert.unscoped.get()
    assert alert.organization is None
    assert "reconcile" in alert.message
