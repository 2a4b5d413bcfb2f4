from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Literal, Self

from pydantic import Field

from api.authentication.access import Principal
from api.schemas.base import In, Out
from core.accounts.models import Membership, Organization, Role
from core.accounts.permissions import Permission


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

    @classmethod
    def of(cls, principal: Principal, memberships: Iterable[Membership] = ()) -> Self:
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
            }
        )
