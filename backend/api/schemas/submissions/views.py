"""Lists that somebody saved under a name."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Annotated, Self

from pydantic import AfterValidator, Field, StrictBool, StringConstraints

from api.schemas.base import In, Out, without_nul
from api.schemas.submissions.filters import SubmissionFilterIn
from core.submissions.read import Sort
from core.views.models import SavedView
from core.views.services import ViewWanted

Column = Annotated[str, Field(max_length=32, pattern=r"^[a-z_]+$")]
ViewName = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=80),
    AfterValidator(without_nul),
]


class ViewIn(In):
    """What to save."""

    name: ViewName = Field(examples=["Failed at the ERP"])
    shared: StrictBool = Field(default=False, description="Everybody of the organization sees it.")
    filter: SubmissionFilterIn = Field(default_factory=SubmissionFilterIn)
    columns: list[Column] = Field(
        default_factory=list, max_length=20, description="In their order; none: as usual."
    )
    sort: Sort = Sort.NEWEST

    def wanted(self) -> ViewWanted:
        return ViewWanted(self.name, self.shared, self.filter.wanted(), self.columns, self.sort)


class ViewOut(Out):
    """A saved list."""

    id: uuid.UUID
    name: str
    shared: bool
    mine: bool = Field(description="Whoever asks made it.")
    by: str = Field(description="Who made it.")
    filter: SubmissionFilterIn
    columns: list[str]
    sort: Sort
    changed_at: datetime

    @classmethod
    def of(cls, view: SavedView, viewer_id: uuid.UUID | None) -> Self:
        return cls(
            id=view.pk,
            name=view.name,
            shared=view.shared,
            mine=view.owner_id == viewer_id,
            by=view.owner_name,
            filter=SubmissionFilterIn.model_validate(view.filter),
            columns=view.columns,
            sort=Sort(view.sort),
            changed_at=view.changed_at,
        )


class ViewsOut(Out):
    items: list[ViewOut]
