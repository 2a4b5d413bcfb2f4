"""What a batch of attempts says about each connection."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signal:
    """Counts of sends that were answered, failed or throttled. ``refused``: our sign-in was.

    ``cool_seconds``: the longest pause that the destination asked for.
    """

    answered: int = 0
    failed: int = 0
    throttled: int = 0
    cool_seconds: float | None = None
    refused: str = ""

    def __add__(self, other: Signal) -> Signal:
        asked = (self.cool_seconds, other.cool_seconds)
        pauses = [each for each in asked if each is not None and math.isfinite(each) and each >= 0]
        return Signal(
            answered=self.answered + other.answered,
            failed=self.failed + other.failed,
            throttled=self.throttled + other.throttled,
            cool_seconds=max(pauses, default=None),
            refused=self.refused or other.refused,
        )
