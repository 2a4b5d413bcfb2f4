"""The callbacks' loop: claim, send concurrently, settle in batches, until nothing is due.

A receiver that hangs keeps its own few sends in flight; claims and settlements for others go on.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass

from asgiref.sync import sync_to_async

from core.callbacks.claim import callbacks_claim
from core.callbacks.messages import Message, messages_of
from core.callbacks.models import CallbackStatus, Purpose
from core.callbacks.outcome import CallbackOutcome
from core.callbacks.send import callback_send, receivers_network
from core.callbacks.settle import callbacks_settle_with_retry
from core.metrics import callback_count, loop_lag_watched

IN_FLIGHT = 64
_POLL_SECONDS = 1.0
_GATHER_SECONDS = 0.05

InFlight = set["asyncio.Task[CallbackOutcome]"]


@dataclass(slots=True)
class CallbackReport:
    """What a slice did. ``stale``: settled too late, another held the callback by then."""

    claimed: int = 0
    settled: int = 0
    stale: int = 0
    succeeded: int = 0


def callbacks_deliver(
    *,
    seconds: float,
    stopping: Callable[[], bool] = lambda: False,
    purpose: Purpose = Purpose.SUBMISSIONS,
) -> CallbackReport:
    """Send due callbacks until there are none, claiming new ones for so long at most."""
    report = CallbackReport()
    asyncio.run(_deliver(report, purpose, time.monotonic() + seconds, stopping))
    return report


async def _deliver(
    report: CallbackReport, purpose: Purpose, until: float, stopping: Callable[[], bool]
) -> None:
    in_flight: InFlight = set()
    async with receivers_network() as network, loop_lag_watched():
        while True:
            if time.monotonic() < until and not stopping() and len(in_flight) < IN_FLIGHT:
                messages = await sync_to_async(_claim)(purpose, IN_FLIGHT - len(in_flight))
                report.claimed += len(messages)
                for message in messages:
                    in_flight.add(asyncio.create_task(callback_send(network, message)))
            if not in_flight:
                return
            await _settle(report, in_flight)


def _claim(purpose: Purpose, room: int) -> list[Message]:
    return messages_of(callbacks_claim(limit=room, purpose=purpose))


async def _settle(report: CallbackReport, in_flight: InFlight) -> None:
    """Settle what completed, waiting for the first, and a moment for more."""
    await asyncio.wait(in_flight, return_when=asyncio.FIRST_COMPLETED, timeout=_POLL_SECONDS)
    await asyncio.wait(in_flight, timeout=_GATHER_SECONDS)
    completed = {task for task in in_flight if task.done()}
    in_flight -= completed
    if not completed:
        return
    outcomes = [task.result() for task in completed]
    settled = await sync_to_async(callbacks_settle_with_retry)(outcomes)
    for outcome in outcomes:
        callback_count(outcome.status, (outcome.ended_at - outcome.started_at).total_seconds())
    report.settled += settled
    report.stale += len(outcomes) - settled
    report.succeeded += sum(each.status is CallbackStatus.SUCCEEDED for each in outcomes)
