from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now

from core.accounts.models import Credential, User
from core.accounts.permissions import Permission
from core.ids import uuid7


class OAuthClient(Credential):
    """A service that gets short access tokens for its id and secret (RFC 6749, section 4.4)."""

    KIND = "wbc"

    @property
    def client_id(self) -> str:
        """The name it signs in with."""
        return self.public_name


class TokenFamily(models.Model):
    """One sign-in of a person's program, and all tokens that ever came of it.

    A refresh token says which generation it is. Only the newest is good, and for seconds after
    ``refreshed_at`` the one before it; an earlier one that comes back was stolen, or is used by the
    thief's victim, and ends the family.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    session_key = models.CharField(max_length=40, help_text="It ends with this session.")
    auth_hash = models.CharField(max_length=64, help_text="It ends when the password changes.")
    generation = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(db_default=Now())
    refreshed_at = models.DateTimeField(db_default=Now())
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    revoked_why = models.CharField(max_length=16, blank=True, db_default="")
    program = models.CharField(
        max_length=32,
        blank=True,
        db_default="",
        help_text="Its client id, if let in by browser.",
    )
    acts_for = models.UUIDField(
        null=True, help_text="The one organization it was let in for; null: any of the person's."
    )
    scopes = ArrayField(
        models.CharField(max_length=64),
        null=True,
        help_text="It may do nothing else; null: all that the person may.",
    )

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["session_key"], name="token_family_session"),
            models.Index(fields=["expires_at"], name="token_family_expiry"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def may(self, held: AbstractSet[Permission]) -> frozenset[Permission]:
        """Those of the person's permissions that the program has too."""
        scopes = self.scopes
        return frozenset(held if scopes is None else (each for each in held if each in scopes))


class Decision(models.TextChoices):
    WAITING = "waiting", "Nobody decided yet"
    APPROVED = "approved", "Approved, not fetched yet"
    REFUSED = "refused", "Refused"
    FETCHED = "fetched", "The program has its tokens"


class DeviceSignIn(models.Model):
    """A program that waits to be let in by a person, and their answer (RFC 8628).

    It belongs to nobody until a person approves it, and then to one of their organizations.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    device_code_hash = models.BinaryField(max_length=32, unique=True)
    user_code_hash = models.BinaryField(max_length=32, unique=True)
    program = models.CharField(max_length=32, help_text="Its client id.")
    scopes = ArrayField(models.CharField(max_length=64), help_text="What it asks for.")
    address = models.CharField(max_length=45, help_text="Where it asked from.")
    agent = models.CharField(max_length=200, blank=True, help_text="What it says it is.")
    created_at = models.DateTimeField(db_default=Now())
    expires_at = models.DateTimeField()
    interval = models.PositiveSmallIntegerField(help_text="Seconds between two polls.")
    polled_at = models.DateTimeField(null=True)
    decision = models.CharField(
        max_length=8, choices=Decision.choices, default=Decision.WAITING, db_default="waiting"
    )
    user = models.ForeignKey(User, on_delete=models.CASCADE, null=True, related_name="+")
    acts_for = models.UUIDField(null=True, help_text="The organization that was chosen.")
    auth_hash = models.CharField(
        max_length=64, blank=True, help_text="The approval ends when the password changes."
    )

    class Meta:
        indexes: ClassVar = [models.Index(fields=["expires_at"], name="device_sign_in_expiry")]

    def __str__(self) -> str:
        return f"{self.program} {self.decision}"
