from __future__ import annotations

from django.db import models

from core.accounts.models import Organization
from core.accounts.owned import OfOrganization
from core.workflows.models import Workflow


class FormCount(OfOrganization):
    """How many submissions a form has that takes only so many; locked while one is accepted.

    ``version_number``: of the version that counted last. Another one looks again, since a version
    without a limit counts nothing.
    """

    workflow = models.OneToOneField(
        Workflow, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    organization = models.ForeignKey(
        Organization, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    version_number = models.PositiveIntegerField(default=0)
    taken = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.taken)
