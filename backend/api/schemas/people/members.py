from __future__ import annotations

import uuid
from datetime import datetime
from typing import Annotated, Self

from pydantic import AfterValidator, EmailStr, Field
from pydantic_core import PydanticCustomError

from api.schemas.base import In, Out, Text
from core.access.invitations import invitation_open
from core.access.mail import inviter_name
from core.access.models import Invitation
from core.accounts.models import Membership, Organization, Role


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    if not line:
        raise PydanticCustomError("blank", "Give it a name.")
    return line


Name = Annotated[Text, AfterValidator(_one_line), Field(max_length=200)]
InvitationToken = Annotated[
    str, Field(pattern=r"^[A-Za-z0-9_-]+$", max_length=100, description="From the e-mail's link.")
]


class MemberOut(Out):
    """A person's place in the organization."""

    id: uuid.UUID = Field(description="Of the membership, not of the person.")
    user_id: uuid.UUID
    name: str
    email: str
    role: Role
    joined_at: datetime

    @classmethod
    def of(cls, member: Membership) -> Self:
        return cls(
            id=member.pk,
            user_id=member.user_id,
            name=member.user.name,
            email=member.user.email,
            role=Role(member.role),
            joined_at=member.created_at,
        )


class MemberPageOut(Out):
    items: list[MemberOut]
    next_cursor: str | None


class RoleIn(In):
    role: Role


class TransferOut(Out):
    """What both are after a transfer of ownership."""

    owner: MemberOut
    former: MemberOut


class InvitationIn(In):
    email: Annotated[EmailStr, Field(max_length=254)]
    role: Role


class InvitationOut(Out):
    """An invitation that waits. Its link is in the e-mail alone."""

    id: uuid.UUID
    email: str
    role: Role
    invited_by: str | None = Field(description="Null when they are gone.")
    created_at: datetime
    expires_at: datetime
    expired: bool = Field(description="Its time is over; send it again or revoke it.")

    @classmethod
    def of(cls, invitation: Invitation) -> Self:
        return cls(
            id=invitation.pk,
            email=invitation.email,
            role=Role(invitation.role),
            invited_by=inviter_name(invitation),
            created_at=invitation.created_at,
            expires_at=invitation.expires_at,
            expired=not invitation_open(invitation),
        )


class InvitationPageOut(Out):
    items: list[InvitationOut]
    next_cursor: str | None


class InvitationTokenIn(In):
    token: InvitationToken


class InvitationLookOut(Out):
    """What whoever holds an invitation's link may know."""

    organization: str
    invited_by: str | None
    role: Role

    @classmethod
    def of(cls, invitation: Invitation) -> Self:
        return cls(
            organization=invitation.organization.name,
            invited_by=inviter_name(invitation),
            role=Role(invitation.role),
        )


class OrganizationIn(In):
    name: Name
    retention_days: int = Field(ge=1, le=3650, description="For attempts and events.")


class OrganizationDetailOut(Out):
    id: uuid.UUID
    name: str
    slug: str
    retention_days: int
    created_at: datetime

    @classmethod
    def of(cls, organization: Organization) -> Self:
        return cls(
            id=organization.pk,
            name=organization.name,
            slug=organization.slug,
            retention_days=organization.retention_days,
            created_at=organization.created_at,
        )
