"""The data keys themselves: wrapped by the deployment's first key, retired, removed."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Count, QuerySet, Value
from django.db.models.functions import Now

from core.accounts.models import Organization
from core.audit.services import SYSTEM, audit_record
from core.crypto.encryption import SealBroken
from core.sealing.data_keys import data_key_new, data_key_unwrap, data_key_wrap
from core.sealing.models import DataKey, Purpose

KEPT_RETIRED = timedelta(minutes=15)
"""Much longer than a process keeps a key in memory or an attempt lasts."""


def _all() -> QuerySet[DataKey]:
    return DataKey.objects.across_organizations("the keys of the deployment wrap them all")


def first_key() -> str:
    return next(iter(settings.WAYBILL_ENCRYPTION_KEYS))


def wrapped_counts() -> dict[str, int]:
    """The number of data keys that each deployment key wraps, by its id."""
    rows = _all().values("wrapped_by").annotate(keys=Count("pk"))
    return {row["wrapped_by"]: row["keys"] for row in rows.order_by("wrapped_by")}


def rewrap_batch(limit: int, beyond: Iterable[uuid.UUID]) -> tuple[int, dict[uuid.UUID, str]]:
    """Wrap some data keys of older keys under the first key. Skips rows locked by others.

    ``beyond``: keys that could not be unwrapped before. Returns the number wrapped, and why
    others failed.
    """
    failures: dict[uuid.UUID, str] = {}
    done = 0
    with transaction.atomic():
        others = _all().exclude(wrapped_by=first_key()).exclude(pk__in=list(beyond))
        held = others.select_for_update(skip_locked=True, no_key=True, of=("self",))
        for row in held.select_related("organization").order_by("pk")[:limit]:
            before = row.wrapped_by
            try:
                data_key_wrap(row, data_key_unwrap(row))
            except SealBroken as error:
                failures[row.pk] = str(error)
                continue
            row.save(update_fields=["wrapped", "wrapped_by"])
            _record(row.organization, "data_key.rewrapped", row, {"from": before})
            done += 1
    return done, failures


def data_keys_replace(report: Callable[[str], None]) -> int:
    """Give every organization a new value key, except those in the middle of a rotation.

    After an interrupted run, an organization with a retired key continues with the new key that
    it already has.
    """
    replaced = 0
    in_work = _all().filter(purpose=Purpose.VALUES, retired_at__isnull=False)
    waiting = (
        _all()
        .filter(purpose=Purpose.VALUES, retired_at=None)
        .exclude(organization__in=in_work.values("organization"))
        .order_by("pk")
    )
    for key_id in list(waiting.values_list("pk", flat=True)):
        replaced += _replace(key_id)
    report(f"New data keys: {replaced} organizations.")
    return replaced


def _replace(key_id: uuid.UUID) -> int:
    with transaction.atomic():
        row = (
            _all()
            .filter(pk=key_id, retired_at=None)
            .select_for_update(no_key=True, of=("self",))
            .select_related("organization")
            .first()
        )
        if row is None:
            return 0
        _all().filter(pk=row.pk).update(retired_at=Now())
        fresh = data_key_new(row.organization_id, Purpose.VALUES)
        fresh.save(force_insert=True)
        _record(row.organization, "data_key.replaced", fresh, {"instead_of": str(row.pk)})
    return 1


def retired_keys() -> frozenset[uuid.UUID]:
    return frozenset(_all().exclude(retired_at=None).values_list("pk", flat=True).iterator())


def retired_remove(keys: Iterable[uuid.UUID], kept: timedelta) -> int:
    """Delete the unused keys that were retired long enough ago. Returns how many."""
    old = _all().filter(pk__in=list(keys), retired_at__lte=Now() - Value(kept))
    deleted, _ = old.delete()
    return deleted


def _record(organization: Organization, action: str, row: DataKey, detail: dict[str, str]) -> None:
    audit_record(
        organization=organization,
        actor=SYSTEM,
        action=action,
        object_kind="data_key",
        object_id=row.pk,
        detail={"purpose": row.purpose, "wrapped_by": row.wrapped_by, **detail},
    )
