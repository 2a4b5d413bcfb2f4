"""The plain way: one Celery task per step, tuned as far as it goes.

It sends the same request and makes the same row changes as Waybill's delivery: lease, fence
and attempt before the network; attempt, step run and submission after it. It is spared what
Waybill also does: mapping expressions, dependencies, redacted traces, checks of the address.
It talks to PostgreSQL and to the sink over connections that each worker keeps, with prepared
statements and pipelines, and to Celery without results, events or late acknowledgement.
"""

from __future__ import annotations

import http.client
import json
import os
import threading
from urllib.parse import urlsplit

import psycopg
from celery import Celery

app = Celery("plain")
app.conf.update(
    broker_url=os.environ["BENCH_BROKER_URL"],
    task_default_queue="plain",
    task_ignore_result=True,
    worker_prefetch_multiplier=32,
    worker_send_task_events=False,
    worker_hijack_root_logger=False,
    broker_connection_retry_on_startup=True,
)

_CLAIM = """
WITH taken AS (
    UPDATE submissions_steprun
    SET status = 'sending', fence = fence + 1, tries = tries + 1, next_attempt_at = NULL,
        lease_until = now() + interval '60 s'
    WHERE id = %s AND status IN ('ready', 'waiting', 'blocked')
    RETURNING id, organization_id, submission_id, fence, tries, position
), noted AS (
    INSERT INTO submissions_attempt
        (id, organization_id, step_run_id, number, fence, worker, outcome, started_at,
         error_kind, message)
    SELECT gen_random_uuid(), organization_id, id, tries, fence, 'plain', 'sending',
           clock_timestamp(), '', ''
    FROM taken
)
SELECT taken.submission_id, taken.fence, taken.position, submission.reference, submission.data
FROM taken JOIN submissions_submission AS submission ON submission.id = taken.submission_id
"""
_END_ATTEMPT = """
UPDATE submissions_attempt
SET outcome = 'succeeded', ended_at = clock_timestamp(), request = %s, response = %s
WHERE step_run_id = %s AND fence = %s
"""
_END_RUN = """
UPDATE submissions_steprun
SET status = 'succeeded', lease_until = NULL, output = %s, record = %s, finished_at = now()
WHERE id = %s AND fence = %s AND status = 'sending'
"""
_LOCK = "SELECT id FROM submissions_submission WHERE id = %s FOR NO KEY UPDATE"
_REFRESH = """
UPDATE submissions_submission
SET status = CASE WHEN left_over THEN 'delivering' ELSE 'succeeded' END,
    finished_at = CASE WHEN left_over THEN NULL ELSE now() END
FROM (SELECT bool_or(status <> 'succeeded') AS left_over
      FROM submissions_steprun WHERE submission_id = %(id)s) AS runs
WHERE id = %(id)s
"""

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
def deliver(step_run_id: str) -> None:
    """Claim, send, settle: one step."""
    database = _database()
    row = database.execute(_CLAIM, [step_run_id]).fetchone()
    if row is None:
        return
    submission_id, fence, position, reference, data = row
    body = json.dumps({"ref": f"{reference}/{position}", "data": data})
    answer, status = _post(body, step_run_id)
    request = json.dumps({"method": "POST", "body": json.loads(body)})
    response = json.dumps({"status": status, "body": answer})
    output = json.dumps({"record": str(answer["id"]), "status": status, "body": answer})
    with database.pipeline(), database.transaction():
        database.execute(_LOCK, [submission_id])
        database.execute(_END_ATTEMPT, [request, response, step_run_id, fence])
        database.execute(_END_RUN, [output, str(answer["id"]), step_run_id, fence])
        database.execute(_REFRESH, {"id": submission_id})


def _post(body: str, key: str) -> tuple[dict[str, int], int]:
    headers = {"Content-Type": "application/json", "Idempotency-Key": key}
    sink = _sink()
    sink.request("POST", "/plain", body, headers)
    answer = sink.getresponse()
    parsed: dict[str, int] = json.loads(answer.read())
    return parsed, answer.status
