"""Plain Celery: one task per step, tuned as far as possible.

It sends the same request as Waybill's delivery and updates its row before and after it. It skips
everything else that Waybill does: attempts, events, fences, submission statuses, mapping
expressions, dependencies, traces, address checks. Each worker keeps its connections to PostgreSQL
and to the sink, with prepared statements. Celery runs without results, events or late
acknowledgement, so a killed worker loses its work.
"""

from __future__ import annotations

import http.client
import json
import logging
import os
import threading
from urllib.parse import urlsplit

import psycopg
from celery import Celery

from bench.baselines.statements import CLAIM, SETTLE

app = Celery("plain")
app.conf.update(
    broker_url=os.environ["BENCH_BROKER_URL"],
    task_default_queue="plain",
    task_ignore_result=True,
    worker_prefetch_multiplier=32,
    worker_send_task_events=False,
    worker_hijack_root_logger=False,
    worker_disable_rate_limits=True,
    broker_connection_retry_on_startup=True,
)
for _noisy in ("celery.app.trace", "celery.worker.strategy"):
    logging.getLogger(_noisy).setLevel(logging.WARNING)  # two lines per task are work too

_mine = threading.local()


def _database() -> psycopg.Connection[tuple[object, ...]]:
    if not hasattr(_mine, "database"):
        _mine.database = psycopg.connect(os.environ["DATABASE_URL"], autocommit=True)
        _mine.database.prepare_threshold = 0
    connection: psycopg.Connection[tuple[object, ...]] = _mine.database
    return connection


def _sink() -> http.client.HTTPConnection:
    if not hasattr(_mine, "sink"):
        parts = urlsplit(os.environ["BENCH_SINK_URL"])
        _mine.sink = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=30)
    connection: http.client.HTTPConnection = _mine.sink
    return connection


@app.task(name="plain.deliver")
def deliver(run_id: str, path: str) -> None:
    """Claim, send, settle: one step."""
    database = _database()
    row = database.execute(CLAIM, [run_id]).fetchone()
    if row is None:
        return
    answer = _post(path, json.dumps(row[0]), run_id)
    database.execute(SETTLE, [answer, run_id])


def _post(path: str, body: str, key: str) -> str:
    headers = {"Content-Type": "application/json", "Idempotency-Key": key}
    sink = _sink()
    sink.request("POST", path, body, headers)
    return sink.getresponse().read().decode()
