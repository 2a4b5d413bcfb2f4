from __future__ import annotations

import uuid
from datetime import datetime
from typing import Annotated, Self

from pydantic import Field

from api.schemas.base import Out
from core.statistics.backlog import MOST_COUNTED, NeedsPerson, Waiting
from core.statistics.first_steps import FirstSteps
from core.statistics.history import History, Period, Point, Tally
from core.statistics.models import Grain, Happened

Seconds = Annotated[
    float | None, Field(description="Off by at most 5 %. Null when there was nothing to measure.")
]
Counted = Annotated[
    int,
    Field(description=f"Counted up to {MOST_COUNTED:,}; one more means that there are more."),
]


class DurationOut(Out):
    """How long it took, in seconds: half of them, and 95 of 100, took no longer."""

    p50: Seconds
    p95: Seconds

    @classmethod
    def of(cls, tally: Tally, *kinds: Happened) -> Self:
        return cls(p50=tally.duration(0.5, *kinds), p95=tally.duration(0.95, *kinds))


class SubmissionCountsOut(Out):
    """What became of submissions. One may need a person, and succeed later: it counts in both."""

    accepted: int
    succeeded: int
    failed: int
    needs_attention: int
    cancelled: int
    success_rate: float | None = Field(
        description="Of those that succeeded, failed or needed a person: the share that succeeded,"
        " 0 to 1. Null without any."
    )
    end_to_end: DurationOut = Field(description="From acceptance until everything was delivered.")

    @classmethod
    def of(cls, tally: Tally) -> Self:
        return cls(
            accepted=tally.count(Happened.ACCEPTED),
            succeeded=tally.count(Happened.SUCCEEDED),
            failed=tally.count(Happened.FAILED),
            needs_attention=tally.count(Happened.NEEDS_ATTENTION),
            cancelled=tally.count(Happened.CANCELLED),
            success_rate=tally.success_rate,
            end_to_end=DurationOut.of(tally, Happened.SUCCEEDED),
        )


_GOOD = (Happened.ATTEMPT_SUCCEEDED, Happened.ATTEMPT_FOUND)
_BAD = (Happened.ATTEMPT_FAILED, Happened.ATTEMPT_LOST)


class AttemptCountsOut(Out):
    """How attempts to send ended. Those that were given back unsent or not needed are left out."""

    succeeded: int
    failed: int
    took: DurationOut

    @classmethod
    def of(cls, tally: Tally) -> Self:
        return cls(
            succeeded=tally.count(*_GOOD),
            failed=tally.count(*_BAD),
            took=DurationOut.of(tally, *_GOOD, *_BAD),
        )


class OverviewPointOut(Out):
    """From ``start`` (included) to ``end`` (excluded)."""

    start: datetime
    end: datetime
    submissions: SubmissionCountsOut
    attempts: AttemptCountsOut

    @classmethod
    def of(cls, point: Point) -> Self:
        return cls(
            start=point.start,
            end=point.end,
            submissions=SubmissionCountsOut.of(point.tally),
            attempts=AttemptCountsOut.of(point.tally),
        )


class WorkflowCountsOut(Out):
    slug: str
    name: str
    submissions: SubmissionCountsOut


class ConnectionCountsOut(Out):
    id: uuid.UUID
    slug: str
    name: str
    attempts: AttemptCountsOut


class WaitingOut(Out):
    """Due steps of one connection in one queue."""

    connection: str = Field(description="Its slug.")
    queue: str
    count: Counted
    oldest_due_at: datetime

    @classmethod
    def of(cls, waiting: Waiting, slug: str) -> Self:
        return cls(
            connection=slug,
            queue=waiting.queue,
            count=waiting.count,
            oldest_due_at=waiting.oldest_due_at,
        )


class BacklogOut(Out):
    """Steps that are due and not being sent."""

    count: int = Field(description="Of all places together; at least, if one of them is not exact.")
    oldest_due_at: datetime | None
    places: list[WaitingOut] = Field(description="Those that wait longest first.")


class NeedsPersonOut(Out):
    """What only a person can end."""

    unknown: Counted
    failed: Annotated[
        int,
        Field(
            description="Of the last thirty days, and not taken up again. Counted up to"
            f" {MOST_COUNTED:,}; one more means that there are more."
        ),
    ]
    paused_connections: int
    open_breakers: int

    @classmethod
    def of(cls, needs: NeedsPerson) -> Self:
        return cls(
            unknown=needs.unknown,
            failed=needs.failed,
            paused_connections=needs.paused_connections,
            open_breakers=needs.open_breakers,
        )


class FirstStepsOut(Out):
    """The way to a first delivery, and what of it is done."""

    connected: bool = Field(description="There is a connection.")
    published: bool = Field(description="A workflow is live.")
    form_slug: str | None = Field(description="Of the newest public form that is live.")
    submission_id: uuid.UUID | None = Field(description="The newest submission.")
    delivered: bool = Field(description="Something was delivered once.")

    @classmethod
    def of(cls, steps: FirstSteps) -> Self:
        return cls(
            connected=steps.connected,
            published=steps.published,
            form_slug=steps.form_slug,
            submission_id=steps.submission_id,
            delivered=steps.delivered,
        )


class OverviewOut(Out):
    """What needs a person, what waits, and what went through.

    Counts of a period are a few seconds old. With a connection chosen, submissions are not
    counted: they belong to workflows. Days of `points` are those of the zone that was asked for;
    `workflows` and `connections` count by days of UTC.
    """

    period: Period
    since: datetime
    until: datetime
    grain: Grain
    needs_person: NeedsPersonOut
    backlog: BacklogOut
    submissions: SubmissionCountsOut
    attempts: AttemptCountsOut
    points: list[OverviewPointOut] = Field(description="Oldest first, without a gap.")
    workflows: list[WorkflowCountsOut] = Field(description="The busiest fifty.")
    connections: list[ConnectionCountsOut] = Field(description="The busiest fifty.")
    first_steps: FirstStepsOut

    @classmethod
    def of(
        cls,
        *,
        period: Period,
        told: History,
        needs: NeedsPerson,
        backlog: BacklogOut,
        workflows: list[WorkflowCountsOut],
        connections: list[ConnectionCountsOut],
        steps: FirstSteps,
    ) -> Self:
        return cls(
            period=period,
            since=told.since,
            until=told.until,
            grain=told.grain,
            needs_person=NeedsPersonOut.of(needs),
            backlog=backlog,
            submissions=SubmissionCountsOut.of(told.total),
            attempts=AttemptCountsOut.of(told.total),
            points=[OverviewPointOut.of(each) for each in told.points],
            workflows=workflows,
            connections=connections,
            first_steps=FirstStepsOut.of(steps),
        )
