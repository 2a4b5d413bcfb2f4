"""The members of an organization and their roles. It always has an owner."""

from __future__ import annotations

import uuid

from django.db import transaction

from core.access.authority import authority_under_lock, members_lock, owner_must_remain
from core.access.invitations import invitations_withdraw
from core.accounts.models import Membership, Organization, Role, User
from core.accounts.permissions import RANK, ROLE_PERMISSIONS, Permission, outranks
from core.audit.changes import changes_between
from core.audit.services import Actor, audit_record
from core.errors import Conflict, NotFound
from core.postgres.tenancy import organization_scope


@transaction.atomic
def member_change_role(
    *,
    organization: Organization,
    actor: Actor,
    actor_role: Role,
    member_id: uuid.UUID,
    role: Role,
) -> Membership:
    """Change a member's role. Revokes open invitations that they may no longer make.

    Raises NotFound, Forbidden if either role is above the caller's, Conflict for the last owner.
    """
    authority = authority_under_lock(
        organization=organization,
        actor=actor,
        actor_role=actor_role,
        needs=Permission.MEMBERS_MANAGE,
    )
    member = member_get(organization=organization, member_id=member_id)
    authority.may_change(member)
    authority.may_give(role)
    if member.role == role:
        return member
    owner_must_remain(organization=organization, leaving=member)
    _set_role(member, role, actor=actor, action="member.role_changed")
    return member


@transaction.atomic
def member_remove(
    *, organization: Organization, actor: Actor, actor_role: Role, member_id: uuid.UUID
) -> None:
    """Remove a member. From the next request they see nothing of the organization.

    Raises NotFound, Forbidden for a role above the caller's, Conflict for the last owner.
    """
    authority = authority_under_lock(
        organization=organization,
        actor=actor,
        actor_role=actor_role,
        needs=Permission.MEMBERS_MANAGE,
    )
    member = member_get(organization=organization, member_id=member_id)
    authority.may_change(member)
    _end(member, actor=actor, action="member.removed")


@transaction.atomic
def member_leave(*, organization_id: uuid.UUID, user: User, actor: Actor) -> None:
    """Leave an organization. Raises NotFound for a non-member, Conflict for the last owner."""
    with organization_scope(organization_id):
        mine = Membership.objects.owned_by(organization_id).filter(user=user)
        member = mine.select_related("organization").first()
        if member is not None:
            members_lock(member.organization)
            member = mine.select_related("organization", "user").first()  # as it is under the lock
        if member is None:
            raise NotFound("You belong to no organization with that id.")
        _end(member, actor=actor, action="member.left")


@transaction.atomic
def ownership_transfer(
    *, organization: Organization, actor: Actor, user: User, member_id: uuid.UUID
) -> tuple[Membership, Membership]:
    """Make another member an owner and the caller an admin, in one transaction.

    Returns the new owner's membership and the caller's. Raises NotFound, Forbidden when the caller
    is no longer an owner, Conflict when the other member is one already.
    """
    authority_under_lock(
        organization=organization,
        actor=actor,
        actor_role=Role.OWNER,
        needs=Permission.ORGANIZATION_TRANSFER,
    )
    heir = member_get(organization=organization, member_id=member_id)
    mine = Membership.objects.owned_by(organization).select_related("user").get(user=user)
    if heir.role == Role.OWNER:
        raise Conflict("This member is an owner already. To be none yourself, change your role.")
    _set_role(heir, Role.OWNER, actor=actor, action="ownership.transferred")
    _set_role(mine, Role.ADMIN, actor=actor, action="ownership.given_up")
    return heir, mine


def member_get(*, organization: Organization, member_id: uuid.UUID) -> Membership:
    """One membership with its person. Raises NotFound."""
    found = (
        Membership.objects.owned_by(organization)
        .filter(pk=member_id)
        .select_related("user", "organization")
        .first()
    )
    if found is None:
        raise NotFound("This organization has no member with that id.")
    return found


def _set_role(member: Membership, role: Role, *, actor: Actor, action: str) -> None:
    before = member.role
    member.role = role
    member.save(update_fields=["role"])
    _record(member, actor, action, before, role, _withdraw(member, role))


def _end(member: Membership, *, actor: Actor, action: str) -> None:
    owner_must_remain(organization=member.organization, leaving=member)
    withdrawn = _withdraw(member, None)
    _record(member, actor, action, member.role, None, withdrawn)
    member.delete()


def _withdraw(member: Membership, role: Role | None) -> int:
    manages = role is not None and Permission.MEMBERS_MANAGE in ROLE_PERMISSIONS[role]
    kept = {each for each in RANK if role and manages and not outranks(each, role)}
    return invitations_withdraw(organization=member.organization, inviter=member.user, kept=kept)


def _record(
    member: Membership, actor: Actor, action: str, before: str, after: Role | None, withdrawn: int
) -> None:
    audit_record(
        organization=member.organization,
        actor=actor,
        action=action,
        object_kind="member",
        object_id=member.pk,
        detail={"user": str(member.user_id), "invitations_revoked": withdrawn},
        changes=changes_between({"role": before}, {"role": after} if after else {}),
    )
