"""Procrastinate, a task queue in PostgreSQL: one async task per step, tuned as far as possible.

It does the same work as `plain_celery`: the same request, with a row update before and after it. A
worker uses one asyncio loop. It keeps its connections to PostgreSQL, with prepared statements, and
to the sink.
"""

from __future__ import annotations

import json
import os

import aiohttp
from procrastinate import App, PsycopgConnector
from psycopg import AsyncConnection
from psycopg_pool import AsyncConnectionPool

from bench.baselines.statements import CLAIM, SETTLE

CONNECTIONS = 16

app = App(
    connector=PsycopgConnector(
        conninfo=os.environ["DATABASE_URL"], min_size=2, max_size=CONNECTIONS
    )
)


class Kept:
    """The connections that a worker keeps open between tasks."""

    session: aiohttp.ClientSession
    pool: AsyncConnectionPool[AsyncConnection[tuple[object, ...]]]


@app.task(name="queued.deliver", queue="queued")
async def deliver(run_id: str, path: str) -> None:
    """Claim, send, settle: one step."""
    async with Kept.pool.connection() as database:
        cursor = await database.execute(CLAIM, [run_id], prepare=True)
        row = await cursor.fetchone()
    if row is None:
        return
    headers = {"Content-Type": "application/json", "Idempotency-Key": run_id}
    url = f"{os.environ['BENCH_SINK_URL']}{path}"
    async with Kept.session.post(url, data=json.dumps(row[0]), headers=headers) as answer:
        text = await answer.text()
    async with Kept.pool.connection() as database:
        await database.execute(SETTLE, [text, run_id], prepare=True)
