from __future__ import annotations

import uuid
from datetime import datetime
from typing import Annotated, Self

from pydantic import Field

from api.schemas.base import In, Out, Text
from core.crypto.encryption import SealBroken
from core.errors import Conflict
from core.privacy.models import PrivacyRequest, RequestStatus
from core.privacy.selectors import OfWorkflow, privacy_found
from core.privacy.subjects import subject_of

SubjectText = Annotated[
    Text,
    Field(
        min_length=3,
        max_length=254,
        description="E-mail address, or the reference of a submission.",
        examples=["ada@example.com"],
    ),
]


class PrivacySearchIn(In):
    subject: SubjectText


class PrivacyEraseIn(In):
    confirm: Annotated[SubjectText, Field(description="Whom the search was about, typed again.")]


class PrivacyWorkflowOut(Out):
    """What was found in one workflow."""

    id: uuid.UUID
    slug: str
    name: str
    submissions: Annotated[int, Field(description="That are about the person.")]
    in_flight: Annotated[int, Field(description="Still on their way: erased when they ended.")]
    mentions: Annotated[
        int, Field(description="Of others, in which a destination named the person.")
    ]

    @classmethod
    def of(cls, found: OfWorkflow) -> Self:
        return cls(
            id=found.id,
            slug=found.slug,
            name=found.name,
            submissions=found.submissions,
            in_flight=found.in_flight,
            mentions=found.mentions,
        )


class PrivacyRequestOut(Out):
    """A search for one person, and what was done with what it found."""

    id: uuid.UUID
    subject: Annotated[str | None, Field(description="Null when it is forgotten.")]
    status: RequestStatus
    looked_at: int
    total: Annotated[int, Field(description="Submissions to look through, about.")]
    found: int
    erased: int
    workflows: list[PrivacyWorkflowOut]
    waiting: Annotated[
        list[str], Field(description="References of some that are still on their way.")
    ]
    created_at: datetime
    finished_at: datetime | None

    @classmethod
    def of(cls, request: PrivacyRequest) -> Self:
        found = privacy_found(request)
        return cls(
            id=request.pk,
            subject=_subject(request),
            status=RequestStatus(request.status),
            looked_at=request.looked_at,
            total=request.total,
            found=sum(each.submissions + each.mentions for each in found.workflows),
            erased=found.erased,
            workflows=[PrivacyWorkflowOut.of(each) for each in found.workflows],
            waiting=found.waiting,
            created_at=request.created_at,
            finished_at=request.finished_at,
        )


class PrivacyPageOut(Out):
    items: list[PrivacyRequestOut]
    next_cursor: str | None


def _subject(request: PrivacyRequest) -> str | None:
    try:
        return subject_of(request).text
    except (Conflict, SealBroken):
        return None
