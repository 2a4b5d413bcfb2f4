from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models.functions import Now

from core.accounts.owned import OrganizationOwned
from core.workflows.models import Workflow


class Upload(OrganizationOwned):
    """A file that answers a question of a form. Its content lies in the storage `uploads`.

    ``submission_id`` is empty until a submission names it. That is no foreign key: however a
    submission goes, its files' rows stay until their content is removed.
    """

    workflow = models.ForeignKey(Workflow, on_delete=models.PROTECT, related_name="+")
    field = models.CharField(max_length=63)
    name = models.CharField(max_length=200, help_text="As its sender called it; for people.")
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=100, help_text="By its content.")
    sha256 = models.CharField(max_length=64)
    stored_as = models.CharField(max_length=100, unique=True, help_text="Random, no extension.")
    submission_id = models.UUIDField(null=True)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        indexes: ClassVar = [
            models.Index(
                fields=["submission_id"],
                condition=models.Q(submission_id__isnull=False),
                name="uploads_of_submission",
            ),
            models.Index(
                fields=["created_at"],
                condition=models.Q(submission_id__isnull=True),
                name="uploads_unclaimed",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
