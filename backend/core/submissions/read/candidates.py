"""Pages and counts of a filter that take no longer when there are millions.

A filter has many parts, and no index has them all. The one part that has an index and narrows most
gives the candidates, in the order of the list; the rest is looked at, candidate by candidate, and
never more than so many at once. So a page may hold fewer than were asked for, or none, and still
have a cursor: it says how far was looked.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from core.accounts.models import Organization
from core.ids import uuid7_floor
from core.postgres.pages import Page
from core.submissions.models import (
    IN_TROUBLE,
    RESUMABLE,
    Assignment,
    StepRun,
    Submission,
    SubmissionState,
    SubmissionStatus,
)
from core.submissions.read.filters import (
    SubmissionFilter,
    submissions_matching,
    versions_through,
    workflows_of,
)
from core.submissions.read.orders import ORDERS, Order, Sort
from core.submissions.read.search import found_by_text
from core.workflows.models import WorkflowVersion

LOOKED_AT: Final = 2_000
"""Candidates for one page at most."""
COUNTED_AMONG: Final = 5_000
"""Candidates for one count at most, where each must be looked at."""
COUNTED: Final = 10_000
"""What a count comes to at most."""

_LOOKED_UP = """
WITH found(id) AS MATERIALIZED ({first})
SELECT kept.id FROM (SELECT DISTINCT id FROM found) AS candidate
CROSS JOIN LATERAL ({one} OFFSET 0) AS kept(id)
"""
"""Without the OFFSET, the lookups would become joins again."""

_MOST_LANES: Final = 20
CLOCKS_APART: Final = timedelta(hours=1)
"""By which an id and the time of its receipt may differ: two clocks give them."""


@dataclass(frozen=True, slots=True)
class Counted:
    """``exact``: these are all; else there are at least so many."""

    count: int
    exact: bool


@dataclass(frozen=True, slots=True)
class _Lane:
    """Rows that one index gives in the order of the list. ``by``: their submission's id."""

    rows: QuerySet[Any]
    by: str


@dataclass(frozen=True, slots=True)
class _Candidates:
    """``covers``: the parts of the filter that hold for each of them."""

    lanes: list[_Lane]
    order: Order
    covers: frozenset[str]

    def first(self, count: int) -> tuple[str, Sequence[Any]]:
        """SQL of the ids of the first so many, in the order of the list, and its parameters."""
        cut = [
            lane.rows.order_by(*self.order.keys(lane.by)).values_list(lane.by)[:count]
            for lane in self.lanes
        ]
        texts = [rows.query.sql_with_params() for rows in cut]
        if len(texts) == 1:
            return texts[0]
        joined = " UNION ALL ".join(f"({text})" for text, _ in texts)
        way = "DESC" if self.order.keys("")[0] == "-" else "ASC"
        sql = f"SELECT id FROM ({joined}) AS lane(id) ORDER BY id {way} LIMIT {count}"  # noqa: S608
        return sql, [value for _, values in texts for value in values]

    def among(self, count: int, rows: QuerySet[Submission]) -> RawSQL:
        """The ids of those of the first so many that are among ``rows``, to filter by.

        Each candidate is looked up by its id. Joined, PostgreSQL would read all that one part of
        the filter holds for, which may be millions. Raises EmptyResultSet where none can be.
        """
        first, values = self.first(count)
        each = rows.filter(pk=RawSQL("candidate.id", ())).order_by().values("pk")
        one, others = each.query.sql_with_params()
        sql = _LOOKED_UP.format(first=first, one=one)
        return RawSQL(sql, (*values, *others))  # noqa: S611  # Django's own SQL

    def last(self, count: int) -> uuid.UUID | None:
        """The id of the last of the first so many; None when there are fewer."""
        sql, values = self.first(count)
        found: uuid.UUID | None = _value(
            f"SELECT * FROM ({sql}) AS id OFFSET {count - 1}",  # noqa: S608
            values,
        )
        return found


def page_of(
    organization: Organization,
    wanted: SubmissionFilter,
    *,
    sort: Sort = Sort.NEWEST,
    cursor: str | None = None,
    limit: int = 50,
) -> Page[Submission]:
    """One page of a filter, each with its state. Raises Unprocessable for a cursor that is not of
    a list in this order."""
    candidates = _candidates(organization, wanted, sort, cursor)
    if not candidates.lanes:
        return Page([], None)
    order = candidates.order
    matching = submissions_matching(organization, wanted)
    rows = Submission.objects.owned_by(organization).select_related("state")
    whole = candidates.covers >= _parts(wanted)
    for count in [limit + 1] if whole else [4 * limit, LOOKED_AT]:
        try:
            among = candidates.among(count, matching)
        except EmptyResultSet:
            return Page([], None)
        found = list(rows.filter(pk__in=among).order_by(*order.keys("pk"))[: limit + 1])
        if len(found) > limit:
            return Page(found[:limit], order.cursor(found[limit - 1]))
        last = None if whole else candidates.last(count)
        if last is None:
            return Page(found, None)
    return Page(found, order.cursor(rows.get(pk__in=[last])))


def submission_count(*, organization: Organization, wanted: SubmissionFilter) -> Counted:
    """How many match, counted as far as that takes no time."""
    candidates = _candidates(organization, wanted, Sort.NEWEST, None)
    if not candidates.lanes:
        return Counted(0, exact=True)
    if candidates.covers >= _parts(wanted):
        sql, values = candidates.first(COUNTED + 1)
        count = _value(f"SELECT count(*) FROM ({sql}) AS id", values)  # noqa: S608
        return Counted(min(count, COUNTED), exact=count <= COUNTED)
    try:
        among = candidates.among(COUNTED_AMONG, submissions_matching(organization, wanted))
    except EmptyResultSet:
        return Counted(0, exact=True)
    count = _value(f"SELECT count(*) FROM ({among.sql}) AS id", among.params)  # noqa: S608
    return Counted(count, exact=candidates.last(COUNTED_AMONG) is None)


def _parts(wanted: SubmissionFilter) -> frozenset[str]:
    given = {name for name, value in wanted if value is not None}
    return frozenset(given - {"q"} if not (wanted.q or "").strip() else given)


def _candidates(
    organization: Organization, wanted: SubmissionFilter, sort: Sort, cursor: str | None
) -> _Candidates:
    order = ORDERS[sort]
    if sort is Sort.CHANGED:
        lanes, covers = _by_change(organization, wanted)
    else:
        lanes, covers = _narrowest(organization, wanted)
        lanes = [_within(lane, wanted) for lane in lanes]
    if cursor is not None:
        lanes = [_Lane(order.after(lane.rows, lane.by, cursor), lane.by) for lane in lanes]
    return _Candidates(lanes, order, frozenset(covers))


def _by_change(
    organization: Organization, wanted: SubmissionFilter
) -> tuple[list[_Lane], set[str]]:
    rows = SubmissionState.objects.owned_by(organization)
    listed, covers = _listed(organization, wanted)
    if listed is not None:
        rows = rows.filter(submission__in=listed)
    return [_Lane(rows, "submission")] if listed != [] else [], covers


def _narrowest(
    organization: Organization, wanted: SubmissionFilter
) -> tuple[list[_Lane], set[str]]:
    """The part of the filter to begin with, and what it covers."""
    every = Submission.objects.owned_by(organization)
    listed, covers = _listed(organization, wanted)
    if listed is not None:
        return [_Lane(every.filter(pk__in=listed), "pk")] if listed else [], covers
    lanes: list[_Lane] = []
    most_are = SubmissionStatus.SUCCEEDED
    if wanted.assigned_to is not None:
        assigned, covers = Assignment.objects.owned_by(organization), {"assigned_to"}
        lanes = [_Lane(assigned.filter(member=each), "submission") for each in wanted.assigned_to]
    elif wanted.error_kind is not None:
        # A submission with two such steps is among the candidates twice, so they cover nothing.
        runs = StepRun.objects.owned_by(organization).filter(IN_TROUBLE)
        lanes = [_Lane(runs.filter(error_kind=kind), "submission") for kind in wanted.error_kind]
    elif wanted.status is not None and (most_are not in wanted.status or wanted.workflow is None):
        states, covers = SubmissionState.objects.owned_by(organization), {"status"}
        lanes = [_Lane(states.filter(status=each), "submission") for each in wanted.status]
    elif wanted.continued and wanted.status is None:
        states = SubmissionState.objects.owned_by(organization)
        lanes = [_Lane(states.filter(status=each), "submission") for each in RESUMABLE]
    elif wanted.workflow is not None:
        found, covers = workflows_of(organization, wanted), {"workflow"}
        lanes = [_Lane(every.filter(workflow_id=each), "pk") for each in found]
    elif wanted.connection_id is not None:
        versions = versions_through(organization, wanted.connection_id)
        owned = WorkflowVersion.objects.owned_by(organization).filter(pk__in=versions)
        found = list(owned.values_list("workflow_id", flat=True).distinct())
        lanes = [_Lane(every.filter(workflow_id=each), "pk") for each in found]
    else:
        return [_Lane(every, "pk")], set()
    return (lanes, covers) if len(lanes) <= _MOST_LANES else ([_Lane(every, "pk")], set())


def _listed(
    organization: Organization, wanted: SubmissionFilter
) -> tuple[list[uuid.UUID] | None, set[str]]:
    """The ids that the filter lists, or that its text finds; None when it does neither."""
    if wanted.ids is not None:
        return wanted.ids, {"ids"}
    if wanted.q is not None and wanted.q.strip():
        return found_by_text(organization, wanted.q.strip()).ids, {"q"}
    return None, set()


def _within(lane: _Lane, wanted: SubmissionFilter) -> _Lane:
    """Without what was received before or after: the ids say it, so no index has to be read for
    nothing up to there."""
    rows = lane.rows
    if wanted.since is not None:
        rows = rows.filter(**{f"{lane.by}__gte": _id_at(wanted.since, -CLOCKS_APART)})
    if wanted.accepted_before is not None:
        rows = rows.filter(**{f"{lane.by}__lt": _id_at(wanted.accepted_before, CLOCKS_APART)})
    return _Lane(rows, lane.by)


def _id_at(moment: datetime, off: timedelta) -> uuid.UUID:
    try:
        return uuid7_floor(moment + off)
    except OverflowError:
        return uuid7_floor(moment)


def _value(sql: str, values: Sequence[Any]) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        row = cursor.fetchone()
        return row[0] if row else None
