"""Settles with retries while the leases last: what was sent must be recorded.

If a batch cannot be stored, it is halved until the faulty item is alone. So a bad answer costs
only its own attempt's record.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TypeVar

import structlog
from django.conf import settings
from django.db import InterfaceError, OperationalError, close_old_connections

from core.delivery.claim import Claim
from core.delivery.outcome import Outcome, without_evidence
from core.delivery.settle.settlement import Settled, settle
from core.tracing import span_record, tracing_on

log = structlog.get_logger(__name__)

Item = TypeVar("Item")
Result = TypeVar("Result")
Write = Callable[[Sequence[Item]], Result]
Bare = Callable[[Item], Sequence[Item]]

_PAUSE_SECONDS = 0.5
_TOO_COMPLEX = "54"
"""SQLSTATE class: the statement is at fault, although Django calls it operational."""


def settle_with_retry(
    *, claims: Sequence[Claim], outcomes: Sequence[Outcome], own_queue: str | None = None
) -> Settled:
    """`settle` through `write_with_retry`. Raises the database's error when time is over."""

    def write(ended: Sequence[tuple[Claim, Outcome]]) -> Settled:
        held, ends = [claim for claim, _ in ended], [outcome for _, outcome in ended]
        return settle(held=held, outcomes=ends, own_queue=own_queue)

    began = time.time_ns()
    parts = write_with_retry(write, list(zip(claims, outcomes, strict=True)), bare=_bare)
    if tracing_on():
        _trace(claims, outcomes, began)
    return Settled(
        frozenset().union(*(part.submission_ids for part in parts)),
        frozenset().union(*(part.due for part in parts)),
        sum(part.stale for part in parts),
    )


def _trace(claims: Sequence[Claim], outcomes: Sequence[Outcome], began: int) -> None:
    """One statement settles many, so the same time is in the trace of each."""
    for claim, outcome in zip(claims, outcomes, strict=True):
        if claim.traced is not None:
            span_record(
                "settle",
                parent=claim.traced,
                started=began,
                attributes={
                    "waybill.submission_id": str(claim.submission_id),
                    "waybill.step_run_id": str(claim.step_run_id),
                    "waybill.status": outcome.status,
                    "waybill.settled": len(claims),
                },
            )


def _bare(ended: tuple[Claim, Outcome]) -> list[tuple[Claim, Outcome]]:
    """Reduced outcomes: first with only the record of the answer, then without it."""
    claim, outcome = ended
    kept = without_evidence(outcome, outcome.record)
    return [(claim, kept), (claim, without_evidence(outcome))]


def write_with_retry(
    write: Write[Item, Result], items: Sequence[Item], *, bare: Bare[Item]
) -> list[Result]:
    """Write all at once. Retry while the database is down, until leases may have expired.

    An item that cannot be stored is written alone, in its ``bare`` forms in turn. If all are
    refused, the sweeper handles it. ``write`` is all or nothing. The fence makes a second write
    harmless. Raises the database's error when time is over.
    """
    return _write(write, items, bare, time.monotonic() + settings.WAYBILL_LEASE_GRACE_SECONDS)


def _write(
    write: Write[Item, Result], items: Sequence[Item], bare: Bare[Item], until: float
) -> list[Result]:
    try:
        return [_patiently(write, items, until)]
    except Exception as error:
        if _is_away(error):
            raise
        if len(items) == 1:
            return _write_alone(write, items[0], bare, until)
    half = len(items) // 2
    return [
        *_write(write, items[:half], bare, until),
        *_write(write, items[half:], bare, until),
    ]


def _write_alone(
    write: Write[Item, Result], item: Item, bare: Bare[Item], until: float
) -> list[Result]:
    for form in bare(item):
        try:
            return [_patiently(write, [form], until)]
        except Exception as error:
            if _is_away(error):
                raise
            log.exception("outcome cannot be stored")
    return []


def _patiently(write: Write[Item, Result], items: Sequence[Item], until: float) -> Result:
    while True:
        try:
            return write(items)
        except Exception as error:
            if not _is_away(error) or time.monotonic() > until:
                raise
            log.warning("outcomes wait for the database", error=type(error).__name__)
            time.sleep(_PAUSE_SECONDS)
            close_old_connections()


def _is_away(error: Exception) -> bool:
    """Whether the database failed, rather than the statement."""
    if isinstance(error, InterfaceError):
        return True
    sqlstate: str = getattr(error.__cause__, "sqlstate", None) or ""
    return isinstance(error, OperationalError) and not sqlstate.startswith(_TOO_COMPLEX)
