from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from core.accounts.models import Organization
from core.accounts.owned import OfOrganization
from core.ids import uuid7


class AlertKind(models.TextChoices):
    CONNECTION_REFUSED = "connection_refused", "A connection's sign-in is refused"
    BREAKER_OPEN = "breaker_open", "A destination does not answer properly"
    CALLBACKS_DISABLED = "callbacks_disabled", "A callback endpoint was disabled"
    LEDGER = "ledger", "The ledger does not balance"
    NO_WORKER = "no_worker", "Nothing works on a queue"
    AUDIT = "audit", "The audit log does not hold"
    BROKER = "broker", "The broker takes no messages"


class Alert(OfOrganization):
    """One condition while it lasts. Without an organization it is about the whole system
    and concerns every organization."""

    shared_without_owner: ClassVar[bool] = True

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    organization = models.ForeignKey(
        Organization, null=True, on_delete=models.CASCADE, related_name="+"
    )
    kind = models.CharField(max_length=32, choices=AlertKind.choices)
    subject = models.CharField(max_length=64, help_text="Id or name of the thing.")
    message = models.TextField()
    opened_at = models.DateTimeField(auto_now_add=True)
    resolved_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["kind", "subject"], condition=Q(resolved_at=None), name="one_open_alert"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}"
