"""Who is asking. All ways of signing in end in one of these."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from core.accounts.models import Organization
from core.accounts.permissions import Permission, roles_with
from core.errors import Forbidden
from core.postgres.tenancy import organization_enter


@dataclass(frozen=True, slots=True)
class Principal:
    """Whoever made the request, and the organization they act for."""

    kind: Literal["person", "key", "service"]
    id: uuid.UUID
    name: str
    email: str | None
    organization: Organization
    role: str
    permissions: frozenset[Permission]
    expires_at: datetime | None = None  # of a key or a client

    def may(self, permission: Permission) -> bool:
        return permission in self.permissions


def allowed(principal: Principal, permission: Permission | None) -> Principal:
    """The principal, who may do this. Raises Forbidden, and says whom to ask.

    From here on the request sees the rows of their organization and no others.
    """
    organization_enter(principal.organization)
    if permission is None or principal.may(permission):
        return principal
    roles = " or ".join(role.label.lower() for role in roles_with(permission))
    raise Forbidden(
        f"This needs the permission “{permission}”, which you do not have. "
        f"Ask somebody who is {roles} of {principal.organization.name}.",
        code="not_permitted",
    )
