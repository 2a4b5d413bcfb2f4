from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models.functions import Now

from core.accounts.owned import OrganizationOwned


class Confirmation(OrganizationOwned):
    """Answers that wait until somebody follows the link that was mailed about them.

    They are sealed by a key that is only in that link: without it nobody reads them.
    """

    form = models.CharField(max_length=50, help_text="Its public address.")
    version_number = models.PositiveIntegerField()
    language = models.CharField(max_length=100)
    token_hash = models.BinaryField(max_length=32, unique=True)
    sealed = models.BinaryField()
    created_at = models.DateTimeField(db_default=Now())
    expires_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["expires_at"], name="confirmations_expiring")]

    def __str__(self) -> str:
        return str(self.pk)
