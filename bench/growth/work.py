"""Claims and settles with the engine's own functions, without sending."""

from __future__ import annotations

import os
import time
from collections import Counter
from typing import Any

from core.delivery.claim import Claim, FairScheduler, claim_due, connection_queues_due
from core.delivery.outcome import Outcome, Signal
from core.delivery.run import process_tune
from core.delivery.settle import settle
from core.submissions.models import AttemptOutcome, StepStatus
from core.workflows.models import Queue

BATCH = 256
_WARM_UP_CLAIMS = 10
_IN_FLIGHT = 100_000


def work(seconds: float) -> dict[str, Any]:
    """Repeat: claim up to 256 over 32 connections, then settle them.

    Returns the number settled, the seconds, and the milliseconds of each claim and of each
    settlement.
    """
    process_tune()
    scheduler = FairScheduler(_IN_FLIGHT)
    scheduler.refresh(connection_queues_due(queue=Queue.DEFAULT))
    worker = f"bench:{os.getpid()}"
    claim_ms: list[float] = []
    settle_ms: list[float] = []
    settled = 0
    served: set[object] = set()
    for _ in range(_WARM_UP_CLAIMS):
        _settle(_claim(scheduler, worker)[0])
    began = time.monotonic()
    while (passed := time.monotonic() - began) < seconds:
        claims, took = _claim(scheduler, worker)
        claim_ms.append(1000 * took)
        served.update(claim.connection_id for claim in claims)
        ending = time.perf_counter()
        settled += _settle(claims)
        settle_ms.append(1000 * (time.perf_counter() - ending))
        scheduler.completed(claim.connection_id for claim in claims)
        if not scheduler:
            scheduler.refresh(connection_queues_due(queue=Queue.DEFAULT))
    return {
        "settled": settled,
        "seconds": passed,
        "claim_ms": claim_ms,
        "settle_ms": settle_ms,
        "connections_served": len(served),
    }


def _claim(scheduler: FairScheduler, worker: str) -> tuple[list[Claim], float]:
    quotas = scheduler.quotas(BATCH)
    began = time.perf_counter()
    claimed = claim_due(queue=Queue.DEFAULT, quotas=quotas, worker=worker)
    took = time.perf_counter() - began
    scheduler.claimed(quotas, Counter(claim.connection_id for claim in claimed.claims))
    scheduler.locked(claimed.locked)
    return claimed.claims, took


def _settle(claims: list[Claim]) -> int:
    if not claims:
        return 0
    ended = settle(held=claims, outcomes=[_delivered(claim) for claim in claims])
    stale: int = ended.stale
    return len(claims) - stale


def _delivered(claim: Claim) -> Outcome:
    """An outcome of the `rest` connector, of the usual size."""
    body = {"ref": claim.reference, **{name: str(value) for name, value in claim.data.items()}}
    request = {"method": "POST", "url": "http://127.0.0.1:9/customer", "body": body}
    return Outcome(
        step_run_id=claim.step_run_id,
        fence=claim.fence,
        claimed_at=claim.claimed_at,
        status=StepStatus.SUCCEEDED,
        attempt=AttemptOutcome.SUCCEEDED,
        output={"record": "1", "record_url": None, "status": 200, "body": {"id": 1}},
        record="1",
        request=request,
        response={
            "status": 200,
            "headers": {"Content-Type": "application/json"},
            "body": {"id": 1},
        },
        signal=Signal(answered=1),
    )
