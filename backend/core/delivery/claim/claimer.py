"""One claim of a slice: rate limits, plans, and a second commit for blind sends."""

from __future__ import annotations

import time
import uuid
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from core.delivery.claim.connection_queues import ConnectionQueue
from core.delivery.claim.due_runs import Claim, claim_due, claims_begin_sending
from core.delivery.claim.rate_limits import limited, rate_limits
from core.delivery.claim.step_plans import Plan, plans_get
from core.delivery.claim.unseal import claims_unseal
from core.failpoints import failpoint
from core.metrics import claim_count
from core.submissions.state import Announcer
from core.tracing import TraceContext, span_record, trace_current, tracing_on
from integrations.sdk import Effect
from waybill_definitions.expressions import MappingFailed


@dataclass(frozen=True, slots=True)
class Batch:
    """``claims`` may be sent now. ``locked``: queues that another worker was claiming from.

    ``held``: queues that their rate limit keeps waiting.
    """

    claims: list[Claim] = field(default_factory=list)
    locked: list[ConnectionQueue] = field(default_factory=list)
    held: list[ConnectionQueue] = field(default_factory=list)


class Claimer:
    """Claims for one slice and keeps its plans. ``held_until``: when a rate limit next allows one.

    Runs on the database thread.
    """

    def __init__(self, queue_name: str, worker: str, announcer: Announcer) -> None:
        self.plans: dict[uuid.UUID, Plan] = {}
        self.held_until = 0.0
        self._queue_name = queue_name
        self._worker = worker
        self._announcer = announcer
        self._slice = trace_current()

    def claim(self, quotas: Mapping[ConnectionQueue, int]) -> Batch:
        """Claim from these queues, up to so many each."""
        started, began = time.perf_counter(), time.time_ns()
        batch = self._claim(quotas)
        claim_count(self._queue_name, len(batch.claims), time.perf_counter() - started)
        if tracing_on():
            self._trace(batch.claims, began)
        return batch

    def _trace(self, claims: list[Claim], began: int) -> None:
        """One statement claims for many, so the same time is in the trace of each."""
        for claim in claims:
            accepted = TraceContext.from_bytes(claim.trace)
            if accepted is not None:
                claim.traced = span_record(
                    "claim",
                    parent=accepted,
                    link=self._slice,
                    started=began,
                    attributes={
                        "waybill.queue": self._queue_name,
                        "waybill.submission_id": str(claim.submission_id),
                        "waybill.step_run_id": str(claim.step_run_id),
                        "waybill.claimed": len(claims),
                    },
                )

    def _claim(self, quotas: Mapping[ConnectionQueue, int]) -> Batch:
        allowed = self._within_rates(quotas)
        held = [queue for queue in quotas if queue not in allowed]
        if not allowed:
            return Batch(held=held)
        claimed = claim_due(queue=self._queue_name, quotas=allowed, worker=self._worker)
        _return_places(allowed, claimed.claims)
        unknown = {claim.step_id for claim in claimed.claims} - self.plans.keys()
        if unknown:
            self.plans.update(plans_get(unknown))
        if claimed.claims:
            failpoint("claimed")
        sendable = self._sendable(claims_unseal(claimed.claims, self.plans))
        self._announcer.announce(claim.submission_id for claim in sendable)
        return Batch(sendable, claimed.locked, held)

    def _within_rates(self, quotas: Mapping[ConnectionQueue, int]) -> dict[ConnectionQueue, int]:
        """The quotas, reduced to what the rate limits allow now, without waiting queues."""
        wanted = {queue: quotas[queue] for queue in limited(quotas)}
        if not wanted:
            return dict(quotas)
        allowed = dict(quotas)
        for queue, grant in rate_limits().take(wanted).items():
            allowed[queue] = grant.count
            if not grant.count:
                del allowed[queue]
                self._hold(grant.wait_seconds)
        return allowed

    def _hold(self, seconds: float) -> None:
        now = time.monotonic()
        soonest = self.held_until if self.held_until > now else float("inf")
        self.held_until = min(soonest, now + seconds)

    def _sendable(self, claims: list[Claim]) -> list[Claim]:
        """The claims that may be sent. Blind ones get their second commit first."""
        blind = [claim for claim in claims if self._is_sent_blindly(claim)]
        if not blind:
            return claims
        lost = {claim.step_run_id for claim in blind} - claims_begin_sending(blind)
        failpoint("sending")
        return [claim for claim in claims if claim.step_run_id not in lost]

    def _is_sent_blindly(self, claim: Claim) -> bool:
        plan = self.plans.get(claim.step_id)
        if plan is None or plan.closed or claim.closed:
            return False  # nothing of it is sent
        return plan.effect is Effect.BLIND and _may_be_needed(claim, plan)


def _may_be_needed(claim: Claim, plan: Plan) -> bool:
    """False if its condition is false: then nothing is sent. The answer is kept for the attempt.

    If it cannot be computed, the attempt says why.
    """
    if plan.condition is None:
        return True
    try:
        claim.needed = plan.condition.compute(claim.context)
    except MappingFailed:
        return True
    return claim.needed


def _return_places(allowed: Mapping[ConnectionQueue, int], claims: list[Claim]) -> None:
    counts = Counter(claim.connection_id for claim in claims)
    unused = {queue: allowed[queue] - counts[queue.connection_id] for queue in limited(allowed)}
    left = {queue: count for queue, count in unused.items() if count > 0}
    if left:
        rate_limits().give_back(left)
