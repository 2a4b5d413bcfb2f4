from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from core.accounts.models import Organization
from core.accounts.owned import OrganizationOwned
from core.submissions.read import Sort


class SavedView(OrganizationOwned):
    """A filter, the columns and the order of the list of submissions, under a name.

    ``owner_id`` is whoever made it: a person, or a program's credential. Others of the
    organization see it when it is shared.
    """

    organization = models.ForeignKey(
        Organization, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    owner_id = models.UUIDField()
    owner_name = models.CharField(max_length=200, blank=True)
    name = models.CharField(max_length=80)
    shared = models.BooleanField(default=False)
    filter = models.JSONField(default=dict)
    columns = ArrayField(models.CharField(max_length=32), default=list)
    sort = models.CharField(max_length=16, default=Sort.NEWEST)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organization", "owner_id", "name"], name="one_view_of_a_name"
            ),
            models.UniqueConstraint(
                fields=["organization", "name"],
                condition=Q(shared=True),
                name="one_shared_view_of_a_name",
            ),
        ]

    def __str__(self) -> str:
        return self.name
