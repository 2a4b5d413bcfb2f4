"""A thousand viewers, served by one event process."""

from __future__ import annotations

import asyncio
import http.client
import time
from dataclasses import dataclass, field

from dev.console import Problem, step

from bench.measures.latency import submit
from bench.metrics import Metric
from bench.percentiles import percentile
from bench.stack import BenchStack
from bench.workload import WORKFLOW, Workload

MOST_SECONDS = 10.0
_SUBMISSIONS = 20
_PATIENCE_SECONDS = 60.0
_AT_ONCE = 50
_STATE = b"event: snapshot"


def measure(stack: BenchStack, work: Workload) -> list[Metric]:
    """Each viewer watches one of a few submissions until everything has arrived."""
    title = f"{work.viewers:,} viewers of one event process"
    with step(title), stack.running("api", "stream"):
        seconds = asyncio.run(_Audience(stack, _tokens(stack)).watch(work.viewers))
    return [
        Metric("viewers_told_p50_s", percentile(seconds, 50), "s",
               f"{title}: the last step's end to its sight, p50"),
        Metric("viewers_told_all_s", seconds[-1], "s", "  the last of them",
               at_most=MOST_SECONDS),
    ]  # fmt: skip


def _tokens(stack: BenchStack) -> list[str]:
    api = http.client.HTTPConnection("127.0.0.1", stack.ports["api"], timeout=10)
    made = [submit(api, stack.api_key, WORKFLOW, number) for number in range(_SUBMISSIONS)]
    api.close()
    return [str(each["tracking_token"]) for each in made]


@dataclass
class _Audience:
    """Open streams. Each ends with its submission."""

    stack: BenchStack
    tokens: list[str]
    seated: int = 0
    opening: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_AT_ONCE))

    async def watch(self, viewers: int) -> list[float]:
        """Seconds from the last step's end until each viewer has seen it, ascending."""
        views = [
            asyncio.create_task(self._view(self.tokens[number % len(self.tokens)]))
            for number in range(viewers)
        ]
        await self._until_seated(views)
        with self.stack.running("dispatcher", "delivery"):
            done, late = await asyncio.wait(views, timeout=_PATIENCE_SECONDS)
        if late:
            raise Problem(f"{len(late)} of {viewers} viewers did not see the end.")
        finished = self._finished_at()
        return sorted(max(task.result() - finished, 0.0) for task in done)

    async def _until_seated(self, views: list[asyncio.Task[float]]) -> None:
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while self.seated < len(views):
            if time.monotonic() > deadline or any(view.done() for view in views):
                raise Problem(f"Only {self.seated} of {len(views)} streams were opened.")
            await asyncio.sleep(0.1)

    async def _view(self, token: str) -> float:
        """When a viewer saw the end, by the system's clock."""
        port = int(self.stack.variables["STREAM_PORT"])
        async with self.opening:
            reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2**20)
            request = f"GET /stream/track/{token} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n"
            writer.write(request.encode())
            await reader.readuntil(_STATE)
        self.seated += 1
        while True:
            state = await reader.readuntil(b"\n\n")
            if b'"status":"succeeded","headline"' in state:
                writer.close()
                return time.time()

    def _finished_at(self) -> float:
        query = (
            "SELECT extract(epoch FROM max(finished_at))::float8 FROM submissions_submissionstate"
        )
        with self.stack.database() as database:
            row = database.execute(query).fetchone()
        return float(row[0]) if row else 0.0
