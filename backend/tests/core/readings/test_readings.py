"""What PostgreSQL and Redis know is read cheaply, and a failing part costs only itself."""

from __future__ import annotations

import threading

import pytest
from django.conf import settings as configured
from prometheus_client import CollectorRegistry, Metric
from prometheus_client.exposition import generate_latest
from prometheus_client.registry import Collector
from pytest_django import Settings

from core.delivery.models import Gate
from core.delivery.operate import heartbeat_note
from core.readings import Readings, backlog
from core.submissions.accept import Item, submissions_accept
from core.submissions.models import Source
from tests.destination import Publish
from tests.engine import Accept, deliver, set_back
from tests.samples import Samples, samples, total

pytestmark = pytest.mark.django_db(transaction=True)

ONE: tuple[str, list[str], str] = ("only", [], "request.send_keyed")
QUEUES = ["deliver.default", "callbacks"]


def read(readings: Readings | None = None) -> Samples:
    """One reading, on a thread of its own, as a scrape has."""
    collect = (readings or Readings(QUEUES)).collect

    class Once(Collector):
        def collect(self) -> list[Metric]:
            return metrics

    metrics: list[Metric] = []
    thread = threading.Thread(target=lambda: metrics.extend(collect()))
    thread.start()
    thread.join(60)
    registry = CollectorRegistry()
    registry.register(Once())
    return samples(generate_latest(registry))


def test_due_steps_are_counted_by_queue_and_connection(accept: Accept) -> None:
    for _ in range(3):
        accept(ONE)
    set_back("submissions_steprun", "next_attempt_at", 100)

    found = read()

    assert total(found, "waybill_due_steps", queue="default", connection="sink") == 3
    oldest = total(found, "waybill_due_oldest_seconds", queue="default", connection="sink")
    assert 100 <= oldest < 200


def test_what_is_delivered_or_later_is_not_due(accept: Accept) -> None:
    accept(ONE)
    deliver()
    accept(ONE)
    set_back("submissions_steprun", "next_attempt_at", -1000)

    assert total(read(), "waybill_due_steps") == 0


def test_connections_beyond_the_limit_are_told_together(
    accept: Accept, monkeypatch: pytest.MonkeyPatch
) -> None:
    accept(ONE)
    monkeypatch.setattr(backlog, "CONNECTIONS_MOST", 0)

    found = read()

    assert total(found, "waybill_due_steps", queue="default", connection="other") == 1
    assert total(found, "waybill_due_steps", connection="sink") == 0


def test_a_long_backlog_is_counted_up_to_the_limit(
    publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    items = [Item({"company": f"Acme {number}"}, None) for number in range(250)]
    submissions_accept(version=publish(ONE), items=items, source=Source.API)
    monkeypatch.setattr(backlog, "COUNTED_MOST", 200)

    assert total(read(), "waybill_due_steps") == 200


def test_a_paused_connection_is_named(accept: Accept) -> None:
    accept(ONE)
    deliver()
    Gate.unscoped.update(paused_at="2026-01-01T00:00:00Z", pause_reason="operator")

    found = read()

    assert total(found, "waybill_connections", state="paused") == 1
    assert total(found, "waybill_connections", state="open") == 0
    assert total(found, "waybill_connection_closed", connection="sink", state="paused") == 1


def test_signs_of_life_have_an_age() -> None:
    heartbeat_note(name="deliver.default")

    assert 0 <= total(read(), "waybill_heartbeat_age_seconds", name="deliver.default") < 60


def test_a_queue_that_never_had_a_worker_was_never_seen() -> None:
    assert total(read(), "waybill_heartbeat_age_seconds", name="callbacks") == float("inf")


def test_every_part_can_be_read() -> None:
    found = read()
    parts = {
        labels: value for (name, labels), value in found.items() if name == "waybill_reading_ok"
    }

    assert len(parts) == 10
    assert set(parts.values()) == {1}
    assert total(found, "waybill_partitions_ahead", table="submissions_event") == 3
    assert ("waybill_queue_messages", frozenset({("queue", "callbacks")})) in found


def test_a_slow_database_ends_a_part_after_its_time(
    accept: Accept, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    accept(ONE)
    settings.WAYBILL_METRICS_STATEMENT_SECONDS = 0.2
    monkeypatch.setattr(backlog, "_SENDING", "SELECT count(*), 0 FROM pg_sleep(30)")

    found = read()

    assert total(found, "waybill_reading_ok", part="steps_in_hand") == 0
    assert total(found, "waybill_reading_ok", part="due_steps") == 1
    assert total(found, "waybill_due_steps") == 1


def test_a_redis_that_is_away_costs_only_its_part(settings: Settings) -> None:
    settings.CELERY_BROKER_URL = "redis://127.0.0.1:1/0"

    found = read()

    assert total(found, "waybill_reading_ok", part="redis") == 0
    assert total(found, "waybill_reading_ok", part="database") == 1


def test_scrapes_close_to_each_other_share_a_reading(accept: Accept, settings: Settings) -> None:
    settings.WAYBILL_METRICS_CACHE_SECONDS = 600
    readings = Readings(QUEUES)
    assert total(read(readings), "waybill_due_steps") == 0
    accept(ONE)

    assert total(read(readings), "waybill_due_steps") == 0
    settings.WAYBILL_METRICS_CACHE_SECONDS = 0
    assert total(read(readings), "waybill_due_steps") == 1


def test_the_settings_make_sense() -> None:
    assert configured.WAYBILL_METRICS_STATEMENT_SECONDS <= configured.WAYBILL_METRICS_CACHE_SECONDS


def test_a_queue_with_nothing_due_counts_nothing() -> None:
    found = read()

    for queue in ("critical", "default", "bulk"):
        zero = {"queue": queue, "organization": "", "connection": ""}
        none = {"connection_id": "", "connector": ""}
        assert found["waybill_due_steps", frozenset({**zero, **none}.items())] == 0
