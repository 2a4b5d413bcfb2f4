"""The delivery loop: claim, send concurrently, settle in batches, until nothing is due.

All sends share one asyncio loop. One thread does all database work. So a slow statement
never delays a send, and claims and settlements keep their order. Thread, database
connection and announcer stay with the process: making them again took about half the time
of a slice with a single step.

At the end of its time a slice stops claiming and waits for sends in flight. While it waits for a
slow destination, it continues to serve the quick ones. So a send of half a minute delays no other
work.
"""

from __future__ import annotations

import asyncio
import functools
import time
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeVar

import structlog
from django.db import close_old_connections, connection

from core.delivery.claim import Claim, Claimer, FairScheduler, connection_queues_due
from core.delivery.outcome import Outcome
from core.delivery.run.latencies import Latencies
from core.delivery.run.pace import Pace, pace_configured
from core.delivery.run.process_tuning import process_tune
from core.delivery.send import OpenConnectors, attempt_not_begun, attempt_send
from core.delivery.settle import Settled, settle_with_retry
from core.metrics import attempts_time, loop_lag_watched
from core.postgres.tenancy import every_organization
from core.submissions.state import Announcer

log = structlog.get_logger(__name__)

Result = TypeVar("Result")
InFlight = dict["asyncio.Task[Outcome]", Claim]

_SCAN_SHARE = 0.05
"""Looking for connection queues takes at most this part of the time."""
_OVERTIME_SECONDS = 60.0
_FEW = 32
"""With so few sends in flight, waiting for more to complete would only delay dependants."""
_PATIENCE_SECONDS = 1.0
"""A slice waits this long for a rate limit, then ends. The dispatcher starts another one."""


@dataclass(slots=True)
class Report:
    """What a slice did. ``more``: work may be due, so a successor should continue."""

    claimed: int = 0
    settled: int = 0
    stale: int = 0
    more: bool = False


def deliver_queue(
    *,
    queue: str,
    worker: str,
    pace: Pace | None = None,
    stopping: Callable[[], bool] = lambda: False,
) -> Report:
    """Deliver a queue's due step runs until none is due or the time slice ends.

    The slice keeps checking ``stopping``. Once it is true, the slice claims nothing more. Sends in
    flight have the pace's ``stop_seconds`` to complete; the rest is given back at once.
    """
    process_tune()
    return asyncio.run(_Slice(queue, worker, pace or pace_configured(), stopping).run())


class _Slice:
    def __init__(self, queue: str, worker: str, pace: Pace, stopping: Callable[[], bool]) -> None:
        self.queue = queue
        self.pace = pace
        self.stopping = stopping
        self.report = Report()
        self.ends = time.monotonic() + pace.slice_seconds
        self.stop_at: float | None = None
        self.scheduler = FairScheduler(pace.in_flight)
        self.claiming = Claimer(queue, worker, _announcer())
        self.latencies = Latencies()
        self.in_flight: InFlight = {}
        self.completed: list[asyncio.Task[Outcome]] = []
        self.any_completed = asyncio.Event()
        self.failure: Exception | None = None
        self.scan_at = 0.0
        self.claim_at = 0.0
        self.changed = False
        """Something was settled since the last look, so there may be new room or work."""

    async def run(self) -> Report:
        await self._db(_begin_session)
        async with OpenConnectors() as self.connectors, loop_lag_watched():
            while True:
                await self._guarded(self._claim)
                if self.in_flight:
                    await self._guarded(self._collect)
                    continue
                if self.failure is not None:
                    raise self.failure
                pause = self._pause()
                if pause is None:
                    return self.report
                await asyncio.sleep(pause)

    async def _guarded(self, work: Callable[[], Awaitable[None]]) -> None:
        """After a failure, claim no more. Sends in flight complete before it is raised."""
        try:
            await work()
        except Exception as error:
            log.exception("slice failed", queue=self.queue, in_flight=len(self.in_flight))
            self.failure = self.failure or error

    def _may_claim(self) -> bool:
        """Not after a stop. After the end, only while we wait for a slow destination."""
        now = time.monotonic()
        if self.stop_at is None and self.stopping():
            self.stop_at = now + self.pace.stop_seconds
        if self.failure is not None:
            return False
        if self.stop_at is None and now < self.ends:
            return True
        self.report.more = True
        overtime = self.stop_at is None and now < self.ends + _OVERTIME_SECONDS
        return overtime and self.latencies.waiting_for_slow()

    def _pause(self) -> float | None:
        """With nothing in flight: seconds until the next look; None when nothing is due."""
        if not self._may_claim():
            return None
        now = time.monotonic()
        if self.scheduler:
            return max(0.0, self.claim_at - now)
        if self.changed:
            self.scan_at = 0.0
            return 0.0
        held = self.claiming.held_until - now
        return min(held, self.pace.poll_seconds) if 0 < held < _PATIENCE_SECONDS else None

    async def _claim(self) -> None:
        """Claim until the slice is full or nothing more is due."""
        while self._may_claim() and time.monotonic() >= self.claim_at:
            room = min(self.pace.in_flight - len(self.in_flight), self.pace.batch)
            if room <= 0 or not await self._scan():
                return
            await self._claim_batch(room)

    async def _scan(self) -> bool:
        """Whether any connection queue is in line. Looks for new ones when it is time."""
        began = time.monotonic()
        if began >= self.scan_at:
            queues = await self._db(lambda: connection_queues_due(queue=self.queue))
            if began >= self.ends:
                queues = self.latencies.quick(queues)
            self.scheduler.refresh(queues)
            self.changed = False
            now = time.monotonic()
            self.scan_at = now + max(self.pace.poll_seconds, (now - began) / _SCAN_SHARE)
        return bool(self.scheduler)

    async def _claim_batch(self, room: int) -> None:
        quotas = self.scheduler.quotas(room)
        if not quotas:
            return
        batch = await self._db(lambda: self.claiming.claim(quotas))
        self.scheduler.claimed(quotas, Counter(claim.connection_id for claim in batch.claims))
        for held in batch.held:
            self.scheduler.hold(held)
            self.scan_at = min(self.scan_at, self.claiming.held_until)
        self.scheduler.locked(batch.locked)
        if not batch.claims and batch.locked:
            self.claim_at = time.monotonic() + self.pace.locked_seconds
        self.report.claimed += len(batch.claims)
        for claim in batch.claims:
            self._send(claim)

    def _send(self, claim: Claim) -> None:
        plan = self.claiming.plans.get(claim.step_id)
        task = asyncio.create_task(attempt_send(claim, plan, self.connectors))
        self.in_flight[task] = claim
        self.latencies.started(claim)
        task.add_done_callback(self._note_completed)

    def _note_completed(self, task: asyncio.Task[Outcome]) -> None:
        self.completed.append(task)
        self.any_completed.set()

    async def _collect(self) -> None:
        """Settle ended sends. Waits for the first, at most until the next look for work."""
        look_at = self.claim_at if self.scheduler else self.scan_at
        wait = min(self.pace.poll_seconds, max(0.001, look_at - time.monotonic()))
        with suppress(TimeoutError):
            async with asyncio.timeout(wait):
                await self.any_completed.wait()
        if self.stop_at is not None and time.monotonic() >= self.stop_at:
            await self._interrupt()
        if not self.completed:
            return
        await self._gather()
        tasks, self.completed = self.completed, []
        self.any_completed.clear()
        await self._settle({task: self.in_flight.pop(task) for task in tasks})

    async def _gather(self) -> None:
        """Wait a moment for more to complete; longer while many are in flight."""
        busy = len(self.in_flight) > _FEW
        seconds = self.pace.busy_gather_seconds if busy else self.pace.gather_seconds
        enough = min(len(self.in_flight), self.pace.batch)
        until = time.monotonic() + seconds
        while len(self.completed) < enough and time.monotonic() < until:  # noqa: ASYNC110  # a pause is meant
            await asyncio.sleep(self.pace.gather_seconds)

    async def _interrupt(self) -> None:
        """Cancel sends that did not complete in time. They end as interrupted."""
        for task in self.in_flight:
            task.cancel()
        await asyncio.wait(self.in_flight)
        await asyncio.sleep(0)

    async def _settle(self, ended: InFlight) -> None:
        claims = list(ended.values())
        outcomes = [self._outcome(task, claim) for task, claim in ended.items()]
        settled = await self._db(lambda: self._settle_and_announce(claims, outcomes))
        self.report.settled += len(outcomes) - settled.stale
        self.report.stale += settled.stale
        self.scheduler.completed(claim.connection_id for claim in claims)
        self._count_attempts(claims)
        self.changed = True
        if any(place.queue == self.queue for place in settled.due):
            self.scan_at = 0.0

    def _count_attempts(self, claims: Sequence[Claim]) -> None:
        took: dict[str, list[float]] = defaultdict(list)
        for claim, seconds in zip(claims, self.latencies.completed(claims), strict=True):
            plan = self.claiming.plans.get(claim.step_id)
            took[plan.connection.connector if plan else ""].append(seconds)
        for connector, seconds_each in took.items():
            attempts_time(connector, seconds_each)

    def _outcome(self, task: asyncio.Task[Outcome], claim: Claim) -> Outcome:
        """The outcome of `attempt_send`, or of an attempt cancelled before it began."""
        plan = self.claiming.plans.get(claim.step_id)
        return attempt_not_begun(claim, plan) if task.cancelled() else task.result()

    def _settle_and_announce(self, claims: Sequence[Claim], outcomes: Sequence[Outcome]) -> Settled:
        settled = settle_with_retry(claims=claims, outcomes=outcomes, own_queue=self.queue)
        _announcer().announce(settled.submission_ids)
        return settled

    async def _db(self, work: Callable[[], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(_database_thread(), _scoped(work))


def _scoped(work: Callable[[], Result]) -> Callable[[], Result]:
    def run() -> Result:
        with every_organization("a slice serves the connections of all in turn"):
            return work()

    return run


def _begin_session() -> None:
    """Disable sequential scans: every statement of the loop has an index. Prepared plans live
    long, and one made on an empty table would choose a sequential scan."""
    close_old_connections()
    with connection.cursor() as cursor:
        cursor.execute("SET enable_seqscan = off")


@functools.cache
def _database_thread() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1, thread_name_prefix="delivery-db")


@functools.cache
def _announcer() -> Announcer:
    return Announcer()
