from __future__ import annotations

import uuid
from typing import Literal, Self

from pydantic import Field

from api.auth import Principal
from api.schemas.base import Out
from core.accounts.models import Organization, Role
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


class MeOut(Out):
    """The caller: a person, an API key, or a service with an OAuth client."""

    kind: Literal["person", "key", "service"]
    email: str | None = Field(description="Null for machines.")
    name: str
    organization: OrganizationOut
    role: Role
    permissions: list[Permission] = Field(description="What the caller may do, sorted.")

    @classmethod
    def of(cls, principal: Principal) -> Self:
        return cls.model_validate(
            {
                "kind": principal.kind,
                "email": principal.email,
                "name": principal.name,
                "organization": OrganizationOut.of(principal.organization),
                "role": principal.role,
                "permissions": sorted(principal.permissions),
            }
        )
