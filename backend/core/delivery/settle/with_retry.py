"""Settling that does not give up while the leases run: what was sent must be written down.

A batch with an outcome that cannot be stored is halved until that outcome stands alone. So one
destination's answer costs its own attempt the record of it, and no other attempt anything.
"""

from __future__ import annotations

import time
from collections.abc import Sequence

import structlog
from django.conf import settings
from django.db import InterfaceError, OperationalError, close_old_connections

from core.delivery.claim import Claim
from core.delivery.outcome import Outcome, without_evidence
from core.delivery.settle.settlement import Settled, settle

log = structlog.get_logger(__name__)

_PAUSE_SECONDS = 0.5
_TOO_COMPLEX = "54"
"""Class of SQLSTATE: the statement is at fault, although Django calls it operational."""


def settle_with_retry(
    *, claims: Sequence[Claim], outcomes: Sequence[Outcome], own_queue: str | None = None
) -> Settled:
    """`settle`, again and again while the database is away, for as long as leases are safe.

    Raises the database's error when its time is over: then the sweeper decides by effect class.
    """
    until = time.monotonic() + settings.WAYBILL_LEASE_GRACE_SECONDS
    return _settle(claims, outcomes, own_queue, until)


def _settle(
    claims: Sequence[Claim], outcomes: Sequence[Outcome], own_queue: str | None, until: float
) -> Settled:
    try:
        return _patiently(claims, outcomes, own_queue, until)
    except Exception as error:
        if _is_away(error):
            raise
        if len(claims) > 1:
            half = len(claims) // 2
            first = _settle(claims[:half], outcomes[:half], own_queue, until)
            return first + _settle(claims[half:], outcomes[half:], own_queue, until)
        log.exception("outcome cannot be stored", step_run_id=str(claims[0].step_run_id))
        return _alone(claims[0], outcomes[0], own_queue, until)


def _alone(claim: Claim, outcome: Outcome, own_queue: str | None, until: float) -> Settled:
    """One that could not be stored whole: with its record, else without."""
    for bare in (without_evidence(outcome, outcome.record), without_evidence(outcome)):
        try:
            return _patiently([claim], [bare], own_queue, until)
        except Exception as error:
            if _is_away(error):
                raise
            log.exception("outcome cannot be stored", step_run_id=str(claim.step_run_id))
    return Settled(frozenset(), frozenset(), stale=1)  # the sweeper settles it by effect class


def _patiently(
    claims: Sequence[Claim], outcomes: Sequence[Outcome], own_queue: str | None, until: float
) -> Settled:
    while True:
        try:
            return settle(held=claims, outcomes=outcomes, own_queue=own_queue)
        except Exception as error:
            if not _is_away(error) or time.monotonic() > until:
                raise
            log.warning("outcomes wait for the database", error=type(error).__name__)
            time.sleep(_PAUSE_SECONDS)
            close_old_connections()


def _is_away(error: Exception) -> bool:
    """Whether the database failed, and not the statement."""
    if isinstance(error, InterfaceError):
        return True
    sqlstate: str = getattr(error.__cause__, "sqlstate", None) or ""
    return isinstance(error, OperationalError) and not sqlstate.startswith(_TOO_COMPLEX)
