from __future__ import annotations

import subprocess
import sys
from typing import Any
from urllib.parse import urlsplit

import pytest
import structlog
from celery import signals

from mysite.celery import app
from mysite.observability import tasks as task_context


def test_queues_are_the_dedicated_ones() -> None:
    app.finalize()
    assert set(app.conf.task_queues) == {
        "deliver.critical",
        "deliver.default",
        "deliver.bulk",
        "callbacks",
        "maintenance",
    }
    assert {
        entry["options"]["queue"]
        for entry in app.conf.beat_schedule.values()
        if "queue" in entry.get("options", {})
    } <= set(app.conf.task_queues)


def test_only_json_travels() -> None:
    assert app.conf.accept_content == ["json"]
    assert (app.conf.task_serializer, app.conf.result_serializer) == ("json", "json")


def test_a_task_ends_before_its_message_may_be_taken_over() -> None:
    assert app.conf.task_soft_time_limit < app.conf.task_time_limit
    assert app.conf.task_time_limit < app.conf.broker_transport_options["visibility_timeout"]


def test_broker_and_results_do_not_share_a_database() -> None:
    broker, results = urlsplit(app.conf.broker_url), urlsplit(app.conf.result_backend)
    assert broker.path != results.path


def test_every_imported_task_is_registered() -> None:
    app.loader.import_default_modules()
    assert {"deliver", "canary", "sweep"} <= set(app.tasks)


def test_a_worker_does_not_load_the_api() -> None:
    code = """
import sys
from mysite.celery import app
app.loader.import_default_modules()
assert 'tasks.deliver' in sys.modules
assert 'api.api' not in sys.modules, 'each worker would carry the API in its memory'
"""
    subprocess.run([sys.executable, "-c", code], check=True, timeout=300)


@pytest.fixture
def headers() -> dict[str, Any]:
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request_id="r-1", submission_id="s-1", route="/x")
    made: dict[str, Any] = {}
    signals.before_task_publish.send(sender="deliver", headers=made, body=None)
    structlog.contextvars.clear_contextvars()
    return made


def test_messages_carry_the_ids_and_nothing_else(headers: dict[str, Any]) -> None:
    assert headers == {"waybill_ids": {"request_id": "r-1", "submission_id": "s-1"}}


def test_a_task_logs_under_the_ids_that_caused_it(headers: dict[str, Any]) -> None:
    class Request:
        waybill_ids = headers["waybill_ids"]

    class Task:
        name = "deliver"
        request = Request()

    task_context.bind_ids(task_id="t-1", task=Task())
    assert structlog.contextvars.get_contextvars() == {
        "task_id": "t-1",
        "task": "deliver",
        "request_id": "r-1",
        "submission_id": "s-1",
    }
    with structlog.testing.capture_logs() as logs:
        task_context.report_end(task=Task(), state="SUCCESS")
    assert logs[0]["state"] == "SUCCESS"
    assert logs[0]["duration_ms"] >= 0
    assert structlog.contextvars.get_contextvars() == {}
