"""What operators ask for."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Self

from pydantic import Field

from api.schemas.base import In, Json, Out, Text
from core.delivery.models import BulkAction, BulkKind, BulkStatus
from core.delivery.operate import BulkFilter, Preview
from core.submissions.operate import Decision


class ResumeIn(In):
    """How to take a submission up again."""

    data: Json | None = Field(
        default=None, description="The corrected answers, all of them; empty: as they were."
    )
    newest_version: bool = Field(
        default=False, description="Follow the workflow's newest version instead of its own."
    )


class ResolveIn(In):
    """What a person found out about a step whose outcome is not known."""

    decision: Decision
    record: Text = Field(default="", max_length=200, description="Its number at the destination.")
    note: Text = Field(default="", max_length=500)


class BulkFilterIn(BulkFilter):
    """Which submissions; every part that is given narrows it."""


class BulkPreviewIn(In):
    kind: BulkKind
    filter: BulkFilterIn


class BulkIn(BulkPreviewIn):
    rate_per_second: float = Field(
        default=10, gt=0, le=1000, description="Submissions a second at most."
    )
    newest_version: bool = False


class BulkPreviewOut(Out):
    """What the action would touch now."""

    submissions: int
    steps: int = Field(description="Steps that would be sent again.")
    effects: dict[str, int] = Field(description="Those steps by effect class.")
    likely_duplicates: int = Field(
        description="Steps of which an earlier send may have arrived already."
    )
    estimated_seconds: float = Field(
        description="At the connections' limits; a second for each send where no rate is set."
    )

    @classmethod
    def of(cls, preview: Preview) -> Self:
        return cls(
            submissions=preview.submissions,
            steps=preview.steps,
            effects=preview.effects,
            likely_duplicates=preview.likely_duplicates,
            estimated_seconds=preview.estimated_seconds,
        )


class BulkOut(Out):
    """A bulk action and how far it is."""

    id: uuid.UUID
    kind: BulkKind
    status: BulkStatus
    total: int = Field(description="What matched when it was started.")
    done: int
    refused: int = Field(description="Whose state had changed meanwhile.")
    last_refusal: str | None
    rate_per_second: float
    created_at: datetime
    finished_at: datetime | None

    @classmethod
    def of(cls, action: BulkAction) -> Self:
        return cls(
            id=action.pk,
            kind=BulkKind(action.kind),
            status=BulkStatus(action.status),
            total=action.total,
            done=action.done,
            refused=action.refused,
            last_refusal=action.last_refusal or None,
            rate_per_second=action.rate_per_second,
            created_at=action.created_at,
            finished_at=action.finished_at,
        )
