"""A whole rotation. It may be interrupted anywhere; the next run continues there."""

from __future__ import annotations

import time
import uuid
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from django.conf import settings

from core.crypto.encryption import SealBroken, sealed_by
from core.sealing.data_keys import data_keys_forget
from core.sealing.envelope import value_key
from core.sealing.factors import factors_counts, factors_reseal
from core.sealing.rotating.places import Place, Stale, places, reseal_batch
from core.sealing.rotating.wrapping import (
    KEPT_RETIRED,
    data_keys_replace,
    first_key,
    retired_keys,
    retired_remove,
    rewrap_batch,
    wrapped_counts,
)

Report = Callable[[str], None]

_PASSES = 40
_PAUSE_SECONDS = 0.5


@dataclass(slots=True)
class Rotated:
    """What a rotation did, and what it found at the end.

    ``left``: what still needs an older key, in words, by that key's id.
    """

    rewrapped: int = 0
    resealed: int = 0
    replaced: int = 0
    removed: int = 0
    left: dict[str, list[str]] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)
    waiting: int = 0
    """Retired data keys that are unused but must stay for a while."""

    @property
    def may_go(self) -> list[str]:
        """Keys in the environment that nothing needs."""
        return [
            key_id
            for key_id in settings.WAYBILL_ENCRYPTION_KEYS
            if key_id != first_key() and key_id not in self.left
        ]


def keys_rotate(
    *, reseal: bool, batch: int, report: Report, kept_retired: timedelta = KEPT_RETIRED
) -> Rotated:
    """Put everything under the deployment's first key. ``reseal``: also use new data keys."""
    done = Rotated()
    if reseal:
        done.replaced = data_keys_replace(report)
        data_keys_forget()
    _rewrap(done, batch, report)
    retired = retired_keys()
    stale = Stale(retired)
    for place in places():
        if retired or place.legacy:
            _reseal(done, place, stale, batch, report)
    _factors(done, batch, report)
    _verify(done, batch, report)
    if retired and not done.failures:
        _remove(done, stale, batch, kept_retired)
    return done


def _rewrap(done: Rotated, batch: int, report: Report) -> None:
    failures: dict[uuid.UUID, str] = {}
    for _ in range(_PASSES):
        while True:
            count, failed = rewrap_batch(batch, failures)
            failures |= failed
            done.rewrapped += count
            if not count and not failed:
                break
            report(f"Data keys under {first_key()}: {done.rewrapped} wrapped again.")
        open_keys = sum(n for key_id, n in wrapped_counts().items() if key_id != first_key())
        if open_keys <= len(failures):
            break
        time.sleep(_PAUSE_SECONDS)  # somebody holds one at this moment
    done.failures += sorted(set(failures.values()))


def _factors(done: Rotated, batch: int, report: Report) -> None:
    failures: dict[int, str] = {}
    for _ in range(_PASSES):
        while written := factors_reseal(batch, failures):
            done.resealed += written
            report(f"Second factors: {written} sealed again.")
        if sum(n for key_id, n in factors_counts().items() if key_id != first_key()) <= len(
            failures
        ):
            break
        time.sleep(_PAUSE_SECONDS)  # somebody holds one at this moment
    done.failures += sorted(failures.values())


def _reseal(done: Rotated, place: Place, stale: Stale, batch: int, report: Report) -> None:
    for _ in range(_PASSES):
        seen = written = 0
        for ids in place.pending(stale, batch):
            count = _batch(done, place, ids)
            seen, written = seen + len(ids), written + count
            done.resealed += count
            report(f"{place.name}: {written} sealed again.")
        if seen == written or done.failures:
            return
        time.sleep(_PAUSE_SECONDS)


def _batch(done: Rotated, place: Place, ids: list[uuid.UUID]) -> int:
    """Seal a batch. If one row cannot be opened, seal each row alone."""
    try:
        return reseal_batch(place, ids)
    except SealBroken:
        written = 0
        for row_id in ids:
            try:
                written += reseal_batch(place, [row_id])
            except SealBroken as error:
                done.failures.append(f"{place.name} of {row_id}: {error}")
        return written


def _verify(done: Rotated, batch: int, report: Report) -> None:
    """Check everything once more, as committed now."""
    report("Checking whether anything is left.")
    for key_id, count in wrapped_counts().items():
        if key_id != first_key():
            done.left.setdefault(key_id, []).append(f"{count} data keys")
    for key_id, count in factors_counts().items():
        if key_id != first_key():
            done.left.setdefault(key_id, []).append(f"{count} second factors")
    for place in filter(lambda each: each.legacy, places()):
        for key_id, count in _legacy_counts(place, batch).items():
            done.left.setdefault(key_id, []).append(f"{count} of {place.name}")


def _legacy_counts(place: Place, batch: int) -> Counter[str]:
    """The number of values sealed directly by a deployment key, by key id."""
    counts: Counter[str] = Counter()
    after = None
    while rows := place.rows(after, batch):
        after = rows[-1][0]
        values = (value for _, sealed in rows for value in sealed)
        counts.update(sealed_by(value) for value in values if value_key(value) is None)
    return counts


def _remove(done: Rotated, stale: Stale, batch: int, kept_retired: timedelta) -> None:
    """Delete retired data keys, once no value needs any of them."""
    if any(place.count(stale, batch) for place in places()):
        done.waiting = len(stale.retired)
        return
    done.removed = retired_remove(stale.retired, kept_retired)
    done.waiting = len(stale.retired) - done.removed
