"""Settling that does not give up while the leases run: what was sent must be written down."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

import structlog
from django.conf import settings
from django.db import DataError, InterfaceError, OperationalError, close_old_connections

from core.delivery.claim import Claim
from core.delivery.outcome import Outcome
from core.delivery.settle.settlement import Settled, settle

log = structlog.get_logger(__name__)

_PAUSE_SECONDS = 0.5


def settle_with_retry(
    *, claims: Sequence[Claim], outcomes: Sequence[Outcome], own_queue: str | None = None
) -> Settled:
    """`settle`, again and again while the database is away, for as long as leases are safe.

    A destination's answer that PostgreSQL will not store costs its own attempt the record of it
    and no other attempt anything. Raises the database's error when its time is over: then the
    sweeper decides by effect class.
    """
    until = time.monotonic() + settings.WAYBILL_LEASE_GRACE_SECONDS
    while True:
        try:
            return settle(held=claims, outcomes=outcomes, own_queue=own_queue)
        except DataError:
            log.exception("outcome cannot be stored", count=len(outcomes))
            return _one_by_one(claims, outcomes, own_queue)
        except (OperationalError, InterfaceError) as error:
            if time.monotonic() > until:
                raise
            log.warning("outcomes wait for the database", error=type(error).__name__)
            time.sleep(_PAUSE_SECONDS)
            close_old_connections()


def _one_by_one(
    claims: Sequence[Claim], outcomes: Sequence[Outcome], own_queue: str | None
) -> Settled:
    done = Settled(frozenset(), frozenset(), 0)
    for claim, outcome in zip(claims, outcomes, strict=True):
        try:
            settled = settle(held=[claim], outcomes=[outcome], own_queue=own_queue)
        except DataError:
            bare = replace(outcome, request=None, response=None, output={}, record="", message="")
            settled = settle(held=[claim], outcomes=[bare], own_queue=own_queue)
        done = Settled(
            done.submission_ids | settled.submission_ids,
            done.due | settled.due,
            done.stale + settled.stale,
        )
    return done
