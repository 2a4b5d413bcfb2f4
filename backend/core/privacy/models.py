from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from core.accounts.models import Organization
from core.accounts.owned import OfOrganization, OrganizationOwned


class RequestStatus(models.TextChoices):
    SEARCHING = "searching", "Searching"
    FOUND = "found", "Found"
    ERASING = "erasing", "Erasing"
    WAITING = "waiting", "Waits for submissions still on their way"
    ERASED = "erased", "Erased"
    EXPIRED = "expired", "Forgotten"


WORKING = (RequestStatus.SEARCHING, RequestStatus.ERASING, RequestStatus.WAITING)


class PrivacyRequest(OrganizationOwned):
    """A search for one person, and what was done with its results.

    The person's identity is sealed. It is deleted when everything is erased or after a week. A
    keyed hash stays: it shows that two requests are about the same person, but not who it is.
    """

    sealed_subject = models.BinaryField(editable=False, null=True)
    subject_hash = models.CharField(max_length=140)
    status = models.CharField(
        max_length=16, choices=RequestStatus.choices, default=RequestStatus.SEARCHING
    )
    looked_at = models.PositiveBigIntegerField(default=0, help_text="Submissions looked through.")
    total = models.PositiveBigIntegerField(help_text="Submissions there were, about.")
    last_id = models.UUIDField(null=True, help_text="The submission that was looked at last.")
    until_id = models.UUIDField(help_text="Submissions accepted after it are not part of it.")
    created_by = models.JSONField(help_text="The actor, for the audit log.")
    erased_by = models.JSONField(null=True, help_text="The actor who had it erased.")
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["organization", "-id"], name="privacy_newest"),
            models.Index(
                fields=["id"], condition=Q(status__in=sorted(WORKING)), name="privacy_working"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.status} {self.pk}"

    @property
    def found(self) -> models.QuerySet[PrivacyMatch]:
        """What it found."""
        return PrivacyMatch.objects.owned_by(self.organization_id).filter(request=self)

    @property
    def binding(self) -> bytes:
        """The sealed subject's binding: this row of this organization."""
        return f"{self.organization_id}/privacy/{self.pk}".encode()


class PrivacyMatch(OfOrganization):
    """A submission about the person (``whole``), or one where a destination's answer mentions
    them. The submission may be deleted already."""

    id = models.BigAutoField(primary_key=True)
    organization = models.ForeignKey(
        Organization, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    request = models.ForeignKey(
        PrivacyRequest, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    submission_id = models.UUIDField()
    whole = models.BooleanField()
    erased_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["request", "submission_id"], name="one_privacy_match"),
        ]

    def __str__(self) -> str:
        return str(self.submission_id)
