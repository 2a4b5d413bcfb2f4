"""An organization with an owner, its queues served, and one look of the alerts at a time."""

from __future__ import annotations

import threading
import uuid

import pytest

from core.accounts.models import Membership, Organization, Role, User
from core.delivery.operate import heartbeat_note
from core.workflows.models import Queue
from tasks.alerts import deliver_alerts, evaluate_alerts
from tests.engine import set_back

QUEUES = (*(f"deliver.{queue}" for queue in Queue.values), "callbacks", "maintenance")


@pytest.fixture(autouse=True)
def workers(db: None) -> None:
    for name in QUEUES:
        heartbeat_note(name=name)


@pytest.fixture
def owner(organization: Organization) -> User:
    user = User.objects.create_user(f"owner-{uuid.uuid4().hex[:6]}@example.com", "pw")
    Membership.objects.create(organization=organization, user=user, role=Role.OWNER)
    return user


def look() -> tuple[int, int]:
    return evaluate_alerts()


def send() -> int:
    """What is due now."""
    return deliver_alerts(threading.Event())


def look_and_send() -> int:
    look()
    return send()


def due_now() -> None:
    set_back("callbacks_callback", "next_attempt_at")


def repeat_now() -> None:
    set_back("alerts_alertnotice", "repeat_at", 1)
