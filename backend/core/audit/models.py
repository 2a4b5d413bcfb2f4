from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from core.accounts.models import Organization
from core.accounts.owned import OfOrganization, OrganizationOwned


class ActorKind(models.TextChoices):
    PERSON = "person", "Person"
    KEY = "key", "API key"
    SERVICE = "service", "OAuth client"
    SYSTEM = "system", "Waybill itself"


class AuditEntry(OrganizationOwned):
    """One change or sensitive read. PostgreSQL refuses to change or delete it.

    The last three columns are the chain's, see `core.audit.chain`: empty until the entry is sealed,
    seconds after its commit, and then as fixed as the rest.
    """

    at = models.DateTimeField(db_default=Now())
    actor_kind = models.CharField(max_length=8, choices=ActorKind.choices)
    actor_id = models.UUIDField(null=True)
    actor_name = models.CharField(max_length=200, blank=True)
    action = models.CharField(max_length=64)
    object_kind = models.CharField(max_length=32)
    object_id = models.CharField(max_length=64)
    detail = models.JSONField(default=dict, help_text="Facts, never payloads or secrets.")
    changes = models.JSONField(
        default=dict, db_default={}, help_text="{field: {before, after}}, secrets redacted."
    )
    request_id = models.CharField(max_length=64, blank=True)
    address = models.CharField(max_length=45, blank=True, db_default="")
    agent = models.CharField(max_length=200, blank=True, db_default="")
    key_id = models.CharField(max_length=64, blank=True, db_default="", help_text="Of `mac`.")
    mac = models.BinaryField(max_length=32, db_default=b"", help_text="Over the columns above.")
    sequence = models.PositiveBigIntegerField(null=True, help_text="Place in the chain, from 1.")
    hash = models.BinaryField(max_length=32, null=True, help_text="Over the one before and `mac`.")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["organization", "-id"], name="audit_newest"),
            models.Index(fields=["organization", "object_id", "-id"], name="audit_of_object"),
            models.Index(
                fields=["organization", "id"], condition=Q(sequence=None), name="audit_unsealed"
            ),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organization", "sequence"], name="one_audit_place"),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.object_id}"


class AuditHead(OfOrganization):
    """Where an organization's chain ends. It only grows, and `mac` says that Waybill wrote it."""

    organization = models.OneToOneField(
        Organization, primary_key=True, on_delete=models.PROTECT, related_name="+"
    )
    sequence = models.PositiveBigIntegerField(default=0)
    hash = models.BinaryField(max_length=32)
    key_id = models.CharField(max_length=64)
    mac = models.BinaryField(max_length=32)
    sealed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.organization_id} {self.sequence}"


class AuditCheck(OfOrganization):
    """How the latest verification of an organization's chain ended; empty ``finding``: it holds."""

    organization = models.OneToOneField(
        Organization, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    at = models.DateTimeField()
    entries = models.PositiveBigIntegerField()
    hash = models.CharField(max_length=64, blank=True, help_text="Of the last entry, in hex.")
    finding = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.organization_id} {self.finding or 'holds'}"
