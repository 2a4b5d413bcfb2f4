from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from core.accounts.models import OrganizationOwned, OwnedQuerySet
from core.connections.models import Connection
from core.workflows.models import Queue, Step, Workflow, WorkflowVersion


class SubmissionStatus(models.TextChoices):
    ACCEPTED = "accepted", "Accepted"
    DELIVERING = "delivering", "Delivering"
    SUCCEEDED = "succeeded", "Succeeded"
    NEEDS_ATTENTION = "needs_attention", "Needs attention"
    FAILED = "failed", "Failed"
    CANCELLED = "cancelled", "Cancelled"


class Source(models.TextChoices):
    FORM = "form", "Form"
    API = "api", "API"


class Submission(OrganizationOwned):
    """One accepted input. Its id is the task id that the caller was given.

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


class StepStatus(models.TextChoices):
    BLOCKED = "blocked", "Blocked"
    READY = "ready", "Ready"
    SENDING = "sending", "Sending"
    WAITING = "waiting", "Waiting"
    SUCCEEDED = "succeeded", "Succeeded"
    FAILED = "failed", "Failed"
    UNKNOWN = "unknown", "Unknown"
    SKIPPED = "skipped", "Skipped"
    CANCELLED = "cancelled", "Cancelled"


DUE = Q(status__in=[StepStatus.READY, StepStatus.WAITING])


class StepRun(OrganizationOwned):
    """One step for one submission: the unit of delivery.

    A claim takes a due run by raising `fence` and setting `lease_until` by the
    database's clock; every later write names the fence it holds, so a worker
    that lost its lease writes nothing.
    """

    submission = models.ForeignKey(
        Submission, on_delete=models.CASCADE, related_name="step_runs", db_index=False
    )
    step = models.ForeignKey(Step, on_delete=models.PROTECT, related_name="+", db_index=False)
    connection = models.ForeignKey(
        Connection, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    position = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=16, choices=StepStatus.choices)
    queue = models.CharField(max_length=16, choices=Queue.choices)
    waiting_for = models.PositiveSmallIntegerField(
        default=0, help_text="Dependencies not yet done."
    )
    tries = models.PositiveSmallIntegerField(default=0)
    fence = models.BigIntegerField(default=0)
    lease_until = models.DateTimeField(null=True)
    next_attempt_at = models.DateTimeField(null=True)
    deadline_at = models.DateTimeField()
    look_first = models.BooleanField(
        default=False, help_text="An earlier send may have arrived: look it up before sending."
    )
    output = models.JSONField(null=True)
    record = models.CharField(max_length=200, blank=True)
    record_url = models.CharField(max_length=500, blank=True)
    error_kind = models.CharField(max_length=24, blank=True)
    error_message = models.TextField(blank=True)
    finished_at = models.DateTimeField(null=True)

    objects = OwnedQuerySet["StepRun"].as_manager()

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["submission", "step"], name="one_run_per_step"),
            models.CheckConstraint(
                condition=~DUE | Q(next_attempt_at__isnull=False), name="due_runs_have_a_time"
            ),
            models.CheckConstraint(
                condition=~Q(status=StepStatus.SENDING) | Q(lease_until__isnull=False),
                name="sending_runs_have_a_lease",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["queue", "next_attempt_at"], condition=DUE, name="runs_due"),
            models.Index(
                fields=["lease_until"],
                condition=Q(status=StepStatus.SENDING),
                name="runs_sending",
            ),
        ]

    @property
    def reference(self) -> str:
        """What the destination is told: ``WB-7K3M9QXD-1``."""
        return f"{self.submission.reference}-{self.position}"


class AttemptOutcome(models.TextChoices):
    SENDING = "sending", "Sending"
    SUCCEEDED = "succeeded", "Succeeded"
    FOUND = "found", "Found at the destination"
    FAILED = "failed", "Failed"
    LOST = "lost", "Lost"


class Attempt(OrganizationOwned):
    """One try of a step run; its row is committed before the network is touched."""

    step_run = models.ForeignKey(
        StepRun, on_delete=models.CASCADE, related_name="attempts", db_index=False
    )
    number = models.PositiveSmallIntegerField()
    fence = models.BigIntegerField()
    worker = models.CharField(max_length=200)
    outcome = models.CharField(
        max_length=16, choices=AttemptOutcome.choices, default=AttemptOutcome.SENDING
    )
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    error_kind = models.CharField(max_length=24, blank=True)
    message = models.TextField(blank=True)
    request = models.JSONField(null=True)
    response = models.JSONField(null=True)

    objects = OwnedQuerySet["Attempt"].as_manager()

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["step_run", "fence"], name="one_attempt_per_fence"),
        ]
