from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models.functions import Now

from core.accounts.models import Credential, User
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

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["session_key"], name="token_family_session"),
            models.Index(fields=["expires_at"], name="token_family_expiry"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
