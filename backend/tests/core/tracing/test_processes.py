"""One trace over real processes: the API here, a dispatcher, and a worker with a pool."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from celery import current_app
from django.db import connection

from core.audit.services import SYSTEM
from core.callbacks.endpoints import endpoint_create
from core.callbacks.models import CallbackKind
from core.delivery.models import Heartbeat
from core.workflows.models import WorkflowVersion
from tasks.queues import CALLBACKS, delivery_queue
from tests.collector import Collector
from tests.core.tracing.conftest import BROWSER, Submit
from tests.destination import Sink

pytestmark = pytest.mark.django_db(transaction=True)

BACKEND = Path(__file__).parents[3]
QUEUES = (delivery_queue("default"), CALLBACKS)
SECONDS = 120.0


@pytest.fixture(autouse=True)
def empty_queues() -> Iterator[None]:
    with current_app.connection_for_write() as broker:
        for queue in QUEUES:
            broker.default_channel.client.delete(queue)
        yield
        for queue in QUEUES:
            broker.default_channel.client.delete(queue)


@contextmanager
def process(log: Path, collector: Collector, *command: str) -> Iterator[None]:
    """A process on the database of this test, until the block ends."""
    database = urlsplit(os.environ["DATABASE_URL"])._replace(
        path=f"/{connection.settings_dict['NAME']}"
    )
    environment = os.environ | {
        "DATABASE_URL": database.geturl(),
        "DJANGO_SETTINGS_MODULE": "mysite.settings",
        "OTEL_EXPORTER_OTLP_ENDPOINT": collector.address,
        "WAYBILL_EGRESS_ALLOW": "127.0.0.1",
        "WAYBILL_LOG_FORMAT": "json",
    }
    with log.open("w") as file:
        running = subprocess.Popen(
            [sys.executable, *command], cwd=BACKEND, env=environment, stdout=file, stderr=file
        )
        try:
            yield
        finally:
            running.terminate()
            running.wait(60)


def wait_for_dispatcher(log: Path) -> None:
    """It notes its first sign of life once it listens."""
    until = time.monotonic() + SECONDS
    while not Heartbeat.objects.filter(name="dispatcher").exists():
        assert time.monotonic() < until, log.read_text()
        time.sleep(0.1)  # polls another process, bounded


def test_one_trace_over_api_dispatcher_and_worker(
    traced: Collector,
    submit: Submit,
    version: WorkflowVersion,
    sink: Sink,
    trace_id: str,
    tmp_path: Path,
) -> None:
    endpoint_create(
        organization=version.organization,
        url=f"http://127.0.0.1:{sink.port}/callback",
        kinds=list(CallbackKind),
        actor=SYSTEM,
    )
    dispatcher, worker = tmp_path / "dispatcher.log", tmp_path / "worker.log"
    celery = ("-m", "celery", "--app=mysite", "worker", "--concurrency=1", "--loglevel=INFO")
    route = "POST api/v1/workflows/<slug>/submissions"
    names = (route, "accept", "commit", "wake-up", "deliver", "claim", "send", "settle", "callback")
    with (
        process(dispatcher, traced, "manage.py", "dispatch"),
        process(worker, traced, *celery, f"--queues={','.join(QUEUES)}"),
    ):
        wait_for_dispatcher(dispatcher)
        submit()
        found = traced.trace(trace_id, *names, seconds=SECONDS)
    parents = {name: found[name].parent_span_id for name in names}
    assert parents == {
        route: bytes.fromhex(BROWSER),
        "accept": found[route].span_id,
        "commit": found["accept"].span_id,
        "wake-up": found["accept"].span_id,
        "deliver": found["wake-up"].span_id,
        "claim": found["commit"].span_id,
        "send": found["claim"].span_id,
        "settle": found["send"].span_id,
        "callback": found["commit"].span_id,
    }
    lines = [json.loads(line) for line in worker.read_text().splitlines() if line.startswith("{")]
    ended = [line for line in lines if line["event"] == "task ended" and line["task"] == "deliver"]
    assert trace_id in {line.get("trace_id") for line in ended}
