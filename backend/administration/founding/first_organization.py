"""Makes the first organization; a second run finds it and makes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import connection, transaction

from administration.founding.answers import Answers
from core.access.invitations import invitation_create
from core.access.mail import invitation_send
from core.access.models import Invitation
from core.accounts.models import Membership, Organization, Role
from core.accounts.services import organization_create
from core.audit.services import SYSTEM, audit_record

_LOCK = "SELECT pg_advisory_xact_lock(hashtext('waybill-admin init'))"


@dataclass(frozen=True, slots=True)
class There:
    """An organization that exists, and who may get in as an owner."""

    organization: Organization
    owners: Sequence[str]
    invited: Sequence[str]
    """Addresses whose link to become owner was not used yet."""


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation and the token of its link."""

    invitation: Invitation
    token: str = field(repr=False)

    def send(self) -> None:
        """Mail the link. Raises Unavailable when the mail server refuses it."""
        invitation_send(invitation=self.invitation, token=self.token)


@dataclass(frozen=True, slots=True)
class Founded:
    """A new organization. ``invited``: who becomes its owner, if nobody is yet."""

    organization: Organization
    invited: Invited | None


def organizations_there() -> list[There]:
    """All organizations, oldest first."""
    return [
        There(
            organization,
            list(
                Membership.objects.owned_by(organization)
                .filter(role=Role.OWNER)
                .values_list("user__email", flat=True)
                .order_by("created_at")
            ),
            list(
                Invitation.objects.owned_by(organization)
                .filter(role=Role.OWNER, accepted_at=None, revoked_at=None)
                .values_list("email", flat=True)
                .order_by("created_at")
            ),
        )
        for organization in Organization.objects.order_by("created_at")
    ]


@transaction.atomic
def found_first(answers: Answers) -> Founded | None:
    """Make the organization with its owner, or with the invitation of one if there is no password.

    None: there was an organization already. The caller mails the invitation.

    Of two runs at once only one makes it. Raises Unprocessable for a weak password.
    """
    with connection.cursor() as cursor:
        cursor.execute(_LOCK)
    if Organization.objects.exists():
        return None
    if answers.password is None:
        organization = Organization.objects.create(slug=answers.slug, name=answers.organization)
    else:
        membership = organization_create(
            slug=answers.slug,
            name=answers.organization,
            owner_email=answers.owner,
            owner_password=answers.password,
            owner_name=answers.owner_name,
        )
        organization = membership.organization
    audit_record(
        organization=organization,
        actor=SYSTEM,
        action="organization.founded",
        object_kind="organization",
        object_id=organization.pk,
    )
    invited = None if answers.password is not None else owner_invite(organization, answers.owner)
    return Founded(organization, invited)


def owner_invite(organization: Organization, owner: str) -> Invited:
    """Invite this address to become the owner and to choose a password.

    An earlier link stops working. Raises Conflict for a member.
    """
    return Invited(
        *invitation_create(
            organization=organization,
            actor=SYSTEM,
            actor_role=Role.OWNER,
            inviter=None,
            email=owner,
            role=Role.OWNER,
        )
    )
