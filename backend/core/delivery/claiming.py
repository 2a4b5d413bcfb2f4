"""One claim of a slice: within the rate limits, with its plans, blind ones committed twice."""

from __future__ import annotations

import time
import uuid
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from core.delivery.claims import Claim, claim_due, claims_going
from core.delivery.discretion import claims_open
from core.delivery.lanes import Lane
from core.delivery.limits import limited, rate_limits
from core.delivery.plans import Plan, plans_get
from core.kit.failpoints import failpoint
from core.submissions.live import Announcer
from integrations.sdk import Effect


@dataclass(frozen=True, slots=True)
class Batch:
    """``claims`` may be sent now. ``locked``: lanes that another worker was claiming from.

    ``held``: lanes that their rate limit keeps waiting.
    """

    claims: list[Claim] = field(default_factory=list)
    locked: list[Lane] = field(default_factory=list)
    held: list[Lane] = field(default_factory=list)


class Claiming:
    """Claims for one slice and keeps its plans. ``held_until``: when a rate limit next lets one go.

    Used on the thread of the database.
    """

    def __init__(self, queue: str, worker: str, announcer: Announcer) -> None:
        self.plans: dict[uuid.UUID, Plan] = {}
        self.held_until = 0.0
        self._queue = queue
        self._worker = worker
        self._announcer = announcer

    def claim(self, quotas: Mapping[Lane, int]) -> Batch:
        """Claim from these lanes, up to so many each."""
        allowed = self._within_rates(quotas)
        held = [lane for lane in quotas if lane not in allowed]
        if not allowed:
            return Batch(held=held)
        claimed = claim_due(queue=self._queue, quotas=allowed, worker=self._worker)
        _return_places(allowed, claimed.claims)
        unknown = {claim.step_id for claim in claimed.claims} - self.plans.keys()
        if unknown:
            self.plans.update(plans_get(unknown))
        if claimed.claims:
            failpoint("claimed")
        going = self._going(claims_open(claimed.claims, self.plans))
        self._announcer.announce(claim.submission_id for claim in going)
        return Batch(going, claimed.locked, held)

    def _within_rates(self, quotas: Mapping[Lane, int]) -> dict[Lane, int]:
        """The quotas cut to what the rate limits allow now, without the lanes that may not go."""
        wanted = {lane: quotas[lane] for lane in limited(quotas)}
        if not wanted:
            return dict(quotas)
        allowed = dict(quotas)
        for lane, grant in rate_limits().take(wanted).items():
            allowed[lane] = grant.count
            if not grant.count:
                del allowed[lane]
                self._hold(grant.wait_seconds)
        return allowed

    def _hold(self, seconds: float) -> None:
        now = time.monotonic()
        soonest = self.held_until if self.held_until > now else float("inf")
        self.held_until = min(soonest, now + seconds)

    def _going(self, claims: list[Claim]) -> list[Claim]:
        """Those that go on to the network: blind ones only with their second commit."""
        blind = [claim for claim in claims if self._goes_blind(claim)]
        if not blind:
            return claims
        mine = claims_going(blind)
        failpoint("sending")
        others = [claim for claim in claims if not self._goes_blind(claim)]
        return others + [claim for claim in blind if claim.step_run_id in mine]

    def _goes_blind(self, claim: Claim) -> bool:
        plan = self.plans.get(claim.step_id)
        if plan is None or plan.closed or claim.closed:
            return False  # nothing of it is sent
        return plan.effect is Effect.BLIND


def _return_places(allowed: Mapping[Lane, int], claims: list[Claim]) -> None:
    counts = Counter(claim.connection_id for claim in claims)
    unused = {lane: allowed[lane] - counts[lane.connection_id] for lane in limited(allowed)}
    left = {lane: count for lane, count in unused.items() if count > 0}
    if left:
        rate_limits().give_back(left)
