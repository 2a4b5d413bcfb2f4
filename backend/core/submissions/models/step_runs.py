from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from core.accounts.models import Organization
from core.accounts.owned import OrganizationOwned
from core.connections.models import Connection
from core.submissions.models.states import STEP_ENDS, StepStatus
from core.submissions.models.submissions import Submission
from core.workflows.models import Queue, Step

DUE = Q(status__in=[StepStatus.READY, StepStatus.WAITING])
SENDING = Q(status=StepStatus.SENDING)
ENDED = Q(status__in=sorted(STEP_ENDS))
IN_TROUBLE = Q(
    status__in=[StepStatus.WAITING, StepStatus.FAILED, StepStatus.UNKNOWN, StepStatus.CANCELLED]
)
IN_LINE = ~ENDED & Q(ordering_key__isnull=False)


class StepRun(OrganizationOwned):
    """One step for one submission: the unit of delivery.

    A claim takes a due run by raising `fence` and setting `lease_until` by the
    database's clock; every later write names the fence it holds, so a worker
    that lost its lease writes nothing.

    Organization, step and connection come from the version's own steps in the statement that
    inserts a run, so no foreign key checks them again: it would lock the same three rows for
    every submission at once.
    """

    organization = models.ForeignKey(
        Organization,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        db_constraint=False,
    )
    submission = models.ForeignKey(
        Submission, on_delete=models.CASCADE, related_name="step_runs", db_index=False
    )
    step = models.ForeignKey(
        Step, on_delete=models.PROTECT, related_name="+", db_index=False, db_constraint=False
    )
    connection = models.ForeignKey(
        Connection, on_delete=models.PROTECT, related_name="+", db_index=False, db_constraint=False
    )
    position = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=16, choices=StepStatus.choices)
    queue = models.CharField(max_length=16, choices=Queue.choices)
    waiting_for = models.PositiveSmallIntegerField(
        default=0, help_text="Dependencies not yet done, and one more if `behind`."
    )
    ordering_key = models.CharField(  # noqa: DJ001  # most runs have no order: NULL keeps them out of its index
        max_length=200,
        null=True,
        help_text="Runs of a connection with the same key go one at a time, in order.",
    )
    behind = models.BooleanField(
        default=False, help_text="Waits for an earlier run with its ordering key to end."
    )
    tries = models.PositiveIntegerField(default=0, help_text="Attempts made.")
    failures = models.PositiveIntegerField(
        default=0, help_text="Attempts that count against the policy's tries."
    )
    fence = models.BigIntegerField(default=0)
    lease_until = models.DateTimeField(null=True)
    next_attempt_at = models.DateTimeField(null=True)
    """A blocked run has one only after a restore: it is not due earlier when it is released."""
    deadline_at = models.DateTimeField()
    worker = models.CharField(
        max_length=200, blank=True, db_default="", help_text="Who made the latest attempt."
    )
    claimed_at = models.DateTimeField(null=True, help_text="When the latest attempt began.")
    sent_at = models.DateTimeField(
        null=True, help_text="Blind actions: when this attempt went on to the network."
    )
    first_sent_at = models.DateTimeField(
        null=True, help_text="When the destination may first have seen our key."
    )
    in_doubt = models.BooleanField(default=False, help_text="An earlier send may have arrived.")
    not_needed = models.BooleanField(
        default=False,
        db_default=False,
        help_text="Skipped because its condition was false, or all steps before it were not needed."
        " Any other skipped run was skipped after a failure.",
    )
    output = models.JSONField(null=True)
    record = models.CharField(max_length=200, blank=True)
    record_url = models.CharField(max_length=500, blank=True)
    error_kind = models.CharField(max_length=24, blank=True)
    error_message = models.TextField(blank=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["submission", "step"], name="one_run_per_step"),
            models.CheckConstraint(
                condition=~DUE | Q(next_attempt_at__isnull=False), name="due_runs_have_a_time"
            ),
            models.CheckConstraint(
                condition=~SENDING | Q(lease_until__isnull=False, claimed_at__isnull=False),
                name="sending_runs_have_a_lease",
            ),
            models.CheckConstraint(
                condition=~ENDED
                | Q(finished_at__isnull=False, lease_until=None, next_attempt_at=None),
                name="ended_runs_hold_nothing",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["queue", "connection", "next_attempt_at", "id"],
                condition=DUE,
                name="runs_due",
            ),
            models.Index(fields=["deadline_at"], condition=DUE, name="runs_deadline"),
            models.Index(
                fields=["connection", "lease_until"], condition=SENDING, name="runs_sending"
            ),
            # For lists by the kind of error: a run in good order is not in it.
            models.Index(
                fields=["organization", "error_kind", "-submission"],
                condition=IN_TROUBLE,
                name="runs_in_trouble",
            ),
            # For alerts: a run in good order is in neither.
            models.Index(
                fields=["finished_at"],
                condition=Q(status=StepStatus.FAILED),
                name="runs_failed",
            ),
            models.Index(
                fields=["claimed_at"],
                condition=Q(status=StepStatus.UNKNOWN),
                name="runs_unknown",
            ),
            models.Index(
                fields=["connection", "ordering_key", "id"], condition=IN_LINE, name="runs_in_line"
            ),
        ]

    @property
    def reference(self) -> str:
        """What the destination is told: ``WB-7K3M9QXD-1``."""
        return f"{self.submission.reference}-{self.position}"
