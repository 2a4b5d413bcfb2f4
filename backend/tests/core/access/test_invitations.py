from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from core.access.invitations import invitation_accept, invitation_create, invitation_find
from core.access.models import Invitation
from core.accounts.models import Membership, Organization, Role, User
from core.audit.models import AuditEntry
from core.audit.services import SYSTEM
from core.errors import Conflict, Forbidden, NotFound

pytestmark = [pytest.mark.django_db, pytest.mark.security("invitations")]

EMAIL = "new@example.com"


def invite(organization: Organization, role: Role = Role.OPERATOR, email: str = EMAIL) -> str:
    _, token = invitation_create(
        organization=organization,
        actor=SYSTEM,
        actor_role=Role.ADMIN,
        inviter=None,
        email=email,
        role=role,
    )
    return token


def test_an_invitation_is_for_one_person_once(organization: Organization) -> None:
    token = invite(organization)
    person = User.objects.create_user(EMAIL)

    membership = invitation_accept(token=token, user=person, actor=SYSTEM)

    assert membership.role == Role.OPERATOR
    with pytest.raises(NotFound):
        invitation_accept(token=token, user=person, actor=SYSTEM)
    assert Membership.objects.owned_by(organization).filter(user=person).count() == 1
    actions = AuditEntry.objects.owned_by(organization).values_list("action", flat=True)
    assert list(actions.order_by("id")) == ["invitation.created", "invitation.accepted"]


def test_somebody_elses_invitation_opens_nothing(organization: Organization) -> None:
    token = invite(organization)
    with pytest.raises(Forbidden):
        invitation_accept(token=token, user=User.objects.create_user("x@example.com"), actor=SYSTEM)


def test_an_old_and_a_replaced_invitation_open_nothing(organization: Organization) -> None:
    replaced, old = invite(organization), invite(organization)
    Invitation.unscoped.filter(accepted_at=None, revoked_at=None).update(
        expires_at=timezone.now() - timedelta(seconds=1)
    )
    for token in (replaced, old, "guessed"):
        with pytest.raises(NotFound):
            invitation_find(token=token)


def test_nobody_makes_a_role_above_their_own(organization: Organization) -> None:
    with pytest.raises(Forbidden):
        invite(organization, role=Role.OWNER)


def test_a_member_is_not_invited_again(organization: Organization) -> None:
    person = User.objects.create_user(EMAIL)
    Membership.objects.create(organization=organization, user=person, role=Role.VIEWER)
    with pytest.raises(Conflict):
        invite(organization, email=EMAIL.upper())
