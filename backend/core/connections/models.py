from __future__ import annotations

from typing import ClassVar

from django.db import models

from core.accounts.owned import OrganizationOwned
from core.sealing.fields import SealedField


class Connection(OrganizationOwned):
    """One configured account of a connector. Its credentials are sealed and write-only."""

    slug = models.SlugField()
    name = models.CharField(max_length=200)
    connector = models.CharField(max_length=64)
    config = models.JSONField(default=dict)
    sealed_credentials = SealedField(editable=False)
    credentials_set_at = models.DateTimeField(null=True)
    max_in_flight = models.PositiveSmallIntegerField(
        default=32, help_text="Sends at the same time, over all workers."
    )
    rate_per_second = models.FloatField(
        null=True, help_text="Sends per second over all workers; empty: no limit."
    )
    rate_burst = models.PositiveSmallIntegerField(
        default=1, help_text="Sends that may follow each other at once after a pause."
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organization", "slug"], name="one_connection_slug"),
            models.CheckConstraint(
                condition=models.Q(max_in_flight__gte=1, rate_burst__gte=1)
                & (
                    models.Q(rate_per_second__isnull=True)
                    | models.Q(rate_per_second__gt=0, rate_per_second__lte=100_000)
                ),
                name="connection_limits_make_sense",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def binding(self) -> bytes:
        """The binding of credentials sealed before data keys existed."""
        return f"{self.organization_id}/{self.pk}".encode()
