"""The delivery loop: claim, send concurrently, settle in batches, until nothing is due.

All sends share one asyncio loop. The database is used from one thread of its own, so a
slow statement never holds up a send, and claims and settlements keep their order. Thread,
database connection and announcer stay with the process: making them anew cost a slice with
a single step about half of its time.
"""

from __future__ import annotations

import asyncio
import functools
import time
import uuid
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

import structlog
from django.db import close_old_connections

from core.delivery.claims import Claim, claim_due
from core.delivery.open_connectors import OpenConnectors
from core.delivery.outcomes import Outcome
from core.delivery.plans import Plan, plans_get
from core.delivery.sending import attempt
from core.delivery.settling import Settled, settle
from core.submissions.live import Announcer

log = structlog.get_logger(__name__)

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Pace:
    """``in_flight``: sends at once. ``slice_seconds``: no new claims after it; what flies, lands.

    ``batch``: rows per claim, so that one statement stays short. ``poll_seconds``: how soon
    a run that came due meanwhile is seen while others are still in flight.
    ``gather_seconds``: what lands so soon after the first is written with it.
    """

    in_flight: int = 256
    batch: int = 128
    slice_seconds: float = 20.0
    poll_seconds: float = 0.05
    gather_seconds: float = 0.003


@dataclass(slots=True)
class Report:
    """What a slice did; ``more``: work may be due, a successor should go on."""

    claimed: int = 0
    settled: int = 0
    stale: int = 0
    more: bool = False


def deliver_queue(*, queue: str, worker: str, pace: Pace | None = None) -> Report:
    """Deliver a queue's due step runs until none is due or the time slice ends."""
    return asyncio.run(_Slice(queue, worker, pace or Pace()).run())


class _Slice:
    def __init__(self, queue: str, worker: str, pace: Pace) -> None:
        self.queue = queue
        self.worker = worker
        self.pace = pace
        self.report = Report()
        self.ends = time.monotonic() + pace.slice_seconds
        self.plans: dict[uuid.UUID, Plan] = {}
        self.flying: dict[asyncio.Task[Outcome], Claim] = {}
        self.claim_at = 0.0
        self.announcer = _announcer()

    async def run(self) -> Report:
        await self._db(close_old_connections)
        async with OpenConnectors() as self.connectors:
            await self._until_nothing_is_due()
        return self.report

    async def _until_nothing_is_due(self) -> None:
        while True:
            await self._claim()
            if not self.flying:
                return
            landed = await self._landed()
            if landed:
                await self._settle(landed)

    async def _claim(self) -> None:
        room = min(self.pace.in_flight - len(self.flying), self.pace.batch)
        now = time.monotonic()
        if now >= self.ends:
            self.report.more = True
            return
        if room <= 0 or now < self.claim_at:
            return
        claims = await self._db(lambda: self._claim_with_plans(room))
        self.claim_at = 0.0 if len(claims) == room else now + self.pace.poll_seconds
        self.report.claimed += len(claims)
        for claim in claims:
            sending = attempt(claim, self.plans.get(claim.step_id), self.connectors)
            self.flying[asyncio.create_task(sending)] = claim

    def _claim_with_plans(self, room: int) -> list[Claim]:
        claims = claim_due(queue=self.queue, limit=room, worker=self.worker)
        unknown = {claim.step_id for claim in claims} - self.plans.keys()
        if unknown:
            self.plans.update(plans_get(unknown))
        self.announcer.announce(claim.submission_id for claim in claims)
        return claims

    async def _landed(self) -> dict[asyncio.Task[Outcome], Claim]:
        """The attempts that ended, waiting for the first, at most until the next claim."""
        await asyncio.wait(
            self.flying, timeout=self.pace.poll_seconds, return_when=asyncio.FIRST_COMPLETED
        )
        if any(task.done() for task in self.flying):
            await asyncio.wait(self.flying, timeout=self.pace.gather_seconds)
        done = [task for task in self.flying if task.done()]
        return {task: self.flying.pop(task) for task in done}

    async def _settle(self, landed: dict[asyncio.Task[Outcome], Claim]) -> None:
        outcomes = [task.result() for task in landed]
        settled = await self._db(lambda: self._settle_and_announce(outcomes, list(landed.values())))
        self.report.settled += len(outcomes) - settled.stale
        self.report.stale += settled.stale
        if settled.unlocked_queues:
            self.claim_at = 0.0

    def _settle_and_announce(self, outcomes: Sequence[Outcome], claims: Sequence[Claim]) -> Settled:
        settled = settle(
            outcomes=outcomes,
            submission_ids={claim.submission_id for claim in claims},
            own_queue=self.queue,
        )
        self.announcer.announce(settled.submission_ids)
        return settled

    async def _db(self, work: Callable[[], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(_database_thread(), work)


@functools.cache
def _database_thread() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1, thread_name_prefix="delivery-db")


@functools.cache
def _announcer() -> Announcer:
    return Announcer()
