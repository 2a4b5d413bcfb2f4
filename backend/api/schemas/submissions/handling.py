"""Notes of operators, and who looks after a submission."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Annotated, Self

from pydantic import Field

from api.schemas.base import In, Out, Text
from core.audit.services import Actor
from core.submissions.models import NOTE_MOST, Note


class NoteIn(In):
    text: Annotated[
        Text, Field(min_length=1, max_length=NOTE_MOST, description="For your organization alone.")
    ]


class NoteOut(Out):
    """What an operator wrote about a submission."""

    id: uuid.UUID
    text: str
    author: str
    mine: bool = Field(description="You wrote it: you may change and delete it.")
    created_at: datetime
    edited_at: datetime | None

    @classmethod
    def of(cls, note: Note, reader: Actor) -> Self:
        return cls(
            id=note.pk,
            text=note.text,
            author=note.author_name,
            mine=note.author_id == reader.id,
            created_at=note.created_at,
            edited_at=note.edited_at,
        )


class NotesOut(Out):
    items: list[NoteOut] = Field(description="Oldest first.")


class AssignmentIn(In):
    member_id: uuid.UUID | None = Field(description="Of the membership; null: nobody.")
