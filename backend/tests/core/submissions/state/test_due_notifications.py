from __future__ import annotations

import threading
import time
from collections.abc import Sequence

import psycopg
import pytest
from django.db import connection, transaction

from core.submissions.state.due_notifications import CHANNEL, CoalescingNotifier, notify_due


class Notifications:
    """What a notifier rang, and in which thread."""

    def __init__(self) -> None:
        self.heard: list[tuple[list[str], str]] = []
        self.broken = False

    def __call__(self, names: Sequence[str]) -> None:
        self.heard.append((list(names), threading.current_thread().name))
        if self.broken:
            raise OSError("the database is away")

    def wait_for(self, count: int) -> None:
        ends = time.monotonic() + 60
        while len(self.heard) < count:
            assert time.monotonic() < ends, self.heard
            time.sleep(0.005)


@pytest.fixture
def sent() -> Notifications:
    return Notifications()


def test_a_quiet_queue_is_notified_at_once_by_the_caller(sent: Notifications) -> None:
    notifier = CoalescingNotifier(sent, lambda: None, quiet_seconds=60)
    notifier.notify(["default"])
    notifier.notify(["critical"])
    assert sent.heard == [(["default"], "MainThread"), (["critical"], "MainThread")]


def test_what_follows_closely_is_notified_once_and_never_lost(sent: Notifications) -> None:
    notifier = CoalescingNotifier(sent, lambda: None, quiet_seconds=1)
    for _ in range(100):
        notifier.notify(["default", "bulk"])
    assert sent.heard == [(["bulk", "default"], "MainThread")]
    sent.wait_for(2)
    assert sent.heard[1] == (["bulk", "default"], "due-notifier")
    time.sleep(0.3)
    assert len(sent.heard) == 2


def test_a_failed_notification_does_not_end_the_notifier(sent: Notifications) -> None:
    rested: list[bool] = []
    notifier = CoalescingNotifier(sent, lambda: rested.append(True), quiet_seconds=1)
    notifier.notify(["default"])
    sent.broken = True
    notifier.notify(["default"])
    sent.wait_for(2)
    sent.broken = False
    notifier.notify(["default"])
    sent.wait_for(3)
    assert rested


@pytest.mark.django_db(transaction=True)
def test_a_commit_is_heard_by_whoever_listens() -> None:
    parameters = connection.get_connection_params()
    listener = psycopg.connect(
        **{
            key: parameters[key]
            for key in ("dbname", "user", "password", "host", "port")
            if key in parameters
        },
        autocommit=True,
    )
    with listener:
        listener.execute(f"LISTEN {CHANNEL}")
        with transaction.atomic():
            notify_due(["bulk"])
            assert list(listener.notifies(timeout=0.1)) == []
        heard = list(listener.notifies(timeout=60, stop_after=1))
    assert [notice.payload for notice in heard] == ["bulk"]
