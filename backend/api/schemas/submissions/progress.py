"""How far a submission is, for the person who sent it."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any, Literal, Self

from pydantic import Field

from api.schemas.base import Out, Told
from api.schemas.forms.forms import FormSentOut
from api.schemas.people.accounts import OrganizationNameOut
from core.connections.models import Connection
from core.delivery.models import PauseReason
from core.delivery.operate import Wait, WaitReason, wait_sentence, waits_get
from core.submissions.models import Source, StepRun, StepStatus, Submission, SubmissionStatus
from core.submissions.models.states import SUBMISSION_ENDS
from core.submissions.read import (
    headline,
    step_sentence,
    submission_title,
    system_name,
    waiting_reason,
)
from core.workflows.compile import step_title
from core.workflows.forms import form_of
from waybill_definitions.languages import ENGLISH, TrackingWords, language_direction, words_in

FINAL_STATUSES = SUBMISSION_ENDS


class ConnectionRefOut(Out):
    """A connection, by name."""

    id: uuid.UUID
    slug: str
    name: str

    @classmethod
    def of(cls, connection: Connection) -> Self:
        return cls(id=connection.pk, slug=connection.slug, name=connection.name)


class WaitOut(Out):
    """What keeps a step from being sent now, as an operator sees it."""

    reason: WaitReason
    sentence: str = Field(description="The cause in one sentence.")
    until: datetime | None = Field(
        description="When it is looked at again, if that is known; never a time that is past."
    )
    since: datetime | None = Field(description="Of a pause: when it began.")
    pause: PauseReason = Field(description="Of a pause: who or what made it.")
    by: str | None = Field(description="Of a pause by a person: their name.")
    message: Told | None = Field(description="Of a pause: what was said of it.")
    step: str = Field(description="The step that waits, by its title.")
    connection: ConnectionRefOut = Field(description="Where it is to be sent.")

    @classmethod
    def of(cls, run: StepRun, wait: Wait, language: str = ENGLISH) -> Self:
        return cls(
            reason=wait.reason,
            sentence=wait_sentence(run, wait, language) or step_sentence(run, language),
            until=wait.until,
            since=wait.since,
            pause=wait.pause,
            by=wait.by or None,
            message=wait.message or None,
            step=step_title(run.step, language),
            connection=ConnectionRefOut.of(run.connection),
        )


class StepProgressOut(Out):
    """One step of a submission."""

    key: str
    position: int
    title: str
    system: str
    status: StepStatus
    sentence: Told = Field(description="The step's state in one sentence.")
    record: str | None = Field(description="Number of the record that was made.")
    record_url: str | None = Field(description="Where an operator opens the record.")
    reason: Told | None = Field(description="Why it waits or did not succeed.")
    wait: WaitReason | None = Field(description="Why it is not being sent now, while it waits.")
    wait_until: datetime | None = Field(description="When it is looked at again, if that is known.")
    next_attempt_at: datetime | None = Field(
        description="When it is tried next, if a time is set; null while something else must end"
        " first, such as a pause."
    )
    finished_at: datetime | None

    @classmethod
    def of(cls, run: StepRun, wait: Wait | None, language: str = ENGLISH) -> Self:
        """For the public: no address inside a customer's system, no words of that system."""
        fields = progress_fields(run, wait, language)
        reason = wait_sentence(run, wait, language) or waiting_reason(run, language)
        return cls(**fields | {"record_url": None, "reason": reason})


def progress_fields(run: StepRun, wait: Wait | None, language: str = ENGLISH) -> dict[str, Any]:
    """The fields of `StepProgressOut`, as an operator sees them. What it waits for now comes before
    what went wrong last."""
    waits_for = wait_sentence(run, wait, language)
    return {
        "key": run.step.key,
        "position": run.position,
        "title": step_title(run.step, language),
        "system": system_name(run),
        "status": run.status,
        "sentence": waits_for or step_sentence(run, language),
        "record": run.record or None,
        "record_url": run.record_url or None,
        "reason": waits_for or run.error_message or waiting_reason(run, language),
        "wait": wait.reason if wait else None,
        "wait_until": wait.until if wait else None,
        "next_attempt_at": _next(run, wait),
        "finished_at": run.finished_at,
    }


def _next(run: StepRun, wait: Wait | None) -> datetime | None:
    """When it is tried next, as far as that is known: never a time that is past."""
    if wait is None or wait.until is None or run.next_attempt_at is None:
        return None
    return max(run.next_attempt_at, wait.until)


class TrackingOut(Out):
    """A submission as its private tracking link shows it."""

    reference: str = Field(examples=["WB-7K3M9QXD01"])
    title: str
    organization: OrganizationNameOut
    status: SubmissionStatus
    headline: str
    submitted_at: datetime
    finished_at: datetime | None
    language: str = Field(
        description="Of its sender (BCP 47). All that is told here is in it, or in the nearest "
        "language that there is.",
        examples=["de"],
    )
    direction: Literal["ltr", "rtl"] = Field(description="Of its writing, as HTML's `dir`.")
    words: TrackingWords = Field(description="Every built-in sentence of the page.")
    sent: FormSentOut | None = Field(
        description="What the form says to whoever sent it; null where it says nothing."
    )
    steps: list[StepProgressOut]

    @classmethod
    def of(cls, submission: Submission) -> Self:
        language = submission.language
        runs = list(submission.step_runs.all())
        waits = waits_get(runs)
        return cls.model_validate(
            {
                "reference": submission.reference,
                "title": submission_title(submission),
                "organization": OrganizationNameOut(name=submission.organization.name),
                "status": submission.status,
                "headline": headline(submission, language),
                "submitted_at": submission.created_at,
                "finished_at": submission.finished_at,
                "language": language,
                "direction": language_direction(language),
                "words": words_in(language).tracking,
                "sent": _last_words(submission),
                "steps": [StepProgressOut.of(run, waits.get(run.pk), language) for run in runs],
            }
        )


def _last_words(submission: Submission) -> FormSentOut | None:
    """Of the version that was sent, in its sender's language."""
    if submission.source != Source.FORM:
        return None
    form = form_of(submission.version)
    language = form.language_for(submission.language)
    sent = FormSentOut.of(form, language, submission.workflow.allowed_origins)
    return sent if sent.title or sent.text or sent.redirect else None
