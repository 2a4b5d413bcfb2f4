"""The same POSTs as a step sends, from one process, without storage or checks.

`python -m bench.baselines.raw_posts IN_FLIGHT SECONDS` prints the answered POSTs per second.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
import uuid

import aiohttp

from bench.samples import step_body

WARM_UP_SECONDS = 0.5


async def post(url: str, in_flight: int, seconds: float) -> float:
    """POSTs per second. Each sender sends its next POST after the last answer."""
    begins = time.monotonic() + WARM_UP_SECONDS
    ends = begins + seconds
    answered = 0

    async def sender(session: aiohttp.ClientSession, number: int) -> None:
        nonlocal answered
        while time.monotonic() < ends:
            headers = {"Content-Type": "application/json", "Idempotency-Key": str(uuid.uuid4())}
            body = json.dumps(step_body(f"RAW/{number}", number))
            async with session.post(url, data=body, headers=headers) as answer:
                await answer.read()
            if begins <= time.monotonic() < ends:
                answered += 1

    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(connector=connector) as session:
        await asyncio.gather(*(sender(session, number) for number in range(in_flight)))
    return answered / seconds


if __name__ == "__main__":
    rate = asyncio.run(
        post(f"{os.environ['BENCH_SINK_URL']}/raw", int(sys.argv[1]), float(sys.argv[2]))
    )
    print(json.dumps(rate))
