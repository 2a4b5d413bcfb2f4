"""Who may change an organization's members, decided under a lock on them."""

from __future__ import annotations

from dataclasses import dataclass

from core.accounts.models import Membership, Organization, Role
from core.accounts.permissions import ROLE_PERMISSIONS, Permission, outranks
from core.audit.models import ActorKind
from core.audit.services import Actor
from core.errors import Conflict, Forbidden


@dataclass(frozen=True, slots=True)
class Authority:
    """The role that somebody acts with. It limits which roles they may change or give."""

    role: Role

    def may_give(self, role: Role) -> None:
        """Raises Forbidden for a role above the actor's own."""
        if outranks(role, self.role):
            own = self.role
            raise Forbidden(
                f"You act here as {own}, so you cannot make anybody {role}.",
                code="above_own_role",
            )

    def may_change(self, member: Membership) -> None:
        """Raises Forbidden for a member whose role is above the actor's own."""
        if outranks(Role(member.role), self.role):
            own = self.role
            raise Forbidden(
                f"You act here as {own}, so you cannot change somebody who is {member.role}.",
                code="above_own_role",
            )


def members_lock(organization: Organization) -> None:
    """Lock this organization's members until this transaction ends.

    Submissions do not wait for this lock: their foreign keys take a weaker one.
    """
    Organization.objects.select_for_update(no_key=True).get(pk=organization.pk)


def authority_under_lock(
    *, organization: Organization, actor: Actor, actor_role: Role, needs: Permission
) -> Authority:
    """Lock the members, then return the authority that ``actor`` has now.

    A person's role is read again: it may have changed since the request was authorized.
    ``actor_role`` is for machines and Waybill itself. Raises Forbidden.
    """
    members_lock(organization)
    if actor.kind != ActorKind.PERSON or actor.id is None:
        return Authority(actor_role)
    role = (
        Membership.objects.owned_by(organization)
        .filter(user_id=actor.id)
        .values_list("role", flat=True)
        .first()
    )
    if role is None or needs not in ROLE_PERMISSIONS[Role(role)]:
        raise Forbidden("Your role was changed a moment ago.", code="not_permitted")
    return Authority(Role(role))


def owner_must_remain(*, organization: Organization, leaving: Membership) -> None:
    """For use under the lock. Raises Conflict when ``leaving`` is the only owner."""
    owners = Membership.objects.owned_by(organization).filter(role=Role.OWNER)
    if leaving.role == Role.OWNER and not owners.exclude(pk=leaving.pk).exists():
        raise Conflict(
            f"This is the only owner of {organization.name}. Transfer the ownership first.",
            code="last_owner",
        )
