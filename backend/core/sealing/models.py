from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models.functions import Now

from core.accounts.owned import OrganizationOwned


class Purpose(models.TextChoices):
    VALUES = "values", "Seals values"
    LOOKUPS = "lookups", "Makes what is compared or searched without being opened"


class DataKey(OrganizationOwned):
    """A key of one organization, itself sealed by a key of the deployment.

    Only one key per purpose is in use. Retired keys still open what they sealed.
    """

    purpose = models.CharField(max_length=8, choices=Purpose.choices)
    wrapped = models.BinaryField(editable=False)
    wrapped_by = models.CharField(max_length=64, help_text="Id in WAYBILL_ENCRYPTION_KEYS.")
    created_at = models.DateTimeField(db_default=Now())
    retired_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organization", "purpose"],
                condition=models.Q(retired_at=None),
                name="one_data_key_in_use",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["wrapped_by", "id"], name="data_keys_wrapped_by"),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.pk}"

    @property
    def binding(self) -> bytes:
        """The wrapped key's binding: this row of this organization."""
        return f"{self.organization_id}/data-key/{self.purpose}/{self.pk}".encode()
