from __future__ import annotations

from typing import ClassVar

from django.db import models

from core.accounts.models import Organization
from core.accounts.owned import OfOrganization, OrganizationOwned
from core.connections.models import Connection
from core.sealing.fields import SealedField


class Heartbeat(models.Model):
    """When a part of the system last reported that it works: one row per name."""

    name = models.CharField(primary_key=True, max_length=64)
    seen_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class PauseReason(models.TextChoices):
    NONE = "", "Not paused"
    OPERATOR = "operator", "Paused by a person"
    AUTH = "auth", "The destination refused our sign-in"


class Gate(OfOrganization):
    """Whether anything may be sent on a connection now: pause, cooling, breaker.

    The breaker is closed without ``breaker_until`` and open until then. After that it is half-open:
    one probe goes, and its result decides. A claim locks the row, so the row is also the mutex for
    counting the connection's room.
    """

    connection = models.OneToOneField(
        Connection, primary_key=True, on_delete=models.CASCADE, related_name="gate"
    )
    organization = models.ForeignKey(
        Organization, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    paused_at = models.DateTimeField(null=True)
    pause_reason = models.CharField(max_length=16, choices=PauseReason.choices, blank=True)
    pause_message = models.TextField(blank=True)
    cooling_until = models.DateTimeField(null=True)
    throttled = models.PositiveIntegerField(
        default=0, help_text="Times in a row that it asked us to slow down."
    )
    failures = models.PositiveIntegerField(default=0, help_text="Failed sends in a row.")
    breaker_until = models.DateTimeField(null=True)
    opened = models.PositiveIntegerField(default=0, help_text="Times opened in a row.")

    def __str__(self) -> str:
        return str(self.connection_id)


class BulkKind(models.TextChoices):
    RETRY = "retry", "Retry now"
    RESUME = "resume", "Fix and resume"
    CANCEL = "cancel", "Cancel"
    CORRECT = "correct", "Correct an answer and resume"
    RESOLVE = "resolve", "Resolve steps whose outcome is not known"


class BulkStatus(models.TextChoices):
    DRAFT = "draft", "Previewed"
    RUNNING = "running", "Running"
    STOPPED = "stopped", "Stopped"
    DONE = "done", "Done"


class BulkAction(OrganizationOwned):
    """The same action for many submissions, at a chosen rate, with its progress.

    A preview makes it as a draft, with an item for each submission that matched then: exactly those
    are treated when it is started. ``filter`` tells people what was chosen; a text that was
    searched for is not in it.
    """

    kind = models.CharField(max_length=8, choices=BulkKind.choices)
    filter = models.JSONField()
    newest_version = models.BooleanField(default=False)
    field = models.CharField(
        max_length=63, blank=True, db_default="", help_text="Key of the question to correct."
    )
    decision = models.CharField(
        max_length=16, blank=True, db_default="", help_text="About steps that are unknown."
    )
    sealed_given = SealedField(
        editable=False,
        null=True,
        help_text="Value, record and note as JSON. They may name a person: gone when it has ended.",
    )
    rate_per_second = models.FloatField()
    status = models.CharField(max_length=8, choices=BulkStatus.choices, default=BulkStatus.RUNNING)
    total = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0, help_text="Left as they are, with a reason.")
    last_refusal = models.TextField(blank=True)
    last_id = models.UUIDField(null=True, help_text="The submission that was handled last.")
    until_id = models.UUIDField(help_text="Submissions accepted after it are not part of it.")
    created_by = models.JSONField(help_text="The actor, for the audit log.")
    created_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True)
    paced_at = models.DateTimeField(null=True, help_text="When the latest submission's turn came.")
    finished_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(
                fields=["id"], condition=models.Q(status=BulkStatus.RUNNING), name="bulk_running"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.done}/{self.total}"

    @property
    def binding(self) -> bytes:
        """No value of it is older than data keys."""
        return b""


class ItemOutcome(models.TextChoices):
    PENDING = "pending", "Its turn comes"
    DONE = "done", "Done"
    REFUSED = "refused", "Left as it is"


class BulkItem(OfOrganization):
    """One submission of a bulk action. Its outcome is committed together with what was done.

    No foreign key leads to the submissions: items of those that are no longer kept stay until they
    expire themselves.
    """

    id = models.BigAutoField(primary_key=True)
    organization = models.ForeignKey(
        Organization,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        db_constraint=False,
    )
    action = models.ForeignKey(
        BulkAction, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    submission_id = models.UUIDField()
    outcome = models.CharField(
        max_length=8,
        choices=ItemOutcome.choices,
        default=ItemOutcome.PENDING,
        db_default=ItemOutcome.PENDING,
    )
    reason = models.CharField(
        max_length=500, blank=True, db_default="", help_text="Why it was left as it is."
    )
    resumed_as_id = models.UUIDField(null=True, help_text="The submission that takes it up.")
    at = models.DateTimeField(null=True, help_text="When it was treated.")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["action", "submission_id"], name="one_item_per_submission"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["action", "outcome", "id"], name="bulk_items_by_outcome"),
        ]

    def __str__(self) -> str:
        return f"{self.submission_id} {self.outcome}"


class LedgerCheck(models.Model):
    """The result of a reconciliation. ``findings``: the failed checks, in words."""

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(auto_now_add=True)
    findings = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"{self.at} {len(self.findings)}"
