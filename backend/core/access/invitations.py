"""Invitations: a link, sent by e-mail, with which one person may join one organization."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from core.access.models import Invitation
from core.accounts.models import Membership, Organization, Role, User
from core.accounts.permissions import outranks
from core.audit.services import Actor, audit_record
from core.kit.errors import Conflict, Forbidden, NotFound
from core.kit.tenancy import every_organization, organization_scope

LIFETIME = timedelta(days=7)


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
    """Invite an address; an open invitation to it is replaced. The token is returned once.

    Raises Forbidden for a role above the inviter's, Conflict when the person is a member already.
    """
    email = email.strip().lower()
    if outranks(role, actor_role):
        raise Forbidden(f"You are {actor_role} here, so you cannot make anybody {role}.")
    if Membership.objects.owned_by(organization).filter(user__email=email).exists():
        raise Conflict(f"{email} is a member of {organization.name} already.")
    Invitation.objects.owned_by(organization).filter(
        email=email, accepted_at=None, revoked_at=None
    ).update(revoked_at=timezone.now())
    token = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        organization=organization,
        email=email,
        role=role,
        token_hash=_digest(token),
        invited_by=inviter,
        expires_at=timezone.now() + LIFETIME,
    )
    audit_record(
        organization=organization,
        actor=actor,
        action="invitation.created",
        object_kind="invitation",
        object_id=invitation.pk,
        detail={"role": role},
    )
    return invitation, token


def invitation_find(*, token: str) -> Invitation:
    """The open invitation of this token. Raises NotFound when it is used, revoked, or over."""
    with every_organization("the token says who invites"):
        invitations = Invitation.objects.across_organizations("the token is the right to read it")
        found = (
            invitations.filter(
                token_hash=_digest(token),
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
    """Join with an open invitation to this person's own address; it is then used up.

    Raises NotFound for a token that opens nothing, Forbidden for somebody else's invitation.
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
    membership, made = Membership.objects.owned_by(invitation.organization).get_or_create(
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
        detail={"role": membership.role, "new_member": made},
    )
    return membership


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode(errors="surrogatepass")).digest()
