from __future__ import annotations

from typing import ClassVar

from django.db import models

from core.accounts.models import Organization
from core.accounts.owned import OfOrganization


class EpisodeKind(models.TextChoices):
    BREAKER = "breaker", "Its breaker was open"
    COOLING = "cooling", "The destination asked for a pause"
    REFUSED = "refused", "The destination refused our sign-in, so Waybill paused it"


class Episode(OfOrganization):
    """A time in which a connection's gate was closed without a person closing it.

    A trigger on the gate writes it, in the transaction that closes the gate; a gate in good order
    costs nothing. What begins again within ten minutes goes on in the same row, and ``times``
    grows. What a person does to a connection is in the audit log.
    """

    id = models.BigAutoField(primary_key=True)
    organization = models.ForeignKey(
        Organization,
        on_delete=models.CASCADE,
        related_name="+",
        db_index=False,
        db_constraint=False,
    )
    connection_id = models.UUIDField()
    kind = models.CharField(max_length=8, choices=EpisodeKind.choices)
    began_at = models.DateTimeField()
    last_at = models.DateTimeField(help_text="When it was closed anew for the last time.")
    ended_at = models.DateTimeField(
        null=True, help_text="Of a cooling: when it ends, which may be to come."
    )
    times = models.PositiveIntegerField(default=1)
    message = models.TextField(blank=True, default="")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["connection_id", "-began_at"], name="episodes_of_connection"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.began_at}"
