from __future__ import annotations

from typing import ClassVar

from django.db import models

from core.accounts.models import OrganizationOwned, OwnedQuerySet
from core.submissions.states import SubmissionStatus
from core.workflows.models import Workflow, WorkflowVersion


class Source(models.TextChoices):
    FORM = "form", "Form"
    API = "api", "API"


class Submission(OrganizationOwned):
    """One accepted input. Its id is the task id that the caller was given.

    ``resumed_from`` is the ended submission that this one takes up again, which stays as it was.
    The last three attributes are set on the items of `submission_page` alone.
    """

    steps_total: int
    steps_done: int
    problem: str | None

    workflow = models.ForeignKey(
        Workflow, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    version = models.ForeignKey(
        WorkflowVersion, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    resumed_from = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="resumed_as", db_index=False
    )
    reference = models.CharField(max_length=16, unique=True)
    subject = models.CharField(max_length=200, blank=True)
    status = models.CharField(
        max_length=16, choices=SubmissionStatus.choices, default=SubmissionStatus.ACCEPTED
    )
    source = models.CharField(max_length=8, choices=Source.choices)
    data = models.JSONField()
    request_id = models.CharField(max_length=64, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True)

    objects = OwnedQuerySet["Submission"].as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["organization", "-id"], name="submissions_newest"),
            models.Index(fields=["organization", "status", "-id"], name="submissions_by_status"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["resumed_from"],
                condition=models.Q(resumed_from__isnull=False),
                name="resumed_once",
            ),
        ]


class IdempotencyKey(OrganizationOwned):
    """Remembers which submission a caller's key made, and of which body."""

    workflow = models.ForeignKey(
        Workflow, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    key = models.CharField(max_length=255)
    body_hash = models.BinaryField(max_length=32)
    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = OwnedQuerySet["IdempotencyKey"].as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organization", "workflow", "key"], name="one_submission_per_key"
            ),
        ]
