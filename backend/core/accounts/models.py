from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction

from core.accounts.owned import OrganizationOwned
from core.ids import uuid7


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """Make a person with a verified address. Sign-ups go through `core.access.people`."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        with transaction.atomic(using=self._db):
            user.save(using=self._db)
            # The caller who makes an account for somebody else vouches for the address.
            user.emailaddress_set.create(  # type: ignore[attr-defined]  # allauth has no types
                email=user.email, verified=True, primary=True
            )
        return user


class Language(models.TextChoices):
    """The languages of the console."""

    ENGLISH = "en", "English"
    GERMAN = "de", "Deutsch"


class User(AbstractBaseUser):
    """A person who signs in with an e-mail address."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200, blank=True)
    language = models.CharField(
        max_length=8,
        blank=True,
        choices=Language.choices,
        default="",
        db_default="",
        help_text="In which the console speaks to them; empty: as their browser has it.",
    )
    time_zone = models.CharField(
        max_length=64,
        blank=True,
        default="",
        db_default="",
        help_text="IANA name, for the times that they see; empty: as their browser has it.",
    )
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = UserManager()

    def __str__(self) -> str:
        return self.email


class Organization(models.Model):
    """A tenant: every other row belongs to exactly one."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=200)
    retention_days = models.PositiveSmallIntegerField(
        default=90, help_text="How long attempts and events are kept."
    )
    submission_retention_days = models.PositiveSmallIntegerField(
        null=True, help_text="How long ended submissions are kept; empty: for good."
    )
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name


class Role(models.TextChoices):
    OWNER = "owner", "Owner"
    ADMIN = "admin", "Admin"
    OPERATOR = "operator", "Operator"
    VIEWER = "viewer", "Viewer"


class Membership(OrganizationOwned):
    """A person's place in an organization."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=16, choices=Role.choices)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organization", "user"], name="one_membership"),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.user_id}"


class Credential(OrganizationOwned):
    """A machine's credential for an organization. Only hashes are kept; the prefix names it.

    After a rotation the former secret is valid until `previous_until`.
    """

    name = models.CharField(max_length=200)
    prefix = models.CharField(max_length=16, unique=True)
    secret_hash = models.BinaryField(max_length=32)
    previous_hash = models.BinaryField(max_length=32, null=True)
    previous_until = models.DateTimeField(null=True)
    scopes = ArrayField(
        models.CharField(max_length=64),
        null=True,
        help_text="Its permissions; null for a key of the time before there were any.",
    )
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(null=True)
    last_used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    KIND: ClassVar[str]

    good_until: datetime | None = None  # of the secret that matched

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.prefix

    @property
    def public_name(self) -> str:
        """Its public name, for people and programs."""
        return f"{self.KIND}_{self.prefix}"


class ApiKey(Credential):
    """A secret that a machine sends with each request. Its prefix is its public name."""

    KIND = "wbk"
