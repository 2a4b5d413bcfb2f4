"""The oracle: compares the client's log with the destination's log."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from chaos.client import Accepted


@dataclass(frozen=True)
class Effect:
    """An effect at the destination. ``at``: seconds since 1970."""

    kind: str
    reference: str
    key: str
    at: float


@dataclass
class Verdict:
    """The result of a fault. ``lost``: accepted, but neither delivered nor reported as failed.

    ``doubled``: more than one effect for one reference. ``evidence``: Waybill's records of them.
    """

    accepted: int
    effects: int
    lost: list[str]
    doubled: list[str]
    unknown: int
    recovery_seconds: float
    broken: list[str] = field(default_factory=list)
    note: str = ""
    evidence: list[str] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        return not (self.lost or self.doubled or self.broken)


def read_effects(log: Path) -> list[Effect]:
    """The destination's log."""
    if not log.is_file():
        return []
    return [Effect(**json.loads(line)) for line in log.read_text().splitlines()]


def judge(
    accepted: Iterable[Accepted],
    effects: Iterable[Effect],
    ended: Mapping[str, str],
    *,
    fault_ended_at: float,
) -> Verdict:
    """Compare. ``ended``: each submission's last state by id, from the system under test."""
    promised = {each.reference: each for each in accepted}
    seen = list(effects)
    counts = Counter(effect.reference for effect in seen)
    mine = [effect for effect in seen if effect.reference in promised]
    states = {reference: ended.get(each.id, "gone") for reference, each in promised.items()}
    lost = [
        reference
        for reference, state in states.items()
        if state not in _ENDS or (state == "succeeded" and not counts[reference])
    ]
    # An effect at the destination must not be reported as failed: a person would send it again.
    denied = [ref for ref, state in states.items() if state in _DENIALS and counts[ref]]
    after = [effect.at - fault_ended_at for effect in mine if effect.at > fault_ended_at]
    return Verdict(
        accepted=len(promised),
        effects=len(mine),
        lost=sorted(lost),
        doubled=sorted(reference for reference, count in counts.items() if count > 1),
        unknown=sum(state == "needs_attention" for state in states.values()),
        recovery_seconds=round(max(after, default=0.0), 1),
        broken=[f"{ref} was delivered, but is reported {states[ref]}" for ref in denied],
    )


_DENIALS = {"failed", "cancelled"}
_ENDS = {"succeeded", "failed", "cancelled", "needs_attention"}
