from __future__ import annotations

from typing import ClassVar

from django.db import models

from core.accounts.models import OrganizationOwned, OwnedQuerySet


class Connection(OrganizationOwned):
    """One configured account of a connector. Its credentials are sealed and write-only."""

    slug = models.SlugField()
    name = models.CharField(max_length=200)
    connector = models.CharField(max_length=64)
    config = models.JSONField(default=dict)
    sealed_credentials = models.BinaryField(editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = OwnedQuerySet["Connection"].as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organization", "slug"], name="one_connection_slug"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def binding(self) -> bytes:
        """What the sealed credentials are bound to: this organization's this row."""
        return f"{self.organization_id}/{self.pk}".encode()
