"""How long a claim is ours: the send's timeout and a grace.

A send begins within the first half of the grace and takes its timeout and the other half at most.
So it has ended when somebody else may take over what was claimed.
"""

from __future__ import annotations

import time

from django.conf import settings


def lease_seconds(timeout: float) -> float:
    """How long to claim for a send with this timeout."""
    return timeout + settings.WAYBILL_LEASE_GRACE_SECONDS


def send_seconds(timeout: float) -> float:
    """How long the whole send may take, however many exchanges it has."""
    return timeout + settings.WAYBILL_LEASE_GRACE_SECONDS / 2


def too_late_to_send(taken: float) -> bool:
    """Whether too much of a lease is over, for its holder stood still.

    ``taken``: `time.monotonic()` before the claim.
    """
    return time.monotonic() - taken > settings.WAYBILL_LEASE_GRACE_SECONDS / 2
