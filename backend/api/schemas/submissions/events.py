"""The log of a submission."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Self

from pydantic import Field

from api.schemas.base import Json, Out
from core.submissions.models import Event, Submission

ACCEPTED = "submission.accepted"


class EventOut(Out):
    """One thing that happened."""

    id: int = Field(description="Grows within a submission; 0 is its acceptance.")
    at: datetime
    kind: str = Field(examples=["step.succeeded"])
    step_run_id: uuid.UUID | None
    detail: Json = Field(description="Facts such as the step's position, try and error kind.")

    @classmethod
    def of(cls, event: Event) -> Self:
        return cls(
            id=event.pk,
            at=event.at,
            kind=event.kind,
            step_run_id=event.step_run_id,
            detail=event.detail,
        )

    @classmethod
    def acceptance(cls, submission: Submission) -> Self:
        at = submission.created_at
        return cls(id=0, at=at, kind=ACCEPTED, step_run_id=None, detail={})


class PublicEventOut(Out):
    """One thing that happened, as the submitter may know it."""

    id: int
    at: datetime
    kind: str
    step: int | None = Field(description="Position of the step, if it is about one.")

    @classmethod
    def of(cls, event: Event) -> Self:
        return cls(id=event.pk, at=event.at, kind=event.kind, step=event.detail.get("step"))


class EventPageOut(Out):
    items: list[EventOut]
    last_id: int = Field(description="Pass as `after` to go on.")

    @classmethod
    def of(cls, submission: Submission, events: Sequence[Event], after: int) -> Self:
        items = [EventOut.of(event) for event in events]
        first = [EventOut.acceptance(submission)] if after == 0 else []
        return cls(items=first + items, last_id=items[-1].id if items else after)
