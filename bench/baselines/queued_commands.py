"""`work CONCURRENCY` runs a worker of `queued`; `publish PATH` queues a job per step."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import sys
from typing import Any

import aiohttp
from psycopg_pool import AsyncConnectionPool

from bench.baselines.queued import CONNECTIONS, Kept, app, deliver
from bench.baselines.statements import READY


async def work(concurrency: int) -> None:
    """Run one worker until TERM."""
    pool = AsyncConnectionPool(
        os.environ["DATABASE_URL"],
        kwargs={"autocommit": True},
        min_size=2,
        max_size=CONNECTIONS,
        open=False,
    )
    connector = aiohttp.TCPConnector(limit=0)
    async with app.open_async(), pool, aiohttp.ClientSession(connector=connector) as session:
        Kept.pool, Kept.session = pool, session
        print(READY, flush=True)
        await app.run_worker_async(queues=["queued"], concurrency=concurrency)


async def publish(path: str) -> int:
    """Queue one job per step, for a newly filled table. Returns the number."""
    async with app.open_async():
        if not await app.check_connection_async():
            await app.schema_manager.apply_schema_async()
        rows = await app.connector.execute_query_all_async("SELECT id FROM bench_run")
        jobs: list[dict[str, Any]] = [{"run_id": str(row["id"]), "path": path} for row in rows]
        await deliver.batch_defer_async(*jobs)
        await app.connector.execute_query_async("ANALYZE procrastinate_jobs")
    return len(jobs)


if __name__ == "__main__":
    logging.disable(logging.INFO)  # a few lines per task are work too
    if sys.argv[1] == "work":
        asyncio.run(work(int(sys.argv[2])))
    else:
        print(json.dumps(asyncio.run(publish(sys.argv[2]))))
