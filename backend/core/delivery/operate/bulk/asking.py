"""What is asked of a bulk action, and which submissions can take it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from core.accounts.models import Organization
from core.delivery.models import BulkAction, BulkKind
from core.sealing.fields import field_open, field_seal
from core.submissions.models import RESUMABLE, StepRun, StepStatus, Submission, SubmissionStatus
from core.submissions.operate import Decision
from core.submissions.read import SubmissionFilter, submissions_matching

MOST_SUBMISSIONS = 100_000
"""How many one action treats at most: the oldest of those that match."""

_SUITABLE = {
    BulkKind.RETRY: [SubmissionStatus.DELIVERING, SubmissionStatus.NEEDS_ATTENTION],
    BulkKind.RESUME: RESUMABLE,
    BulkKind.CORRECT: RESUMABLE,
    BulkKind.CANCEL: [
        SubmissionStatus.ACCEPTED,
        SubmissionStatus.DELIVERING,
        SubmissionStatus.NEEDS_ATTENTION,
    ],
    BulkKind.RESOLVE: [SubmissionStatus.NEEDS_ATTENTION],
}
_STEPS = {BulkKind.RETRY: StepStatus.WAITING, BulkKind.RESOLVE: StepStatus.UNKNOWN}
"""The step that a submission must have for the action to do something."""


@dataclass(frozen=True, slots=True)
class BulkGiven:
    """What may name a person, and is sealed until the action has ended.

    ``value``: the answer that replaces another; None takes it out. ``record``, ``note``: of steps
    that are resolved.
    """

    value: Any = None
    record: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class BulkAsked:
    """``newest_version``: of those that are taken up again. ``field``: the key of the question to
    correct. ``decision``: about unknown steps. Where the filter names connections, only the unknown
    steps at those are resolved."""

    kind: BulkKind
    wanted: SubmissionFilter
    newest_version: bool = False
    field: str = ""
    decision: Decision | None = None
    given: BulkGiven = BulkGiven()

    @classmethod
    def of(cls, action: BulkAction) -> BulkAsked:
        """What was asked of an action that is kept. Raises SealBroken."""
        given = json.loads(field_open(action, "sealed_given")) if action.sealed_given else {}
        return cls(
            kind=BulkKind(action.kind),
            wanted=SubmissionFilter.model_validate(action.filter),
            newest_version=action.newest_version,
            field=action.field,
            decision=Decision(action.decision) if action.decision else None,
            given=BulkGiven(**given),
        )

    def keep(self, action: BulkAction) -> None:
        """Write it into an action that is not stored yet. Raises KeyMissing."""
        action.kind = self.kind
        # Who searched for an e-mail address would leave it here for good.
        action.filter = self.wanted.model_dump(mode="json", exclude_none=True, exclude={"q"})
        action.newest_version = self.newest_version
        action.field = self.field
        action.decision = self.decision or ""
        if self.kind in (BulkKind.CORRECT, BulkKind.RESOLVE):
            given = {
                "value": self.given.value,
                "record": self.given.record,
                "note": self.given.note,
            }
            action.sealed_given = field_seal(action, "sealed_given", json.dumps(given).encode())


def bulk_matching(organization: Organization, asked: BulkAsked) -> QuerySet[Submission]:
    """The submissions of the filter whose state allows the action, in no order."""
    rows = submissions_matching(organization, asked.wanted)
    rows = rows.filter(state__status__in=_SUITABLE[asked.kind], state__organization=organization)
    if asked.kind in (BulkKind.RESUME, BulkKind.CORRECT):
        again = Submission.objects.owned_by(organization).filter(resumed_from=OuterRef("pk"))
        rows = rows.exclude(Exists(again)).filter(erased_at=None)
    if asked.kind in _STEPS:
        runs = steps_meant(StepRun.objects.owned_by(organization), asked)
        rows = rows.filter(Exists(runs.filter(submission=OuterRef("pk"))))
    return rows


def steps_meant(runs: QuerySet[StepRun], asked: BulkAsked) -> QuerySet[StepRun]:
    """Those of the step runs that a retry or a decision is about."""
    runs = runs.filter(status=_STEPS[asked.kind])
    if asked.kind is BulkKind.RESOLVE and asked.wanted.connection_id is not None:
        runs = runs.filter(connection_id__in=asked.wanted.connection_id)
    return runs
