"""The length of a lease: the send's timeout plus a grace period.

A send begins within the first half of the grace period. It takes at most its timeout plus the other
half. So it has ended when another worker may take over the claim.
"""

from __future__ import annotations

import time

from django.conf import settings


def lease_seconds(timeout: float) -> float:
    """The lease for a send with this timeout."""
    return timeout + settings.WAYBILL_LEASE_GRACE_SECONDS


def send_seconds(timeout: float) -> float:
    """The time limit of the whole send, with all its exchanges."""
    return timeout + settings.WAYBILL_LEASE_GRACE_SECONDS / 2


def too_late_to_send(taken: float) -> bool:
    """Whether too much of a lease has passed because its holder was suspended.

    ``taken``: `time.monotonic()` before the claim.
    """
    return time.monotonic() - taken > settings.WAYBILL_LEASE_GRACE_SECONDS / 2
