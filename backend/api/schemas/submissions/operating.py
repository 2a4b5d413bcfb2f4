"""What operators ask for."""

from __future__ import annotations

from pydantic import Field

from api.schemas.base import In, Json, Text
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
