"""What operators need to know before a submission is sent again."""

from __future__ import annotations

from typing import Self

from pydantic import Field

from api.schemas.base import Out
from api.schemas.forms.forms import FormQuestionOut, questions_told
from core.submissions.models import Submission
from core.submissions.operate import SentAgain
from core.workflows.compile import step_title
from core.workflows.forms import form_of
from waybill_definitions.languages import ENGLISH


class SentAgainOut(Out):
    """A step that a replay would send, and what its destination would make of it."""

    position: int
    title: str
    system: str
    delivered: bool = Field(
        description="It was sent before, so it is sent twice. If not, its condition was false."
    )
    record: str | None = Field(description="What it made before.")
    record_url: str | None
    effect: str | None = Field(
        description="`keyed`, `readable` or `blind`. A replay has keys and references of its own, "
        "so the destination knows it by none of them."
    )
    same_by: str | None = Field(
        description="What the destination recognizes the same thing by all the same, in words."
    )

    @classmethod
    def of(cls, again: SentAgain) -> Self:
        run = again.run
        return cls(
            position=run.position,
            title=step_title(run.step, ENGLISH),
            system=run.connection.name,
            delivered=again.delivered,
            record=run.record or None,
            record_url=run.record_url or None,
            effect=str(again.effect) if again.effect else None,
            same_by=again.same_by or None,
        )


class ReplayPreviewOut(Out):
    """What sending it once more would do. Nothing is sent yet."""

    steps: list[SentAgainOut]


class AskedFormOut(Out):
    """The questions that a submission answered, to correct them."""

    version: int = Field(description="Of the workflow, which the submission follows.")
    newest_version: int = Field(description="The one that is live now.")
    language: str = Field(description="In which the questions are told (BCP 47).")
    questions: list[FormQuestionOut]

    @classmethod
    def of(cls, submission: Submission) -> Self:
        version = submission.version
        newest = submission.workflow.current or version
        return cls(
            version=version.number,
            newest_version=newest.number,
            language=form_of(version).language,
            questions=questions_told(version),
        )
