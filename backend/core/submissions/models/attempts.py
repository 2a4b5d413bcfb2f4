from __future__ import annotations

from typing import ClassVar

from django.db import models

from core.accounts.models import Organization
from core.accounts.owned import OrganizationOwned
from core.submissions.models.step_runs import StepRun


class AttemptOutcome(models.TextChoices):
    SENDING = "sending", "Sending"
    SUCCEEDED = "succeeded", "Succeeded"
    FOUND = "found", "Found at the destination"
    FAILED = "failed", "Failed"
    LOST = "lost", "Lost"
    GIVEN_BACK = "given_back", "Given back unsent"
    SKIPPED = "skipped", "Not needed, so nothing was sent"


class Attempt(OrganizationOwned):
    """One try of a step run that has ended, however it ended.

    Before the network is touched the run itself commits its fence, its worker and its lease. From
    these `attempts_of` knows the try that goes on now, and whoever sweeps it up writes it down.
    Partitioned by month of ``started_at``, which is the run's ``claimed_at``; name it in every
    condition, so that PostgreSQL looks into one partition only.
    """

    organization = models.ForeignKey(
        Organization,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        db_constraint=False,
    )
    step_run = models.ForeignKey(
        StepRun,
        on_delete=models.CASCADE,
        related_name="attempts",
        db_index=False,
        db_constraint=False,
    )
    number = models.PositiveIntegerField()
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

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["step_run", "fence", "started_at"], name="one_attempt_per_fence"
            ),
        ]
