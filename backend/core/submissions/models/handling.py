"""What operators keep beside a submission: notes, and who looks after it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models.functions import Now

from core.accounts.models import Membership, Organization
from core.accounts.owned import OfOrganization, OrganizationOwned
from core.submissions.models.submissions import Submission

NOTE_MOST = 5_000


class Note(OrganizationOwned):
    """What a person wrote about a submission, for the others of the organization.

    Only they change or delete it. It stays, with their name, when they leave.
    """

    submission = models.ForeignKey(
        Submission, on_delete=models.CASCADE, related_name="notes", db_index=False
    )
    author_id = models.UUIDField()
    author_name = models.CharField(max_length=200)
    text = models.TextField(max_length=NOTE_MOST)
    created_at = models.DateTimeField(db_default=Now())
    edited_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["id"]
        indexes: ClassVar = [
            models.Index(fields=["submission", "id"], name="notes_of_submission"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Assignment(OfOrganization):
    """Which member looks after a submission; it ends with their membership.

    To find those of a member, newest first: ``Submission.objects.owned_by(organization).filter(
    assignment__member=member)``, by ``assignment__submission``.
    """

    submission = models.OneToOneField(
        Submission, primary_key=True, on_delete=models.CASCADE, related_name="assignment"
    )
    organization = models.ForeignKey(
        Organization, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    member = models.ForeignKey(
        Membership, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    at = models.DateTimeField(db_default=Now())

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["member", "-submission"], name="assigned_to_member"),
        ]

    def __str__(self) -> str:
        return str(self.submission_id)


class Replay(OfOrganization):
    """A submission that sends a delivered one once more, with ids and keys of its own."""

    submission = models.OneToOneField(
        Submission, primary_key=True, on_delete=models.CASCADE, related_name="replay"
    )
    organization = models.ForeignKey(
        Organization, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    origin = models.ForeignKey(
        Submission, on_delete=models.CASCADE, related_name="replays", db_index=False
    )

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["origin", "-submission"], name="replays_of_submission"),
        ]

    def __str__(self) -> str:
        return str(self.submission_id)
