"""Taking one submission to change it."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import transaction

from core.accounts.models import Organization
from core.errors import NotFound
from core.submissions.models import StepRun, Submission
from core.submissions.state import Line, lock_lines, lock_submissions


@dataclass(frozen=True, slots=True)
class HeldSubmission:
    """A submission whose row, lines and runs nobody else changes until the block ends."""

    submission: Submission
    runs: list[StepRun]
    lines: list[Line]


@contextmanager
def hold(*, organization: Organization, submission_id: uuid.UUID) -> Iterator[HeldSubmission]:
    """One transaction around a submission and its runs, in every caller's lock order.

    Raises NotFound when the organization has no such submission.
    """
    with transaction.atomic():
        owned = Submission.objects.owned_by(organization).filter(pk=submission_id)
        if not owned.exists():
            raise NotFound("This organization has no submission with that id.")
        lock_submissions([submission_id])
        lines = lock_lines([submission_id])
        submission = owned.select_related("state", "workflow", "version", "organization").get()
        runs = StepRun.objects.owned_by(organization).filter(submission=submission)
        locked = (
            runs.order_by("position")
            .select_for_update(of=("self",))
            .select_related("step", "connection")
        )
        yield HeldSubmission(submission, list(locked), lines)
