"""How a connection is, how it was, what goes wrong with it, and who uses it."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any, Self

from pydantic import Field

from api.schemas.base import Out, Told
from core.connection_health.errors import DAYS, MOST_READ, ErrorOutcome, RecentError
from core.connection_health.health import ConnectionState, Health
from core.connection_health.history import ConnectionHappening, Entry, HistoryPage
from core.statistics.backlog import MOST_COUNTED
from core.workflows.connection_uses import Use


class ConnectionHealthOut(Out):
    """How it is now, and how it went in the last 24 hours."""

    state: ConnectionState = Field(
        description="`paused` by a person; `refused`: paused by Waybill, because the destination"
        " refuses our sign-in; `broken`: its breaker is open; `probing`: one send decides;"
        " `cooling`: the destination asked for a pause; `failing`: its own test fails;"
        " `untested`: nothing was sent or tested yet; `working`."
    )
    since: datetime | None = Field(description="Since when it is so, where that is known.")
    paused_by: str | None
    last_success_at: datetime | None = Field(
        description="To the minute; of what was long ago, to the hour or the day."
    )
    sent: int = Field(description="Attempts of the last 24 hours.")
    failed: int = Field(description="How many of them failed.")
    error_rate: float | None = Field(description="The same as a share, 0 to 1; empty without any.")
    in_flight: int = Field(description="Sends under way now; `max_in_flight` is their limit.")
    waiting: int = Field(description=f"Steps that are due; {MOST_COUNTED + 1} stands for more.")
    oldest_waiting_at: datetime | None

    @classmethod
    def of(cls, health: Health) -> Self:
        return cls(
            state=health.state,
            since=health.since,
            paused_by=health.by or None,
            last_success_at=health.last_success_at,
            sent=health.sent,
            failed=health.failed,
            error_rate=health.failed / health.sent if health.sent else None,
            in_flight=health.in_flight,
            waiting=health.waiting,
            oldest_waiting_at=health.oldest_waiting_at,
        )


class ValueChangeOut(Out):
    field: str
    before: Any
    after: Any


class ConnectionEventOut(Out):
    """One moment of its history, or for the last three kinds a time."""

    at: datetime
    what: ConnectionHappening
    by: str | None = Field(description="Who did it; empty for what happened by itself.")
    ended_at: datetime | None = Field(description="Of a time; empty while it goes on.")
    times: int = Field(description="How often it was closed anew within it.")
    message: Told | None = Field(description="Why it was paused.")
    ok: bool | None = Field(description="Of a test.")
    problem: str | None = Field(description="Of a test that failed.")
    changes: list[ValueChangeOut]

    @classmethod
    def of(cls, entry: Entry) -> Self:
        return cls(
            at=entry.at,
            what=entry.what,
            by=entry.by or None,
            ended_at=entry.ended_at,
            times=entry.times,
            message=entry.message or None,
            ok=entry.ok,
            problem=entry.problem,
            changes=[
                ValueChangeOut(field=name, before=each.get("before"), after=each.get("after"))
                for name, each in entry.changes.items()
            ],
        )


class ConnectionHistoryOut(Out):
    items: list[ConnectionEventOut]
    next_before: datetime | None = Field(description="The `before` with which it goes on.")

    @classmethod
    def of(cls, page: HistoryPage) -> Self:
        items = [ConnectionEventOut.of(each) for each in page.entries]
        return cls(items=items, next_before=page.next_before)


class RecentErrorOut(Out):
    """The same error of several steps."""

    status: ErrorOutcome = Field(
        description="What became of the steps: they wait for another try, failed, or nobody knows."
    )
    kind: str
    message: Told = Field(description="Of the latest; those that differ in numbers are the same.")
    count: int = Field(description=f"At most {MOST_READ} are counted.")
    at: datetime
    submission_id: uuid.UUID
    reference: str

    @classmethod
    def of(cls, error: RecentError) -> Self:
        return cls(
            status=error.status,
            kind=error.kind,
            message=error.message,
            count=error.count,
            at=error.at,
            submission_id=error.submission_id,
            reference=error.reference,
        )


class RecentErrorsOut(Out):
    days: int = DAYS
    items: list[RecentErrorOut]


class ConnectionUseOut(Out):
    """A workflow that sends through it, or looks up choices in it."""

    workflow: str
    slug: str
    draft: bool = Field(description="In its draft; otherwise in its live version.")
    steps: list[str]
    questions: list[str] = Field(description="Keys of those whose choices come from it.")

    @classmethod
    def of(cls, use: Use, *, draft: bool) -> Self:
        return cls(
            workflow=use.workflow,
            slug=use.slug,
            draft=draft,
            steps=list(use.steps),
            questions=list(use.questions),
        )


class ConnectionUsesOut(Out):
    items: list[ConnectionUseOut]
