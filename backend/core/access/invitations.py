"""Invitations: an e-mailed link lets one person join one organization."""

from __future__ import annotations

import secrets
import uuid
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from core.access.authority import authority_under_lock
from core.access.models import Invitation
from core.accounts.models import Membership, Organization, Role, User
from core.accounts.permissions import Permission
from core.audit.changes import changes_between, gone, made
from core.audit.services import Actor, audit_record
from core.crypto.secret_hashes import secret_hash
from core.errors import Conflict, Forbidden, NotFound
from core.postgres.tenancy import every_organization, organization_scope

LIFETIME = timedelta(days=7)
MOST_OPEN = 200


@transaction.atomic
def invitation_create(
    *,
    organization: Organization,
    actor: Actor,
    actor_role: Role,
    inviter: User | None,
    email: str,
    role: Role,
) -> tuple[Invitation, str]:
    """Invite an address. Replaces an open invitation to it. The token is returned once.

    Raises Forbidden for a role above the inviter's. Raises Conflict when the person is a member
    already or `MOST_OPEN` invitations are open.
    """
    email = email.strip().lower()
    authority_under_lock(
        organization=organization,
        actor=actor,
        actor_role=actor_role,
        needs=Permission.MEMBERS_MANAGE,
    ).may_give(role)
    if Membership.objects.owned_by(organization).filter(user__email=email).exists():
        raise Conflict(f"{email} is a member of {organization.name} already.")
    waiting = Invitation.objects.owned_by(organization).filter(accepted_at=None, revoked_at=None)
    waiting.filter(email=email).update(revoked_at=timezone.now())
    if waiting.count() >= MOST_OPEN:
        raise Conflict(
            f"{MOST_OPEN} invitations are waiting already. Revoke some before you invite others.",
            code="too_many_invitations",
        )
    token = _new_token()
    invitation = Invitation.objects.create(
        organization=organization,
        email=email,
        role=role,
        token_hash=secret_hash(token),
        invited_by=inviter,
        expires_at=timezone.now() + LIFETIME,
    )
    audit_record(
        organization=organization,
        actor=actor,
        action="invitation.created",
        object_kind="invitation",
        object_id=invitation.pk,
        changes=made({"role": role}),
    )
    return invitation, token


@transaction.atomic
def invitation_renew(
    *, organization: Organization, actor: Actor, actor_role: Role, invitation_id: uuid.UUID
) -> tuple[Invitation, str]:
    """Send a new link, valid for seven days. The former link stops working.

    Raises NotFound when it is not open, Forbidden for a role above the caller's.
    """
    authority = authority_under_lock(
        organization=organization,
        actor=actor,
        actor_role=actor_role,
        needs=Permission.MEMBERS_MANAGE,
    )
    invitation = _waiting(organization, invitation_id)
    authority.may_give(Role(invitation.role))
    before = invitation.expires_at
    token = _new_token()
    invitation.token_hash = secret_hash(token)
    invitation.expires_at = timezone.now() + LIFETIME
    invitation.save(update_fields=["token_hash", "expires_at"])
    audit_record(
        organization=organization,
        actor=actor,
        action="invitation.resent",
        object_kind="invitation",
        object_id=invitation.pk,
        changes=changes_between(
            {"expires_at": before.isoformat()}, {"expires_at": invitation.expires_at.isoformat()}
        ),
    )
    return invitation, token


@transaction.atomic
def invitation_revoke(
    *, organization: Organization, actor: Actor, actor_role: Role, invitation_id: uuid.UUID
) -> None:
    """Revoke it: its link stops working. Raises NotFound when it is not open."""
    authority_under_lock(
        organization=organization,
        actor=actor,
        actor_role=actor_role,
        needs=Permission.MEMBERS_MANAGE,
    )
    invitation = _waiting(organization, invitation_id)
    invitation.revoked_at = timezone.now()
    invitation.save(update_fields=["revoked_at"])
    audit_record(
        organization=organization,
        actor=actor,
        action="invitation.revoked",
        object_kind="invitation",
        object_id=invitation.pk,
        changes=gone({"role": invitation.role}),
    )


def invitations_withdraw(*, organization: Organization, inviter: User, kept: set[Role]) -> int:
    """Revoke the invitations of somebody who lost a role, except to roles they may still give.

    Returns their number. For use inside the transaction that takes the role away.
    """
    offered = Invitation.objects.owned_by(organization).filter(
        invited_by=inviter, accepted_at=None, revoked_at=None
    )
    return offered.exclude(role__in=kept).update(revoked_at=timezone.now())


def invitation_open(invitation: Invitation) -> bool:
    """Whether its link still works."""
    ended = invitation.accepted_at or invitation.revoked_at
    return ended is None and invitation.expires_at > timezone.now()


def invitation_find(*, token: str) -> Invitation:
    """The open invitation of this token. Raises NotFound when it is used, revoked or expired."""
    with every_organization("the token says who invites"):
        invitations = Invitation.objects.across_organizations("the token is the right to read it")
        found = (
            invitations.filter(
                token_hash=secret_hash(token),
                accepted_at=None,
                revoked_at=None,
                expires_at__gt=timezone.now(),
            )
            .select_related("organization", "invited_by")
            .first()
        )
    if found is None:
        raise NotFound("This invitation was used, was revoked or is too old. Ask for a new one.")
    return found


@transaction.atomic
def invitation_accept(*, token: str, user: User, actor: Actor) -> Membership:
    """Join with an open invitation to this person's own address. It works once.

    Raises NotFound for an unknown token, Forbidden for somebody else's invitation.
    """
    invitation = invitation_find(token=token)
    with organization_scope(invitation.organization):
        return _accept(invitation, token, user, actor)


def _accept(invitation: Invitation, token: str, user: User, actor: Actor) -> Membership:
    owned = Invitation.objects.owned_by(invitation.organization)
    owned.select_for_update(of=("self",)).get(pk=invitation.pk)
    invitation = invitation_find(token=token)
    if invitation.email != user.email.lower():
        raise Forbidden("This invitation was sent to another address. Sign in with that one.")
    membership, joined = Membership.objects.owned_by(invitation.organization).get_or_create(
        organization=invitation.organization, user=user, defaults={"role": invitation.role}
    )
    invitation.accepted_at = timezone.now()
    invitation.save(update_fields=["accepted_at"])
    audit_record(
        organization=invitation.organization,
        actor=actor,
        action="invitation.accepted",
        object_kind="invitation",
        object_id=invitation.pk,
        detail={"new_member": joined},
        changes=made({"role": membership.role}) if joined else {},
    )
    return membership


def _waiting(organization: Organization, invitation_id: uuid.UUID) -> Invitation:
    found = (
        Invitation.objects.owned_by(organization)
        .filter(pk=invitation_id, accepted_at=None, revoked_at=None)
        .select_for_update(of=("self",))
        .select_related("organization", "invited_by")
        .first()
    )
    if found is None:
        raise NotFound("There is no open invitation with that id: it was used or revoked.")
    return found


def _new_token() -> str:
    return secrets.token_urlsafe(32)
