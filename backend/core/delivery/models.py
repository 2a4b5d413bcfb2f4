from __future__ import annotations

from django.db import models

from core.accounts.models import Organization, OwnedQuerySet
from core.connections.models import Connection


class Heartbeat(models.Model):
    """When a part of the system last showed that it works: a row per name."""

    name = models.CharField(primary_key=True, max_length=64)
    seen_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class PauseReason(models.TextChoices):
    NONE = "", "Not paused"
    OPERATOR = "operator", "Paused by a person"
    AUTH = "auth", "The destination refused our sign-in"


class Gate(models.Model):
    """Whether anything may be sent on a connection now: pause, cooling, breaker.

    The breaker is closed without ``breaker_until``, open until then, and half-open after it:
    one probe goes, and its end decides. A claim locks the row, so it is also the mutex under
    which the connection's room is counted.
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

    objects = OwnedQuerySet["Gate"].as_manager()

    def __str__(self) -> str:
        return str(self.connection_id)
