"""At the same moment, in transactions of their own: an owner remains, an invitation joins once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections, transaction

from core.access.authority import members_lock
from core.access.invitations import invitation_accept, invitation_create
from core.access.members import member_change_role, member_leave, member_remove, ownership_transfer
from core.access.models import Invitation
from core.accounts.models import Membership, Organization, Role
from core.audit.services import SYSTEM
from core.errors import Conflict, DomainError, Forbidden, NotFound
from core.postgres.tenancy import organization_scope
from tests.core.access.conftest import Join, acting

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.security("members under concurrency"),
]

ROUNDS = 5


@pytest.fixture
def organization(transactional_db: None) -> Organization:
    return Organization.objects.create(slug="many-at-once", name="Many at once")


def together(
    organization: Organization, *actions: Callable[[], object]
) -> list[type[Exception] | None]:
    """Run each in a thread and a transaction of its own, begun together; what each raised."""
    barrier = threading.Barrier(len(actions))

    def run(action: Callable[[], object]) -> type[Exception] | None:
        try:
            barrier.wait(timeout=10)
            with organization_scope(organization):
                action()
        except DomainError as error:
            return type(error)
        finally:
            connections.close_all()
        return None

    with ThreadPoolExecutor(len(actions)) as pool:
        return list(pool.map(run, actions))


def owners(organization: Organization) -> int:
    return Membership.objects.owned_by(organization).filter(role=Role.OWNER).count()


@pytest.mark.parametrize("attempt", range(ROUNDS))
def test_two_owners_who_demote_each_other(
    join: Join, organization: Organization, attempt: int
) -> None:
    one, two = join(Role.OWNER), join(Role.OWNER)

    def demote(by: Membership, other: Membership) -> Callable[[], object]:
        return lambda: member_change_role(
            organization=organization,
            actor=acting(by),
            actor_role=Role.OWNER,
            member_id=other.pk,
            role=Role.VIEWER,
        )

    assert sorted(map(str, together(organization, demote(one, two), demote(two, one)))) == [
        str(Forbidden),
        str(None),
    ]
    assert owners(organization) == 1


@pytest.mark.parametrize("attempt", range(ROUNDS))
def test_all_owners_leave_at_once(join: Join, organization: Organization, attempt: int) -> None:
    members = [join(Role.OWNER) for _ in range(4)]

    def leave(member: Membership) -> Callable[[], object]:
        return lambda: member_leave(
            organization_id=organization.pk, user=member.user, actor=acting(member)
        )

    raised = together(organization, *map(leave, members))
    assert raised.count(Conflict) == 1
    assert raised.count(None) == 3
    assert owners(organization) == 1


@pytest.mark.parametrize("attempt", range(ROUNDS))
def test_a_transfer_to_somebody_who_is_removed_meanwhile(
    join: Join, organization: Organization, attempt: int
) -> None:
    owner, admin, heir = join(Role.OWNER), join(Role.ADMIN), join(Role.VIEWER)
    raised = together(
        organization,
        lambda: ownership_transfer(
            organization=organization, actor=acting(owner), user=owner.user, member_id=heir.pk
        ),
        lambda: member_remove(
            organization=organization,
            actor=acting(admin),
            actor_role=Role.ADMIN,
            member_id=heir.pk,
        ),
    )
    assert raised in ([None, Forbidden], [NotFound, None])
    assert owners(organization) == 1


@pytest.mark.parametrize("attempt", range(ROUNDS))
def test_one_invitation_accepted_twice_at_once(
    join: Join, organization: Organization, attempt: int
) -> None:
    person = join(Role.VIEWER).user
    Membership.unscoped.filter(user=person).delete()
    _, token = invitation_create(
        organization=organization,
        actor=SYSTEM,
        actor_role=Role.OWNER,
        inviter=None,
        email=person.email,
        role=Role.OPERATOR,
    )
    accept = [lambda: invitation_accept(token=token, user=person, actor=SYSTEM)] * 4
    raised = together(organization, *accept)
    assert raised.count(None) == 1
    assert raised.count(NotFound) == 3
    assert Membership.objects.owned_by(organization).filter(user=person).count() == 1


def test_an_address_invited_by_two_at_once_has_one_open_invitation(
    join: Join, organization: Organization
) -> None:
    admins = [join(Role.ADMIN), join(Role.ADMIN)]

    def invite(by: Membership) -> Callable[[], object]:
        return lambda: invitation_create(
            organization=organization,
            actor=acting(by),
            actor_role=Role.ADMIN,
            inviter=by.user,
            email="new@example.com",
            role=Role.VIEWER,
        )

    assert together(organization, *map(invite, admins)) == [None, None]
    assert Invitation.objects.owned_by(organization).filter(revoked_at=None).count() == 1


def test_changes_of_members_keep_no_submission_waiting(organization: Organization) -> None:
    """Intake inserts rows that point at the organization while its members are locked."""

    def insert() -> None:
        with transaction.atomic(), connections["default"].cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = '2s'")
            cursor.execute(
                "SELECT 1 FROM accounts_organization WHERE id = %s FOR KEY SHARE",
                [organization.pk],
            )

    with transaction.atomic():
        members_lock(organization)
        assert together(organization, insert) == [None]
