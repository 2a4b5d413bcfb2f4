"""How many workers a backlog deserves: one for each 30 s that its oldest piece has waited.

More at once, fewer only after ten quiet minutes and one at a time. `kubernetes/components/keda`
has the same rule and the same numbers.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

SECONDS_PER_WORKER = 30.0
UP_PAUSE_SECONDS = 60.0
"""Between two changes, so that new workers can show what they do."""
DOWN_PAUSE_SECONDS = 120.0
QUIET_SECONDS = 600.0
"""For how long fewer must have been enough before one goes."""
SMALLEST_STEP = 2
"""At most double, or two more."""

_LIMITS = re.compile(r"([\w-]+)=(\d+):(\d+)")


@dataclass(frozen=True)
class Rule:
    """A service, the queue that it takes from as metrics call it, and how many there may be."""

    service: str
    queue: str
    least: int
    most: int

    def __post_init__(self) -> None:
        if not 1 <= self.least <= self.most:
            raise ValueError(
                f"{self.service}={self.least}:{self.most} has to be at least 1, and the second"
                " number not smaller than the first"
            )


RULES = (
    Rule("worker-delivery", "default", 2, 10),
    Rule("worker-critical", "critical", 2, 6),
    Rule("worker-bulk", "bulk", 1, 4),
    Rule("worker-callbacks", "callbacks", 1, 6),
)


def rules_with(limits: str) -> tuple[Rule, ...]:
    """RULES, with limits of one's own: `worker-bulk=1:8,worker-delivery=3:20`.

    Raises ValueError for anything else.
    """
    given: dict[str, tuple[int, int]] = {}
    for part in filter(None, (each.strip() for each in limits.split(","))):
        found = _LIMITS.fullmatch(part)
        if found is None:
            raise ValueError(f"{part!r} is not like worker-bulk=1:8")
        service, least, most = found.groups()
        if service not in (scaled := [rule.service for rule in RULES]):
            raise ValueError(f"{service!r} is not scaled; {', '.join(scaled)} are")
        given[service] = (int(least), int(most))
    return tuple(
        Rule(rule.service, rule.queue, *given.get(rule.service, (rule.least, rule.most)))
        for rule in RULES
    )


@dataclass
class Watch:
    """What was seen of one service so far. Times are seconds of a clock that only goes forward."""

    rule: Rule
    seen: int | None = None
    changed_at: float = 0.0
    busy_at: float = 0.0

    def decide(self, now: int, age: float | None, at: float) -> int:
        """How many there should be: `now`, or another number between the limits.

        `now`: how many there are. `age`: seconds that the oldest due piece has waited, None if
        nobody knows; then the number stays, unless it is outside the limits.
        """
        if now != self.seen:
            # By us, a person or another autoscaler: whoever it was, the effect is not seen yet.
            self.busy_at = at if self.seen is None else self.busy_at
            self.seen, self.changed_at = now, at
        least, most = self.rule.least, self.rule.most
        if not least <= now <= most:
            return min(max(now, least), most)
        if age is None:
            self.busy_at = at
            return now
        wanted = min(max(math.ceil(age / SECONDS_PER_WORKER), least), most)
        if wanted >= now:
            self.busy_at = at
        if wanted > now and at - self.changed_at >= UP_PAUSE_SECONDS:
            return min(wanted, now + max(SMALLEST_STEP, now))
        quiet = at - self.busy_at >= QUIET_SECONDS
        if wanted < now and quiet and at - self.changed_at >= DOWN_PAUSE_SECONDS:
            return now - 1
        return now


def spread(regions: Mapping[str, int], total: int) -> dict[str, int]:
    """`total` workers over the regions that have some now, as evenly as can be.

    A region that gets none is 0. Raises ValueError without a region.
    """
    if not regions:
        raise ValueError("no region to place workers in")
    used = sorted(regions, key=lambda name: (-regions[name], name))
    each, more = divmod(total, len(used))
    return {name: each + (place < more) for place, name in enumerate(used)}
