from __future__ import annotations

from typing import ClassVar

from django.db import models

from core.accounts.models import Organization
from core.accounts.owned import OfOrganization


class Happened(models.TextChoices):
    """What is counted. The first five are of submissions, the others of attempts."""

    ACCEPTED = "accepted", "Accepted"
    SUCCEEDED = "succeeded", "Everything delivered"
    FAILED = "failed", "Could not be completed"
    NEEDS_ATTENTION = "needs_attention", "Needs a person"
    CANCELLED = "cancelled", "Cancelled"
    ATTEMPT_SUCCEEDED = "attempt.succeeded", "An attempt succeeded"
    ATTEMPT_FOUND = "attempt.found", "An attempt found its record at the destination"
    ATTEMPT_FAILED = "attempt.failed", "An attempt failed"
    ATTEMPT_LOST = "attempt.lost", "An attempt's worker was lost"
    ATTEMPT_GIVEN_BACK = "attempt.given_back", "An attempt was given back unsent"
    ATTEMPT_SKIPPED = "attempt.skipped", "A step was not needed"


class Grain(models.TextChoices):
    """How long a row of roll-ups counts. Hours and days are those of UTC."""

    MINUTE = "minute", "Minute"
    HOUR = "hour", "Hour"
    DAY = "day", "Day"


class Fact(OfOrganization):
    """Something that happened and is not rolled up yet, written in its transaction: by triggers,
    and for what was accepted by `core.submissions.state.acceptance_facts`.

    ``sign`` is -1 for what a later correction takes back.
    """

    id = models.BigAutoField(primary_key=True)
    organization = models.ForeignKey(
        Organization,
        on_delete=models.CASCADE,
        related_name="+",
        db_index=False,
        db_constraint=False,
    )
    submission_id = models.UUIDField(null=True)
    step_run_id = models.UUIDField(null=True)
    at = models.DateTimeField()
    happened = models.CharField(max_length=24, choices=Happened.choices)
    seconds = models.FloatField(null=True)
    sign = models.SmallIntegerField(default=1)

    def __str__(self) -> str:
        return self.happened


class RollUp(OfOrganization):
    """How often something happened in a minute, an hour or a day, and how long it took.

    Without a workflow or a connection it counts all of them. Submissions have no connection.
    ``bins``: how many durations each bin of `core.statistics.histogram` holds.
    """

    id = models.BigAutoField(primary_key=True)
    organization = models.ForeignKey(
        Organization, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    grain = models.CharField(max_length=6, choices=Grain.choices)
    start = models.DateTimeField()
    workflow_id = models.UUIDField(null=True)
    connection_id = models.UUIDField(null=True)
    happened = models.CharField(max_length=24, choices=Happened.choices)
    count = models.BigIntegerField()
    bins = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=[
                    "organization",
                    "grain",
                    "workflow_id",
                    "connection_id",
                    "start",
                    "happened",
                ],
                nulls_distinct=False,
                name="one_roll_up_each",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["grain", "start"], name="roll_ups_by_age"),
        ]

    def __str__(self) -> str:
        return f"{self.happened} {self.start:%Y-%m-%d %H:%M}"
