"""What beat publishes: ticks that no clock lets expire, and one of each at most."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from celery import current_app
from celery.beat import ScheduleEntry
from celery.worker import request as worker_request
from celery.worker.request import Request
from django.db import OperationalError
from django_celery_beat.models import PeriodicTask
from kombu.utils.imports import symbol_by_name

from core.delivery.models import Heartbeat
from tasks.beat import TickScheduler

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def empty_queues() -> Iterator[None]:
    current_app.finalize()
    current_app.loader.import_default_modules()
    with current_app.connection_for_write() as broker:
        client = broker.default_channel.client
        client.delete(*current_app.conf.task_queues)
        yield
        client.delete(*current_app.conf.task_queues)


@pytest.fixture
def beat(db: None) -> TickScheduler:
    """The one that the settings name, which is what `celery beat` runs."""
    scheduler = symbol_by_name(current_app.conf.beat_scheduler)(app=current_app)
    assert isinstance(scheduler, TickScheduler)
    return scheduler


def entries(beat: TickScheduler) -> list[ScheduleEntry]:
    return [beat.schedule[name] for name in current_app.conf.beat_schedule]


def waiting() -> list[dict[str, Any]]:
    """Every message in every queue."""
    with current_app.connection_for_read() as broker:
        client = broker.default_channel.client
        queues = current_app.conf.task_queues
        return [json.loads(each) for queue in queues for each in client.lrange(queue, 0, -1)]


def test_no_tick_carries_an_end_that_a_workers_clock_would_judge(beat: TickScheduler) -> None:
    for entry in entries(beat):
        beat.apply_entry(entry)
    messages = waiting()
    assert len(messages) == len(current_app.conf.beat_schedule)
    assert {message["headers"]["expires"] for message in messages} == {None}
    assert {message["headers"]["eta"] for message in messages} == {None}


def test_an_end_in_a_row_of_the_schedule_does_not_count(beat: TickScheduler) -> None:
    """Rows may have been edited, or be an earlier release's."""
    PeriodicTask.objects.filter(name="canary-maintenance").update(expire_seconds=5)
    row = PeriodicTask.objects.get(name="canary-maintenance")
    beat.apply_entry(beat.Entry(row, app=current_app))
    (message,) = waiting()
    assert message["headers"]["expires"] is None


@pytest.fixture
def fast_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock that a worker compares `expires` with is ten minutes ahead."""
    fast = datetime.now(UTC) + timedelta(minutes=10)
    monkeypatch.setattr(worker_request, "datetime", SimpleNamespace(now=fast.astimezone))


@pytest.mark.usefixtures("fast_worker")
def test_a_worker_whose_clock_is_ten_minutes_fast_runs_the_canaries(beat: TickScheduler) -> None:
    for entry in entries(beat):
        if entry.task == "canary":
            beat.apply_entry(entry)
    for each in waiting():
        request = received(each)
        assert not request.maybe_expire()
        task = current_app.tasks[request.name]
        task(*request.args, **request.kwargs)
    assert Heartbeat.objects.count() == 5


@pytest.mark.usefixtures("fast_worker")
def test_the_fast_clock_above_would_let_a_message_expire() -> None:
    """Else the test above proves nothing."""
    current_app.tasks["canary"].apply_async(["maintenance"], queue="maintenance", expires=10)
    (message,) = waiting()
    assert received(message).maybe_expire()


def received(raw: dict[str, Any]) -> Request:
    """A message as a worker that has just taken it sees it."""
    with current_app.connection_for_read() as broker:
        message = broker.default_channel.message_to_python(raw)
        task = current_app.tasks[message.headers["task"]]
        return Request(message, app=current_app, task=task, eventer=None)


def test_ticks_do_not_pile_up_while_no_worker_takes_them(beat: TickScheduler) -> None:
    for _ in range(3):
        for entry in entries(beat):
            beat.apply_entry(entry)
    names = Counter(message["headers"]["periodic_task_name"] for message in waiting())
    assert set(names) == set(current_app.conf.beat_schedule)
    assert set(names.values()) == {1}


def test_a_tick_that_was_taken_is_followed_by_the_next(beat: TickScheduler) -> None:
    canary = beat.schedule["canary-maintenance"]
    beat.apply_entry(canary)
    with current_app.connection_for_write() as broker:
        assert broker.default_channel.client.rpop("maintenance")
    beat.apply_entry(canary)
    assert len(waiting()) == 1


def test_a_task_of_a_later_release_is_not_published_after_going_back(beat: TickScheduler) -> None:
    row = PeriodicTask.objects.get(name="canary-maintenance")
    row.pk, row.name, row.task = None, "of-a-later-release", "a_task_of_a_later_release"
    row.save()
    found = beat.all_as_schedule()
    assert "of-a-later-release" not in found
    assert "canary-maintenance" in found


def test_what_others_put_into_a_queue_keeps_no_tick_out(beat: TickScheduler) -> None:
    current_app.tasks["canary"].apply_async(["maintenance"], queue="maintenance")
    beat.apply_entry(beat.schedule["canary-maintenance"])
    assert len(waiting()) == 2


def test_the_schedule_goes_on_while_postgresql_is_away(
    beat: TickScheduler, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dict(beat.schedule)

    def away(_: TickScheduler) -> None:
        raise OperationalError("the database system is starting up")

    monkeypatch.setattr(TickScheduler, "enabled_models", away)
    monkeypatch.setattr(beat, "_last_full_sync", datetime(2000, 1, 1))  # noqa: DTZ001  # as beat has it
    assert dict(beat.schedule) == before


def test_beat_does_not_begin_without_a_schedule(
    beat: TickScheduler, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(_: TickScheduler) -> None:
        raise OperationalError("the database system is starting up")

    monkeypatch.setattr(TickScheduler, "enabled_models", away)
    monkeypatch.setattr(beat, "_schedule", None)
    monkeypatch.setattr(beat, "_initial_read", True)
    with pytest.raises(OperationalError):
        _ = beat.schedule
