from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Literal, Self

from pydantic import Field

from api.authentication.access import Principal
from api.schemas.base import In, Out, Text
from core.accounts.models import Language, Membership, Organization, Role
from core.accounts.permissions import Permission
from core.accounts.preferences import NONE, Preferences


class OrganizationOut(Out):
    """The tenant that everything the caller sees belongs to."""

    id: uuid.UUID
    name: str
    slug: str

    @classmethod
    def of(cls, organization: Organization) -> Self:
        return cls(id=organization.pk, name=organization.name, slug=organization.slug)


class OrganizationNameOut(Out):
    """What the public may know of an organization."""

    name: str


class MembershipOut(Out):
    """One of the caller's organizations, and what they are there."""

    organization: OrganizationOut
    role: Role

    @classmethod
    def of(cls, membership: Membership) -> Self:
        return cls(
            organization=OrganizationOut.of(membership.organization), role=Role(membership.role)
        )


class ChooseOrganizationIn(In):
    organization_id: uuid.UUID


class PreferencesIn(In):
    """How a person reads the console. What is left out becomes what the browser has."""

    language: Language | None = None
    time_zone: Text | None = Field(
        default=None, max_length=64, description="IANA name.", examples=["Europe/Berlin"]
    )

    @property
    def wanted(self) -> Preferences:
        return Preferences(self.language, self.time_zone)


class MeOut(Out):
    """The caller: a person, an API key, or a service with an OAuth client."""

    kind: Literal["person", "key", "service"]
    id: uuid.UUID
    email: str | None = Field(description="Null for machines.")
    name: str
    organization: OrganizationOut
    role: Role
    permissions: list[Permission] = Field(description="What the caller may do, sorted.")
    memberships: list[MembershipOut] = Field(
        description="A person's organizations, the one joined first in front; none for a key."
    )
    language: Language | None = Field(
        description="The person's language in the console; null: as their browser has it."
    )
    time_zone: str | None = Field(
        description="IANA name of the person's time zone; null: as their browser has it."
    )

    @classmethod
    def of(
        cls,
        principal: Principal,
        memberships: Iterable[Membership] = (),
        preferences: Preferences = NONE,
    ) -> Self:
        return cls.model_validate(
            {
                "kind": principal.kind,
                "id": principal.id,
                "email": principal.email,
                "name": principal.name,
                "organization": OrganizationOut.of(principal.organization),
                "role": principal.role,
                "permissions": sorted(principal.permissions),
                "memberships": [MembershipOut.of(each) for each in memberships],
                "language": preferences.language,
                "time_zone": preferences.time_zone,
            }
        )
