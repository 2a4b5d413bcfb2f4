from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from core.accounts.models import Organization
from core.accounts.owned import OfOrganization, OrganizationOwned
from core.ids import uuid7


class AlertKind(models.TextChoices):
    STEP_FAILED = "step_failed", "Steps failed"
    STEP_UNKNOWN = "step_unknown", "Steps whose outcome is not known"
    STEP_OVERDUE = "step_overdue", "Steps that are not delivered for long"
    FAILURE_SHARE = "failure_share", "A large part of a workflow's submissions fails"
    BACKLOG = "backlog", "Steps pile up for a connection"
    CONNECTION_REFUSED = "connection_refused", "A connection's sign-in is refused"
    CONNECTION_PAUSED = "connection_paused", "A connection is paused for long"
    BREAKER_OPEN = "breaker_open", "A destination does not answer properly"
    COOLING = "cooling", "A destination makes us wait for long"
    CREDENTIAL_ENDS = "credential_ends", "A key or client is about to end"
    CALLBACKS_DISABLED = "callbacks_disabled", "A callback endpoint was disabled"
    LEDGER = "ledger", "The ledger does not balance"
    NO_WORKER = "no_worker", "Nothing works on a queue"
    AUDIT = "audit", "The audit log does not hold"
    BROKER = "broker", "The broker takes no messages"
    PARTITIONS = "partitions", "The months of the database run out"
    DISK = "disk", "A disk is nearly full"
    BACKUP = "backup", "The last backup is too old"


class Severity(models.TextChoices):
    INFO = "info", "Info"
    WARNING = "warning", "Warning"
    CRITICAL = "critical", "Critical"


class Alert(OfOrganization):
    """One condition while it lasts. Without an organization it is about the whole system
    and concerns every organization.

    Many occurrences of one cause are one alert with their ``count``. ``facts`` are what its
    sentences fill in: names and numbers, never answers.
    """

    shared_without_owner: ClassVar[bool] = True

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    organization = models.ForeignKey(
        Organization, null=True, on_delete=models.CASCADE, related_name="+"
    )
    kind = models.CharField(max_length=32, choices=AlertKind.choices)
    subject = models.CharField(max_length=200, help_text="Id or name of the thing.")
    message = models.TextField()
    facts = models.JSONField(default=dict, db_default={})
    count = models.PositiveIntegerField(default=1, db_default=1)
    opened_at = models.DateTimeField(db_default=Now())
    resolved_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["kind", "subject"], condition=Q(resolved_at=None), name="one_open_alert"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}"


class AlertNotice(OrganizationOwned):
    """What one organization was told of an alert, and what it answered.

    ``told_at`` is empty until the first message. ``closed_at``: the alert is resolved, and that
    was told. Every time is the database's.
    """

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    alert = models.ForeignKey(Alert, on_delete=models.CASCADE, related_name="notices")
    told_at = models.DateTimeField(null=True)
    repeat_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    acknowledged_at = models.DateTimeField(null=True)
    acknowledged_by = models.CharField(max_length=200, blank=True)
    acknowledged_note = models.TextField(blank=True, default="", db_default="")
    silenced_until = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["alert", "organization"], name="one_notice"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["id"], condition=Q(closed_at=None), name="notices_open"),
        ]


class AlertRule(OrganizationOwned):
    """What an organization wants otherwise than `core.alerts.rules`; null: as it is there."""

    organization = models.ForeignKey(
        Organization, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    kind = models.CharField(max_length=32, choices=AlertKind.choices)
    enabled = models.BooleanField(null=True)
    severity = models.CharField(max_length=16, choices=Severity.choices, blank=True)
    threshold = models.PositiveIntegerField(null=True)
    window_seconds = models.PositiveIntegerField(null=True)
    repeat_seconds = models.PositiveIntegerField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organization", "kind"], name="one_rule_per_kind"),
        ]

    def __str__(self) -> str:
        return self.kind


class AlertSettings(OfOrganization):
    """How an organization is told of alerts: language, and hours in which only critical ones are.

    Quiet hours may pass midnight. Without a row: English, and no quiet hours.
    """

    organization = models.OneToOneField(
        Organization, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    language = models.CharField(max_length=8, default="en")
    time_zone = models.CharField(max_length=64, default="UTC")
    quiet_from = models.TimeField(null=True)
    quiet_until = models.TimeField(null=True)

    def __str__(self) -> str:
        return self.language
