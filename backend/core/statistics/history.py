"""What went through in a period, in points of equal length, from the roll-ups alone."""

from __future__ import annotations

import uuid
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from django.db.models import QuerySet, Sum

from core.postgres.statements import fetch
from core.postgres.tenancy import Identified
from core.statistics.cutting import beginning, cut, following
from core.statistics.histogram import quantile
from core.statistics.models import Grain, Happened, RollUp


class Period(StrEnum):
    """The last so and so long, up to now. Its first point may be cut: it begins with its grain."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


_LENGTH = {
    Period.HOUR: (Grain.MINUTE, timedelta(hours=1)),
    Period.DAY: (Grain.HOUR, timedelta(days=1)),
    Period.WEEK: (Grain.DAY, timedelta(days=7)),
    Period.MONTH: (Grain.DAY, timedelta(days=30)),
}
SENT = (
    Happened.ATTEMPT_SUCCEEDED,
    Happened.ATTEMPT_FOUND,
    Happened.ATTEMPT_FAILED,
    Happened.ATTEMPT_LOST,
)
"""Attempts that were not given back unsent, and that were needed."""
_LAST_OF = """(SELECT max(start) FROM statistics_rollup
        WHERE organization_id = %(organization)s AND grain = '{grain}' AND workflow_id IS NULL
            AND connection_id = account.id AND happened = ANY(%(happened)s))"""
_LAST_SUCCESSES = f"""
SELECT account.id, coalesce({", ".join(_LAST_OF.format(grain=grain.value) for grain in Grain)})
FROM unnest(%(connections)s::uuid[]) AS account(id)
"""  # noqa: S608  # of the constants above
Row = tuple[str, int, Mapping[str, int]]
MOST_PARTS = 50
"""Workflows and connections that are told one by one: those with most to count."""


@dataclass(frozen=True)
class Tally:
    """How often each thing happened, and its durations by bin."""

    counts: Mapping[Happened, int]
    bins: Mapping[Happened, Mapping[int, int]]

    def count(self, *kinds: Happened) -> int:
        return sum(self.counts.get(kind, 0) for kind in kinds)

    def duration(self, share: float, *kinds: Happened) -> float | None:
        """Seconds that ``share`` of them did not exceed; None if there were none."""
        together: Counter[int] = Counter()
        for kind in kinds:
            together.update(self.bins.get(kind, {}))
        return quantile(together, share)

    @cached_property
    def success_rate(self) -> float | None:
        """Of the submissions that came to an end or need a person, the share delivered, 0 to 1."""
        good = self.count(Happened.SUCCEEDED)
        ended = good + self.count(Happened.FAILED, Happened.NEEDS_ATTENTION)
        return good / ended if ended else None


@dataclass(frozen=True, slots=True)
class Point:
    """From ``start`` (included) to ``end`` (excluded)."""

    start: datetime
    end: datetime
    tally: Tally


@dataclass(frozen=True, slots=True)
class History:
    """``points``: without a gap, oldest first; the last is not over yet."""

    since: datetime
    until: datetime
    grain: Grain
    total: Tally
    points: list[Point]


def history(
    organization: Identified,
    period: Period,
    *,
    workflow_id: uuid.UUID | None = None,
    connection_id: uuid.UUID | None = None,
    zone: tzinfo = UTC,
) -> History:
    """What happened in the period, of one workflow, one connection, both, or all.

    Days are those of ``zone``, also where clocks change; an hour of UTC counts on the day in which
    it begins.
    """
    grain, length = _LENGTH[period]
    until = _now()
    starts = [*cut(until - length, until, grain, zone)]
    # Days of UTC are rolled up; those of another zone are added up from hours.
    kept = Grain.HOUR if grain == Grain.DAY and zone is not UTC else grain
    rows = _rows(organization, kept, starts[0]).filter(
        workflow_id=workflow_id, connection_id=connection_id
    )
    points: list[list[Row]] = [[] for _ in starts]
    for start, *row in rows.values_list("start", "happened", "count", "bins"):
        points[bisect_right(starts, start) - 1].append((row[0], row[1], row[2]))
    tallies = [_tally(each) for each in points]
    bounds = pairwise([*starts, following(starts[-1], grain, zone)])
    return History(
        starts[0],
        until,
        grain,
        _together(tallies),
        [Point(start, end, tally) for (start, end), tally in zip(bounds, tallies, strict=True)],
    )


def by_workflow(organization: Identified, period: Period) -> dict[uuid.UUID, Tally]:
    """Of each workflow with something to count, those with most first.

    Durations are those of submissions that succeeded.
    """
    rows = _period_rows(organization, period).filter(workflow_id__isnull=False, connection_id=None)
    return _parts(rows, "workflow_id", timed=[Happened.SUCCEEDED])


def by_connection(organization: Identified, period: Period) -> dict[uuid.UUID, Tally]:
    """Of each connection with something to count, those with most first.

    Durations are those of attempts that reached the destination or failed to.
    """
    rows = _period_rows(organization, period).filter(workflow_id=None, connection_id__isnull=False)
    return _parts(rows, "connection_id", timed=SENT)


def attempts_of(
    organization: Identified, period: Period, connection_ids: Collection[uuid.UUID]
) -> dict[uuid.UUID, Tally]:
    """How often attempts on these connections ended in which way, without their durations."""
    rows = _period_rows(organization, period).filter(
        workflow_id=None, connection_id__in=connection_ids
    )
    counts: dict[uuid.UUID, Counter[Happened]] = {each: Counter() for each in connection_ids}
    for part, happened, count in (
        rows.values_list("connection_id", "happened").annotate(all=Sum("count")).order_by()
    ):
        counts[part][Happened(happened)] += count
    return {part: Tally(counted, {}) for part, counted in counts.items()}


def last_successes(
    organization: Identified, connection_ids: Collection[uuid.UUID]
) -> dict[uuid.UUID, datetime]:
    """When something last succeeded on these connections, where it ever did.

    To the minute; of what was long ago, to the hour or the day.
    """
    rows = fetch(
        _LAST_SUCCESSES,
        {
            "organization": organization.pk,
            "connections": list(connection_ids),
            "happened": [Happened.ATTEMPT_SUCCEEDED.value, Happened.ATTEMPT_FOUND.value],
        },
    )
    return {connection_id: at for connection_id, at in rows if at is not None}


def _parts(
    rows: QuerySet[RollUp], column: str, *, timed: Collection[Happened]
) -> dict[uuid.UUID, Tally]:
    counts: dict[uuid.UUID, Counter[Happened]] = defaultdict(Counter)
    for part, happened, count in (
        rows.values_list(column, "happened").annotate(all=Sum("count")).order_by()
    ):
        counts[part][Happened(happened)] += count
    busiest = sorted(counts, key=lambda part: (-counts[part].total(), part))[:MOST_PARTS]
    bins: dict[uuid.UUID, dict[Happened, Counter[int]]] = {part: {} for part in busiest}
    chosen = rows.filter(**{f"{column}__in": busiest}, happened__in=timed)
    for part, happened, counted in chosen.values_list(column, "happened", "bins").order_by():
        _add(bins[part].setdefault(Happened(happened), Counter()), counted)
    return {part: Tally(counts[part], bins[part]) for part in busiest}


def _period_rows(organization: Identified, period: Period) -> QuerySet[RollUp]:
    grain, length = _LENGTH[period]
    return _rows(organization, grain, beginning(_now() - length, grain, UTC))


def _rows(organization: Identified, grain: Grain, since: datetime) -> QuerySet[RollUp]:
    return RollUp.objects.owned_by(organization).filter(grain=grain, start__gte=since)


def _now() -> datetime:
    """By the clock of the database, whose times the roll-ups have."""
    now: datetime = fetch("SELECT now()", {})[0][0]
    return now.astimezone(UTC)


def _tally(rows: Iterable[Row]) -> Tally:
    counts: Counter[Happened] = Counter()
    bins: dict[Happened, Counter[int]] = defaultdict(Counter)
    for happened, count, counted in rows:
        counts[Happened(happened)] += count
        _add(bins[Happened(happened)], counted)
    return Tally(counts, bins)


def _together(tallies: Iterable[Tally]) -> Tally:
    counts: Counter[Happened] = Counter()
    bins: dict[Happened, Counter[int]] = defaultdict(Counter)
    for each in tallies:
        counts.update(each.counts)
        for happened, counted in each.bins.items():
            bins[happened].update(counted)
    return Tally(counts, bins)


def _add(bins: Counter[int], counted: Mapping[str, int]) -> None:
    for bin_, count in counted.items():
        bins[int(bin_)] += count
