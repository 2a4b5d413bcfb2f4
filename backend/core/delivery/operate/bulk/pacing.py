"""How many submissions of a bulk action are treated at once, and when."""

from __future__ import annotations

import time
from datetime import datetime, timedelta

from django.utils import timezone

MOST_TOGETHER = 25
LONGEST_SECONDS = 0.25
"""What a transaction is to take at most: so long a stop waits, and whoever wants one of its rows.
So much of a second's submissions may come at once, too."""
_SOME = 5
_TOO_LONG_SECONDS = 1.0
_CAUGHT_UP_SECONDS = 1.0
"""How far behind its rate an action may be and still make it up."""


class Pace:
    """One worker's pace with one action. ``until``: on the monotonic clock. ``paced_at``: when the
    turn of the latest submission came."""

    def __init__(self, rate_per_second: float, until: float, paced_at: datetime | None) -> None:
        self._rate = rate_per_second
        self._until = until
        self._turn = time.monotonic()
        self._size = _SOME
        if paced_at is not None:
            waited = (timezone.now() - paced_at).total_seconds()
            self._turn += max(0.0, 1 / rate_per_second - waited)

    def wait(self) -> int:
        """Wait for the next turns; how many may be treated, none when they come after our time."""
        if self._turn >= self._until or time.monotonic() >= self._until:
            return 0
        time.sleep(max(0.0, self._turn - time.monotonic()))
        return max(1, min(self._size, int(self._rate * LONGEST_SECONDS)))

    def took(self, count: int, seconds: float) -> None:
        """So many took so long: the next turns come later, and fewer or more come together."""
        begun = time.monotonic() - seconds
        self._turn = max(self._turn, begun - _CAUGHT_UP_SECONDS) + count / self._rate
        if seconds > LONGEST_SECONDS:
            # Mostly it is the statements that take long on a busy machine, and few submissions
            # need as many of them as some.
            fewest = 1 if seconds > _TOO_LONG_SECONDS else min(_SOME, count)
            self._size = max(fewest, count // 2)
        elif seconds < LONGEST_SECONDS / 2:
            self._size = max(self._size, min(MOST_TOGETHER, 2 * count))

    def last_turn(self, count: int) -> timedelta:
        """How long after the first of so many the turn of the last one is."""
        return timedelta(seconds=max(0, count - 1) / self._rate)
