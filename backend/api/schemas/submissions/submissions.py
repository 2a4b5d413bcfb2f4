from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from pydantic import Field

from api.schemas.base import In, Json, Out, Told
from api.schemas.forms.uploads import FileOut
from api.schemas.problems import FieldProblem
from api.schemas.submissions.asked import AskedOut, asked_of
from api.schemas.submissions.progress import (
    ConnectionRefOut,
    StepProgressOut,
    WaitOut,
    progress_fields,
)
from api.schemas.workflows.workflows import WorkflowRefOut
from core.delivery.operate import Wait, WaitReason, waits_get
from core.postgres.pages import Page
from core.submissions.accept import BATCH_MOST, Result
from core.submissions.models import (
    Assignment,
    Attempt,
    AttemptOutcome,
    Source,
    StepRun,
    StepStatus,
    Submission,
    SubmissionStatus,
)
from core.submissions.read import (
    COUNTED,
    Counted,
    attempts_of,
    state_changed_at,
    step_ahead,
    step_effect,
    step_in_the_way,
    submission_title,
    token_url,
    tracking_token,
    tracking_url,
)
from core.submissions.sensitive import masked, masked_names
from core.submissions.uploads import files_of
from waybill_definitions.languages import ENGLISH

_DONE = (StepStatus.SUCCEEDED, StepStatus.SKIPPED)
_EXAMPLE = {
    "company": "Nordwind Trading",
    "contact_name": "Ada Berg",
    "email": "ada.berg@example.com",
    "country": "DE",
}


class SubmissionIn(In):
    """One input. What `data` must hold is each workflow's own affair.

    It is checked against the workflow's schema, at `/api/v1/workflows/{slug}/schema.json`: an empty
    `data` fits here, and is refused by every workflow that asks for something. Clients that know
    the answers are made from `/api/v1/workflows/{slug}/openapi.json`.
    """

    data: Json = Field(
        description="The answers, by field: see the workflow's `schema.json`.", examples=[_EXAMPLE]
    )


class BatchItemIn(SubmissionIn):
    idempotency_key: str | None = Field(
        default=None,
        min_length=1,
        max_length=255,
        pattern=r"^[!-~]+$",
        description="As the header of a single submission.",
    )


class BatchIn(In):
    """Many inputs at once; each is judged on its own."""

    submissions: list[BatchItemIn] = Field(min_length=1, max_length=BATCH_MOST)


class AcceptedOut(Out):
    """The submission is committed and will be delivered."""

    id: uuid.UUID = Field(description="The task id.")
    reference: str = Field(description="What people read and say.", examples=["WB-7K3M9QXD01"])
    status: SubmissionStatus
    tracking_token: str
    tracking_url: str = Field(description="The private page that shows each step live.")
    status_url: str = Field(description="Address of the state, the same as in Location.")

    @classmethod
    def of(cls, submission: Submission, status_url: str) -> Self:
        token = tracking_token(submission.pk)
        return cls(
            id=submission.pk,
            reference=submission.reference,
            status=SubmissionStatus(submission.status),
            tracking_token=token,
            tracking_url=token_url(token),
            status_url=status_url,
        )


class BatchResultOut(Out):
    """What became of one item: `202` with its submission, or the status of its refusal."""

    index: int
    status: int = Field(description="202 when it is committed, else 409 or 422.")
    id: uuid.UUID | None = Field(description="The task id.")
    reference: str | None
    replayed: bool = Field(description="An earlier request with this key was accepted.")
    code: str | None = Field(description="The refusal's code.")
    detail: str | None
    errors: list[FieldProblem]

    @classmethod
    def of(cls, index: int, result: Result) -> Self:
        error = result.error
        return cls(
            index=index,
            status=error.status if error else 202,
            id=result.id,
            reference=result.reference,
            replayed=result.replayed,
            code=error.code if error else None,
            detail=error.detail if error else None,
            errors=[
                FieldProblem(field=each.field, message=each.message)
                for each in (error.errors if error else ())
            ],
        )


class BatchOut(Out):
    accepted: int = Field(description="How many items are committed now or were before.")
    results: list[BatchResultOut]


class SubmissionRefOut(Out):
    """Another submission, by name."""

    id: uuid.UUID
    reference: str

    @classmethod
    def of(cls, submission: Submission) -> Self:
        return cls(id=submission.pk, reference=submission.reference)


class ContinuationOut(SubmissionRefOut):
    """The submission that another one went on as, and how that stands."""

    status: SubmissionStatus

    @classmethod
    def of(cls, submission: Submission) -> Self:
        return cls(id=submission.pk, reference=submission.reference, status=submission.status)


class SubmissionOut(Out):
    """A submission in a list."""

    id: uuid.UUID
    reference: str
    workflow: WorkflowRefOut
    status: SubmissionStatus
    title: str = Field(description="What it is about, e.g. the company.")
    source: Source
    created_at: datetime
    finished_at: datetime | None
    steps_total: int
    steps_done: int
    changed_at: datetime = Field(description="When its state changed last.")
    problem: Told | None = Field(description="What went wrong last at the step in the way.")
    error_kind: str | None = Field(description="The kind of that.", examples=["invalid_input"])
    wait: WaitOut | None = Field(
        description="What it waits for now, while it waits: this comes before `problem`."
    )
    resumed_as: ContinuationOut | None = Field(
        description="The one that took this up again: this comes before `problem`, too."
    )

    @classmethod
    def in_list(cls, submission: Submission, waits: Mapping[uuid.UUID, Wait]) -> Self:
        return cls.model_validate(
            _summary(submission)
            | {"steps_total": submission.steps_total, "steps_done": submission.steps_done}
            | _in_the_way(submission.in_the_way, waits)
        )


class SubmissionPageOut(Out):
    items: list[SubmissionOut]
    next_cursor: str | None = Field(
        description="Pass as `cursor` for the next page. A page may hold fewer than `limit`, or"
        " none, and still have one: so far was looked, and further ones follow."
    )

    @classmethod
    def of(cls, page: Page[Submission]) -> Self:
        waits = waits_get(each.in_the_way for each in page.items if each.in_the_way)
        return cls(
            items=[SubmissionOut.in_list(each, waits) for each in page.items],
            next_cursor=page.next_cursor,
        )


class SubmissionCountOut(Out):
    """How many match."""

    count: int
    exact: bool = Field(
        description="All were counted. If not, there are at least so many: counting ends at"
        f" {COUNTED:,}, or when too many had to be looked at."
    )

    @classmethod
    def of(cls, counted: Counted) -> Self:
        return cls(count=counted.count, exact=counted.exact)


class AttemptOut(Out):
    """One try of a step, with what was sent and answered; secrets are redacted."""

    number: int
    started_at: datetime
    ended_at: datetime | None
    duration_ms: int | None
    outcome: AttemptOutcome
    error_kind: str | None
    message: Told | None
    request: Json | None
    response: Json | None

    @classmethod
    def of(cls, attempt: Attempt) -> Self:
        return cls.model_validate(
            {
                "number": attempt.number,
                "started_at": attempt.started_at,
                "ended_at": attempt.ended_at,
                "duration_ms": _milliseconds(attempt.started_at, attempt.ended_at),
                "outcome": attempt.outcome,
                "error_kind": attempt.error_kind or None,
                "message": attempt.message or None,
                "request": attempt.request,
                "response": attempt.response,
            }
        )


class StepRunOut(StepProgressOut):
    """One step as an operator sees it."""

    id: uuid.UUID = Field(description="Also the idempotency key that a keyed action sends.")
    connection: ConnectionRefOut
    behind: SubmissionRefOut | None = Field(
        description="While `wait` is `order`: the submission whose step goes first."
    )
    action: str
    connector: str
    error_kind: str | None
    error_message: Told | None = Field(description="What went wrong last.")
    waiting: WaitOut | None = Field(description="What it waits for now, with whose doing it is.")
    effect: str | None = Field(
        description="`keyed`, `readable` or `blind`: what may be done when an answer is lost."
    )
    in_doubt: bool = Field(description="An earlier send may have arrived.")
    deadline_at: datetime
    attempts: list[AttemptOut]

    @classmethod
    def of(cls, run: StepRun, wait: Wait | None, language: str = ENGLISH) -> Self:
        first = step_ahead(run) if wait and wait.reason == WaitReason.ORDER else None
        return cls(
            **progress_fields(run, wait, language),
            id=run.pk,
            connection=ConnectionRefOut.of(run.connection),
            behind=SubmissionRefOut.of(first.submission) if first else None,
            action=run.step.action,
            connector=run.connection.connector,
            error_kind=run.error_kind or None,
            error_message=run.error_message or None,
            waiting=WaitOut.of(run, wait, language) if wait else None,
            effect=step_effect(run),
            in_doubt=run.in_doubt,
            deadline_at=run.deadline_at,
            attempts=[AttemptOut.of(attempt) for attempt in attempts_of(run)],
        )


class AssignedOut(Out):
    """The member who looks after a submission."""

    member_id: uuid.UUID
    user_id: uuid.UUID
    name: str
    at: datetime

    @classmethod
    def of(cls, assignment: Assignment) -> Self:
        user = assignment.member.user
        return cls(
            member_id=assignment.member_id,
            user_id=user.pk,
            name=user.name or user.email,
            at=assignment.at,
        )


class SubmissionDetailOut(SubmissionOut):
    """A submission with its answers, its steps and every attempt."""

    data: Json = Field(description="The answers, by field; sensitive ones are masked.")
    sensitive: list[str] = Field(description="The fields of `data` that are masked.")
    asked: list[AskedOut] = Field(
        description="The questions behind `data`, in the form's order. What else is in `data` is no"
        " question of this version."
    )
    version: int = Field(description="The version of the workflow that it follows.")
    language: str = Field(description="Of its sender (BCP 47).", examples=["de"])
    tracking_url: str
    erased_at: datetime | None = Field(
        description="When its answers and evidence were erased, on a person's request."
    )
    resumed_from: SubmissionRefOut | None = Field(description="The one that this takes up again.")
    replay_of: SubmissionRefOut | None = Field(
        description="The delivered one that this sends once more."
    )
    replayed_as: list[SubmissionRefOut] = Field(
        description="Those that sent this once more, newest first."
    )
    assigned: AssignedOut | None = Field(description="Who looks after it.")
    files: list[FileOut] = Field(description="The files that the answers name.")
    steps: list[StepRunOut]

    @classmethod
    def of(cls, submission: Submission) -> Self:
        runs = list(submission.step_runs.all())
        waits = waits_get(runs)
        before = submission.resumed_from
        return cls.model_validate(
            _summary(submission)
            | {
                "steps_total": len(runs),
                "steps_done": sum(run.status in _DONE for run in runs),
                "data": masked(submission.version, submission.data),
                "sensitive": sorted(masked_names(submission.version, submission.data)),
                "asked": asked_of(submission.version, masked(submission.version, submission.data)),
                "erased_at": submission.erased_at,
                "version": submission.version.number,
                "language": submission.language,
                "files": [
                    {**each, "url": f"/api/v1/submissions/{submission.pk}/files/{each['id']}"}
                    for each in files_of(submission)
                ],
                "tracking_url": tracking_url(submission.pk),
                "resumed_from": SubmissionRefOut.of(before) if before else None,
                "replay_of": _origin(submission),
                "replayed_as": [
                    SubmissionRefOut.of(replay.submission) for replay in submission.replays.all()
                ],
                "assigned": _assigned(submission),
                **_in_the_way(step_in_the_way(runs), waits),
                "steps": [StepRunOut.of(run, waits.get(run.pk)) for run in runs],
            }
        )


class SensitiveOut(Out):
    """The answers that are masked elsewhere. Reading them is written into the audit log."""

    data: Json = Field(description="The sensitive answers alone, by field.")
    asked: list[AskedOut] = Field(description="The questions behind them, in the form's order.")

    @classmethod
    def of(cls, submission: Submission, answers: dict[str, Any]) -> Self:
        return cls(data=answers, asked=asked_of(submission.version, answers, revealed=True))


def _summary(submission: Submission) -> dict[str, Any]:
    return {
        "id": submission.pk,
        "reference": submission.reference,
        "workflow": WorkflowRefOut(slug=submission.workflow.slug, name=submission.workflow.name),
        "status": submission.status,
        "title": submission_title(submission),
        "source": submission.source,
        "created_at": submission.created_at,
        "finished_at": submission.finished_at,
        "changed_at": state_changed_at(submission),
        "resumed_as": _continuation(submission),
    }


def _continuation(submission: Submission) -> ContinuationOut | None:
    again = next(iter(submission.resumed_as.all()), None)
    return None if again is None else ContinuationOut.of(again)


def _origin(submission: Submission) -> SubmissionRefOut | None:
    replay = getattr(submission, "replay", None)
    return None if replay is None else SubmissionRefOut.of(replay.origin)


def _assigned(submission: Submission) -> AssignedOut | None:
    assignment = getattr(submission, "assignment", None)
    return None if assignment is None else AssignedOut.of(assignment)


def _in_the_way(run: StepRun | None, waits: Mapping[uuid.UUID, Wait]) -> dict[str, Any]:
    wait = waits.get(run.pk) if run else None
    return {
        "problem": (run.error_message or None) if run else None,
        "error_kind": (run.error_kind or None) if run else None,
        "wait": WaitOut.of(run, wait) if run and wait else None,
    }


def _milliseconds(start: datetime, end: datetime | None) -> int | None:
    return None if end is None else round((end - start).total_seconds() * 1000)
