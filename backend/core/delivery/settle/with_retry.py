"""Settling that does not give up while the leases run: what was sent must be written down."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

import structlog
from django.conf import settings
from django.db import (
    DataError,
    IntegrityError,
    InterfaceError,
    OperationalError,
    close_old_connections,
)

from core.delivery.claim import Claim
from core.delivery.outcome import Outcome
from core.delivery.settle.settlement import Settled, settle

log = structlog.get_logger(__name__)

Item = TypeVar("Item")
Result = TypeVar("Result")

_PAUSE_SECONDS = 0.5
_NOT_STORED = (DataError, IntegrityError)


def settle_with_retry(
    *, claims: Sequence[Claim], outcomes: Sequence[Outcome], own_queue: str | None = None
) -> Settled:
    """`settle` by `write_with_retry`. Raises the database's error when its time is over."""

    def write(ended: Sequence[tuple[Claim, Outcome]]) -> Settled:
        held, ends = [claim for claim, _ in ended], [outcome for _, outcome in ended]
        return settle(held=held, outcomes=ends, own_queue=own_queue)

    parts = write_with_retry(write, list(zip(claims, outcomes, strict=True)), bare=_bare)
    return Settled(
        frozenset().union(*(part.submission_ids for part in parts)),
        frozenset().union(*(part.due for part in parts)),
        sum(part.stale for part in parts),
    )


def write_with_retry(
    write: Callable[[Sequence[Item]], Result],
    items: Sequence[Item],
    *,
    bare: Callable[[Item], Item],
) -> list[Result]:
    """Write all in one go, again and again while the database is away, until leases may be over.

    What PostgreSQL will not store costs its own item the record of it and no other item anything:
    then each is written alone, and one that is refused once more as its ``bare`` form. One that is
    refused even so is left to the sweeper. ``write`` is all or nothing, and harmless twice, for it
    names its fence. Raises the database's error when the time is over.
    """
    until = time.monotonic() + settings.WAYBILL_LEASE_GRACE_SECONDS
    try:
        return [_write(write, items, until)]
    except _NOT_STORED:
        log.exception("outcomes cannot be stored together", count=len(items))
    alone = (_write_alone(write, item, bare, until) for item in items)
    return [result for results in alone for result in results]


def _write_alone(
    write: Callable[[Sequence[Item]], Result],
    item: Item,
    bare: Callable[[Item], Item],
    until: float,
) -> list[Result]:
    for form in (item, bare(item)):
        try:
            return [_write(write, [form], until)]
        except _NOT_STORED:
            log.exception("outcome cannot be stored", bare=form is not item)
    return []


def _write(
    write: Callable[[Sequence[Item]], Result], items: Sequence[Item], until: float
) -> Result:
    while True:
        try:
            return write(items)
        except (OperationalError, InterfaceError) as error:
            if time.monotonic() > until:
                raise
            log.warning("outcomes wait for the database", error=type(error).__name__)
            time.sleep(_PAUSE_SECONDS)
            close_old_connections()


def _bare(ended: tuple[Claim, Outcome]) -> tuple[Claim, Outcome]:
    """How it ended, without what the destination said."""
    claim, outcome = ended
    return claim, replace(outcome, request=None, response=None, output={}, record="", message="")
