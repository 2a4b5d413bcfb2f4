"""Heartbeats of the dispatcher and of a canary task per queue, for readiness and alerts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.db.models import DurationField, ExpressionWrapper, F
from django.db.models.functions import Now

from core.delivery.models import Heartbeat

FRESH_FOR = timedelta(seconds=60)


def heartbeat_note(*, name: str) -> None:
    """Record that ``name`` works, by the database's clock."""
    Heartbeat.objects.update_or_create(name=name, defaults={"seen_at": Now()})


def heartbeats_seen(names: Iterable[str]) -> dict[str, timedelta | None]:
    """How long ago each was seen, by the database's clock; None if never."""
    wanted = sorted(set(names))
    ages = Heartbeat.objects.filter(name__in=wanted).annotate(
        age=ExpressionWrapper(Now() - F("seen_at"), output_field=DurationField())
    )
    found = dict(ages.values_list("name", "age"))
    return {name: found.get(name) for name in wanted}


def heartbeats_missing(names: Iterable[str]) -> list[str]:
    """The ``names`` without a heartbeat within `FRESH_FOR`."""
    wanted = sorted(set(names))
    fresh = Heartbeat.objects.filter(name__in=wanted, seen_at__gte=Now() - FRESH_FOR)
    seen = set(fresh.values_list("name", flat=True))
    return [name for name in wanted if name not in seen]
