from __future__ import annotations

from typing import ClassVar

from django.db import models

from core.accounts.models import Organization
from core.accounts.owned import OfOrganization


class EventKind(models.TextChoices):
    STEP_SUCCEEDED = "step.succeeded", "Delivered"
    STEP_FOUND = "step.found", "Found at the destination"
    STEP_WAITING = "step.waiting", "Will be tried again"
    STEP_FAILED = "step.failed", "Failed"
    STEP_UNKNOWN = "step.unknown", "Outcome not known"
    STEP_SKIPPED = "step.skipped", "Skipped"
    STEP_CANCELLED = "step.cancelled", "Cancelled"
    STEP_RESOLVED = "step.resolved", "Resolved by a person"
    STEP_RETRY_REQUESTED = "step.retry_requested", "Retry requested"
    SUBMISSION_SUCCEEDED = "submission.succeeded", "Everything delivered"
    SUBMISSION_FAILED = "submission.failed", "Could not be completed"
    SUBMISSION_NEEDS_ATTENTION = "submission.needs_attention", "Needs a person"
    SUBMISSION_CANCELLED = "submission.cancelled", "Cancelled"
    SUBMISSION_RESUMED = "submission.resumed", "Taken up again"
    SUBMISSION_REPLAYED = "submission.replayed", "Sent once more"
    SUBMISSION_ASSIGNED = "submission.assigned", "Given to a person"


OPERATORS_ONLY = frozenset({EventKind.SUBMISSION_REPLAYED, EventKind.SUBMISSION_ASSIGNED})
"""Of what becomes of a submission inside the organization, its sender hears nothing."""


class Event(OfOrganization):
    """One line of a submission's log: what happened, small and typed, no payload. Only what was
    corrected for `submission.resumed` stands there before and after, shortened and masked.

    The ids grow within a submission, since whoever writes one holds the submission's row.
    Acceptance has no row: the submission's ``created_at`` says it. Partitioned by month of ``at``.
    """

    id = models.BigAutoField(primary_key=True)
    organization = models.ForeignKey(
        Organization,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        db_constraint=False,
    )
    submission = models.ForeignKey(
        "submissions.Submission",
        on_delete=models.CASCADE,
        related_name="events",
        db_index=False,
        db_constraint=False,
    )
    step_run = models.ForeignKey(
        "submissions.StepRun",
        null=True,
        on_delete=models.CASCADE,
        related_name="+",
        db_index=False,
        db_constraint=False,
    )
    at = models.DateTimeField()
    kind = models.CharField(max_length=32, choices=EventKind.choices)
    detail = models.JSONField(
        default=dict, help_text="Step key, attempt number, seconds to wait: facts, never answers."
    )

    class Meta:
        ordering: ClassVar = ["id"]
        indexes: ClassVar = [
            models.Index(fields=["submission", "id"], name="events_of_submission"),
        ]

    def __str__(self) -> str:
        return self.kind
