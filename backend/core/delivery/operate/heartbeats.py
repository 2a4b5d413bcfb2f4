"""Heartbeats of the dispatcher and of a canary task per queue, for readiness and alerts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.db.models.functions import Now

from core.delivery.models import Heartbeat

FRESH_FOR = timedelta(seconds=60)


def heartbeat_note(*, name: str) -> None:
    """Record that ``name`` works, by the database's clock."""
    Heartbeat.objects.update_or_create(name=name, defaults={"seen_at": Now()})


def heartbeats_missing(names: Iterable[str]) -> list[str]:
    """The ``names`` without a heartbeat within `FRESH_FOR`."""
    wanted = sorted(set(names))
    fresh = Heartbeat.objects.filter(name__in=wanted, seen_at__gte=Now() - FRESH_FOR)
    seen = set(fresh.values_list("name", flat=True))
    return [name for name in wanted if name not in seen]
