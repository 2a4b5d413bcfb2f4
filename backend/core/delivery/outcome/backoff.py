"""The wait before the next try of a failed attempt.

Exponential with full jitter (AWS Architecture Blog, “Exponential Backoff And Jitter”).
The defaults are 5 s, 15 s, 45 s … up to 24 h: about fourteen tries within a step's three
days. A longer Retry-After of the destination wins.
"""

from __future__ import annotations

import math
import random

from waybill_definitions.document import RetryPolicy

_FLOOR_SECONDS = 1.0
_LONGEST_EXPONENT = 32


def jittered(shortest: float, longest: float, *, random_unit: float | None = None) -> float:
    """A uniformly random wait between the two, so that failed sends do not return together."""
    unit = random.random() if random_unit is None else random_unit  # noqa: S311  # jitter, no secret
    return shortest + (longest - shortest) * unit


def with_retry_after(own: float, asked: float | None, *, longest: float) -> float:
    """The larger of ``own`` and ``asked`` seconds; at most ``longest``.

    A negative, infinite or non-numeric ``asked`` is ignored.
    """
    if asked is None or not math.isfinite(asked) or asked < 0:
        return own
    return max(own, min(asked, longest))


def backoff_seconds(policy: RetryPolicy, tries: int, *, random_unit: float | None = None) -> float:
    """Seconds to wait after ``tries`` failed tries, between 1 s and the policy's cap."""
    exponent = min(max(tries - 1, 0), _LONGEST_EXPONENT)
    ceiling = min(policy.cap_seconds, policy.base_seconds * policy.factor**exponent)
    return max(_FLOOR_SECONDS, jittered(0.0, ceiling, random_unit=random_unit))


def retry_after_seconds(policy: RetryPolicy, asked: float | None, tries: int) -> float:
    """Seconds to wait when the destination asked for ``asked`` seconds, clamped to the cap."""
    own = min(backoff_seconds(policy, tries), policy.cap_seconds)
    return with_retry_after(own, asked, longest=policy.cap_seconds)
