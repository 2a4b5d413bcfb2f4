"""One action for many submissions: what is asked, what it would do, how far it is."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any, Self

from pydantic import Field, StrictBool, model_validator

from api.schemas.base import In, Out, Text, Told
from api.schemas.submissions.filters import SubmissionFilterIn
from core.delivery.models import BulkAction, BulkKind, BulkStatus, ItemOutcome
from core.delivery.operate import (
    USUAL_RATE,
    BulkAsked,
    BulkGiven,
    Correctable,
    Preview,
    Treated,
    TreatedPage,
)
from core.submissions.models import SubmissionStatus
from core.submissions.operate import Decision


class BulkPreviewIn(In):
    """What is to be done with all submissions of a filter."""

    kind: BulkKind
    filter: SubmissionFilterIn
    newest_version: StrictBool = Field(
        default=False,
        description="`resume`, `correct`: follow the workflow's newest version, not their own.",
    )
    field: str = Field(
        default="",
        max_length=63,
        pattern=r"^([a-z][a-z0-9_]*)?$",
        description="`correct`: the question's key.",
    )
    value: Any = Field(default=None, description="`correct`: the answer to set; null takes it out.")
    decision: Decision | None = Field(
        default=None,
        description="`resolve`: what a person found out. Where the filter names connections, only"
        " the unknown steps at those are meant.",
    )
    record: Text = Field(
        default="", max_length=200, description="`resolve`: their number at the destination."
    )
    note: Text = Field(default="", max_length=500, description="`resolve`: for whoever reads it.")

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.kind is BulkKind.CORRECT) != bool(self.field):
            raise ValueError("give `field` with the kind `correct`, and only there")
        if (self.kind is BulkKind.RESOLVE) != (self.decision is not None):
            raise ValueError("give `decision` with the kind `resolve`, and only there")
        return self

    def asked(self) -> BulkAsked:
        return BulkAsked(
            kind=self.kind,
            wanted=self.filter.wanted(),
            newest_version=self.newest_version,
            field=self.field,
            decision=self.decision,
            given=BulkGiven(self.value, self.record, self.note),
        )


class BulkBeginIn(In):
    """At which pace."""

    rate_per_second: float = Field(
        default=USUAL_RATE, gt=0, le=1000, description="Submissions a second at most."
    )


class BulkIn(BulkPreviewIn, BulkBeginIn):
    """What is to be done, and at which pace."""


class BulkReasonOut(Out):
    reason: Told
    submissions: int


class BulkPreviewOut(Out):
    """What the action would do with what matches now."""

    id: uuid.UUID | None = Field(
        description="Start this within an hour: it treats exactly what matched. Null: nothing did."
    )
    selected: int = Field(description="What the filter matches, counted up to 100,000.")
    submissions: int = Field(description="What would be treated, 100,000 at most.")
    more: bool = Field(description="More match: the oldest are treated, the others need another.")
    left: dict[str, int] = Field(
        description="What cannot take the action, by status. Empty where not all were counted."
    )
    steps: int = Field(description="Steps that would be sent.")
    effects: dict[str, int] = Field(description="Those steps by effect class.")
    may_have_arrived: int = Field(description="Steps of which an earlier send may have arrived.")
    likely_duplicates: int = Field(
        description="Those of them that their destination would not recognize: sent blind again."
    )
    estimated_seconds: float = Field(
        description="At the connections' limits; a second for each send where no rate is set."
    )
    tried: int = Field(description="`resume`, `correct`: so many were checked against their form.")
    refused: int = Field(description="So many of the tried ones would be left as they are.")
    reasons: list[BulkReasonOut] = Field(description="Why, the most frequent first.")

    @classmethod
    def of(cls, preview: Preview) -> Self:
        return cls(
            id=preview.id,
            selected=preview.selected,
            submissions=preview.submissions,
            more=preview.more,
            left=dict(preview.left),
            steps=preview.sends.steps,
            effects=dict(preview.sends.effects),
            may_have_arrived=preview.sends.may_have_arrived,
            likely_duplicates=preview.sends.likely_duplicates,
            estimated_seconds=preview.sends.seconds,
            tried=preview.tried.submissions,
            refused=preview.tried.refused,
            reasons=[
                BulkReasonOut(reason=reason, submissions=count)
                for reason, count in preview.tried.reasons
            ],
        )


class BulkOut(Out):
    """A bulk action and how far it is."""

    id: uuid.UUID
    kind: BulkKind
    status: BulkStatus
    filter: dict[str, Any] = Field(description="What was chosen, without what was searched for.")
    field: str | None
    decision: Decision | None
    newest_version: bool
    total: int = Field(description="What is treated.")
    done: int
    refused: int = Field(description="Left as they are, each with a reason.")
    last_refusal: str | None
    rate_per_second: float
    started_by: str
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None

    @classmethod
    def of(cls, action: BulkAction) -> Self:
        return cls(
            id=action.pk,
            kind=BulkKind(action.kind),
            status=BulkStatus(action.status),
            filter=action.filter,
            field=action.field or None,
            decision=Decision(action.decision) if action.decision else None,
            newest_version=action.newest_version,
            total=action.total,
            done=action.done,
            refused=action.refused,
            last_refusal=action.last_refusal or None,
            rate_per_second=action.rate_per_second,
            started_by=action.created_by.get("name", ""),
            created_at=action.created_at,
            started_at=action.started_at,
            finished_at=action.finished_at,
        )


class BulkPageOut(Out):
    items: list[BulkOut]
    next_cursor: str | None


class BulkItemOut(Out):
    """What became of one submission."""

    submission_id: uuid.UUID
    reference: str | None = Field(description="Null: the submission is no longer kept.")
    subject: str | None
    status: SubmissionStatus | None = Field(description="As it is now.")
    outcome: ItemOutcome
    reason: Told | None = Field(description="Why it was left as it is.")
    resumed_as: uuid.UUID | None
    resumed_as_reference: str | None
    resumed_as_status: SubmissionStatus | None = Field(description="Of that one, as it is now.")
    at: datetime | None

    @classmethod
    def of(cls, treated: Treated) -> Self:
        item, submission, again = treated.item, treated.submission, treated.resumed_as
        return cls(
            submission_id=item.submission_id,
            reference=submission.reference if submission else None,
            subject=submission.subject if submission else None,
            status=submission.status if submission else None,
            outcome=ItemOutcome(item.outcome),
            reason=item.reason or None,
            resumed_as=item.resumed_as_id,
            resumed_as_reference=again.reference if again else None,
            resumed_as_status=again.status if again else None,
            at=item.at,
        )


class BulkItemPageOut(Out):
    items: list[BulkItemOut]
    next_after: int | None = Field(description="Give it as `after` for the next page.")

    @classmethod
    def of(cls, page: TreatedPage) -> Self:
        return cls(items=[BulkItemOut.of(each) for each in page.items], next_after=page.next_after)


class BulkFieldsIn(In):
    filter: SubmissionFilterIn
    newest_version: StrictBool = False


class BulkChoiceOut(Out):
    value: str
    label: str


class BulkFieldOut(Out):
    """A question whose answer can be corrected for many."""

    key: str
    label: str
    kind: str = Field(examples=["text"])
    choices: list[BulkChoiceOut] = Field(description="Where the form lists them.")
    sensitive: bool
    submissions: int = Field(description="How many of the chosen ones have it.")

    @classmethod
    def of(cls, found: Correctable) -> Self:
        return cls(
            key=found.key,
            label=found.label,
            kind=found.kind,
            choices=[BulkChoiceOut(value=value, label=label) for value, label in found.choices],
            sensitive=found.sensitive,
            submissions=found.submissions,
        )


class BulkFieldsOut(Out):
    items: list[BulkFieldOut]
