from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from aiohttp import web
from celery import current_app
from django.db import connections

from core.accounts.models import Membership, Organization, Role, User
from core.delivery.claim import due_queues
from core.submissions.accept import submission_accept
from core.submissions.models import Source
from tasks import dispatch
from tasks.dispatch import Dispatcher, Rhythm
from tasks.queues import delivery_queue
from tests.destination import Publish, Sink
from tests.engine import deliver
from tests.mail import Mailbox

pytestmark = pytest.mark.django_db(transaction=True)

QUEUE = delivery_queue("default")


@contextmanager
def dispatching(rhythm: Rhythm) -> Iterator[Dispatcher]:
    dispatcher = Dispatcher(current_app, rhythm)

    def run() -> None:
        dispatcher.run()
        connections.close_all()

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield dispatcher
    finally:
        dispatcher.stopping.set()
        thread.join(10)


@pytest.fixture
def polled(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Set when a dispatcher leads, listens, and has looked for the first time."""
    event = threading.Event()

    def looked() -> set[str]:
        found = due_queues()
        event.set()
        return found

    monkeypatch.setattr(dispatch, "due_queues", looked)
    return event


def waiting() -> int:
    with current_app.connection_for_read() as broker:
        return int(broker.default_channel.client.llen(QUEUE))


def wait_for_wakeup(seconds: float) -> int:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if waiting():
            return waiting()
        time.sleep(0.02)  # polls a real broker, bounded
    return 0


@pytest.fixture(autouse=True)
def empty_queue() -> Iterator[None]:
    with current_app.connection_for_write() as broker:
        broker.default_channel.client.delete(QUEUE)
        yield
        broker.default_channel.client.delete(QUEUE)


def accept(publish: Publish) -> None:
    version = publish(("only", [], "request.send_keyed"))
    submission_accept(version=version, data={"company": "Acme"}, source=Source.API)


def test_a_commit_rings_the_dispatcher(publish: Publish, polled: threading.Event) -> None:
    with dispatching(Rhythm(poll=60)):
        assert polled.wait(30)  # only the notification can wake it now
        accept(publish)
        assert wait_for_wakeup(30) == 1


def test_a_lost_ring_is_made_good_by_polling(publish: Publish) -> None:
    accept(publish)
    with dispatching(Rhythm(poll=0.2)):
        assert wait_for_wakeup(30) >= 1


def test_wakeups_do_not_pile_up_while_no_worker_takes_them(publish: Publish) -> None:
    accept(publish)
    with dispatching(Rhythm(poll=0.05)) as dispatcher:
        assert wait_for_wakeup(30) >= 1
        until = time.monotonic() + 30
        while waiting() < dispatcher.backlog and time.monotonic() < until:
            time.sleep(0.02)
        time.sleep(0.5)  # ten polls more
        assert waiting() == dispatcher.backlog


def test_of_two_dispatchers_one_leads(publish: Publish, polled: threading.Event) -> None:
    with dispatching(Rhythm(poll=60)), dispatching(Rhythm(poll=60, stand_by=0.1)):
        assert polled.wait(30)
        accept(publish)
        assert wait_for_wakeup(30) == 1
        time.sleep(0.3)
        assert waiting() == 1


def test_a_failed_step_is_mailed_without_a_worker(
    publish: Publish, sink: Sink, mailbox: Mailbox, organization: Organization, settings: Any
) -> None:
    user = User.objects.create_user("owner@example.com", "pw")
    Membership.objects.create(organization=organization, user=user, role=Role.OWNER)
    accept(publish)
    sink.answer = lambda _: web.Response(status=422)
    deliver()
    settings.WAYBILL_ALERT_SECONDS = 0.2
    with dispatching(Rhythm(messages=0.05)):
        until = time.monotonic() + 60
        while not any("failed" in subject for subject in mailbox.subjects()):
            assert time.monotonic() < until
            time.sleep(0.05)  # the mail comes from another thread


def test_a_defect_is_not_the_last_look(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    looks = threading.Semaphore(0)

    def broken() -> None:
        looks.release()
        raise KeyError("a defect")

    monkeypatch.setattr(dispatch, "evaluate_alerts", broken)
    settings.WAYBILL_ALERT_SECONDS = 0.05
    with dispatching(Rhythm()):
        assert looks.acquire(timeout=30)
        assert looks.acquire(timeout=30)
