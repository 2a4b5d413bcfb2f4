from __future__ import annotations

from typing import ClassVar

from django.db import models

from core.accounts.models import Organization
from core.accounts.owned import OfOrganization, OrganizationOwned
from core.connections.models import Connection


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


class BulkStatus(models.TextChoices):
    RUNNING = "running", "Running"
    STOPPED = "stopped", "Stopped"
    DONE = "done", "Done"


class BulkAction(OrganizationOwned):
    """The same action for every submission of a filter, at a chosen rate, with its progress."""

    kind = models.CharField(max_length=8, choices=BulkKind.choices)
    filter = models.JSONField()
    newest_version = models.BooleanField(default=False)
    rate_per_second = models.FloatField()
    status = models.CharField(max_length=8, choices=BulkStatus.choices, default=BulkStatus.RUNNING)
    total = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0, help_text="Whose state had changed meanwhile.")
    last_refusal = models.TextField(blank=True)
    last_id = models.UUIDField(null=True, help_text="The submission that was handled last.")
    until_id = models.UUIDField(help_text="Submissions accepted after it are not part of it.")
    created_by = models.JSONField(help_text="The actor, for the audit log.")
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(
                fields=["id"], condition=models.Q(status=BulkStatus.RUNNING), name="bulk_running"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.done}/{self.total}"


class LedgerCheck(models.Model):
    """The result of a reconciliation. ``findings``: the failed checks, in words."""

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(auto_now_add=True)
    findings = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"{self.at} {len(self.findings)}"
