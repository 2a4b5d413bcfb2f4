from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

from core.access.invitations import invitation_create, invitation_find
from core.access.members import (
    member_change_role,
    member_leave,
    member_remove,
    ownership_transfer,
)
from core.access.models import Invitation
from core.accounts.models import Membership, Organization, Role
from core.accounts.permissions import RANK, outranks
from core.audit.models import AuditEntry
from core.audit.services import SYSTEM
from core.errors import Conflict, Forbidden, NotFound
from tests.core.access.conftest import Join, acting

pytestmark = [pytest.mark.django_db, pytest.mark.security("members and roles")]

MANAGERS = (Role.ADMIN, Role.OWNER)


def change(by: Membership, member: Membership, role: Role) -> None:
    member_change_role(
        organization=by.organization,
        actor=acting(by),
        actor_role=Role(by.role),
        member_id=member.pk,
        role=role,
    )


def remove(by: Membership, member: Membership) -> None:
    member_remove(
        organization=by.organization,
        actor=acting(by),
        actor_role=Role(by.role),
        member_id=member.pk,
    )


def invite(by: Membership, role: Role, email: str) -> str:
    _, token = invitation_create(
        organization=by.organization,
        actor=acting(by),
        actor_role=Role(by.role),
        inviter=by.user,
        email=email,
        role=role,
    )
    return token


@pytest.mark.parametrize(("mine", "theirs", "given"), list(itertools.product(MANAGERS, RANK, RANK)))
def test_nobody_changes_or_gives_a_role_above_their_own(
    join: Join, mine: Role, theirs: Role, given: Role
) -> None:
    join(Role.OWNER)
    by, member = join(mine), join(theirs)
    if outranks(theirs, mine) or outranks(given, mine):
        with pytest.raises(Forbidden):
            change(by, member, given)
        given = theirs
    else:
        change(by, member, given)
    member.refresh_from_db()
    assert member.role == given


@pytest.mark.parametrize("mine", [Role.VIEWER, Role.OPERATOR])
def test_a_role_that_was_taken_away_meanwhile_no_longer_counts(join: Join, mine: Role) -> None:
    owner, by, member = join(Role.OWNER), join(Role.ADMIN), join(Role.VIEWER)
    stale = Membership.unscoped.select_related("user", "organization").get(pk=by.pk)
    change(owner, by, mine)
    attempts: list[Callable[[], object]] = [
        lambda: change(stale, member, Role.ADMIN),
        lambda: remove(stale, member),
        lambda: invite(stale, Role.VIEWER, "friend@example.com"),
    ]
    for attempt in attempts:
        with pytest.raises(Forbidden):
            attempt()


def test_a_removed_admin_changes_nothing_more(join: Join) -> None:
    owner, by = join(Role.OWNER), join(Role.ADMIN)
    stale = Membership.unscoped.select_related("user", "organization").get(pk=by.pk)
    remove(owner, by)
    with pytest.raises(Forbidden):
        remove(stale, owner)


def test_an_admin_does_not_remove_an_owner(join: Join) -> None:
    owner, admin = join(Role.OWNER), join(Role.ADMIN)
    with pytest.raises(Forbidden):
        remove(admin, owner)
    assert Membership.unscoped.filter(pk=owner.pk).exists()


def test_the_last_owner_stays_whatever_is_tried(join: Join) -> None:
    owner = join(Role.OWNER)
    join(Role.ADMIN)
    attempts: list[Callable[[], object]] = [
        lambda: change(owner, owner, Role.ADMIN),
        lambda: remove(owner, owner),
        lambda: member_leave(
            organization_id=owner.organization_id, user=owner.user, actor=acting(owner)
        ),
    ]
    for attempt in attempts:
        with pytest.raises(Conflict) as refused:
            attempt()
        assert refused.value.code == "last_owner"
    owner.refresh_from_db()
    assert owner.role == Role.OWNER


def test_one_of_two_owners_may_leave(join: Join, organization: Organization) -> None:
    first, _ = join(Role.OWNER), join(Role.OWNER)
    member_leave(organization_id=organization.pk, user=first.user, actor=acting(first))
    assert not Membership.unscoped.filter(pk=first.pk).exists()
    entry = AuditEntry.objects.owned_by(organization).get(action="member.left")
    assert entry.changes == {"role": {"before": "owner", "after": None}}


def test_nobody_leaves_where_they_do_not_belong(join: Join, organization: Organization) -> None:
    other = Organization.objects.create(slug="other", name="Other")
    with pytest.raises(NotFound):
        member_leave(organization_id=other.pk, user=join(Role.VIEWER).user, actor=SYSTEM)


def test_the_ownership_goes_over_whole(join: Join, organization: Organization) -> None:
    owner, heir = join(Role.OWNER), join(Role.VIEWER)
    ownership_transfer(
        organization=organization, actor=acting(owner), user=owner.user, member_id=heir.pk
    )
    owner.refresh_from_db()
    heir.refresh_from_db()
    assert (owner.role, heir.role) == (Role.ADMIN, Role.OWNER)
    entries = AuditEntry.objects.owned_by(organization).order_by("id")
    assert [(entry.action, entry.changes["role"]) for entry in entries] == [
        ("ownership.transferred", {"before": "viewer", "after": "owner"}),
        ("ownership.given_up", {"before": "owner", "after": "admin"}),
    ]


def test_only_an_owner_transfers_the_ownership(join: Join, organization: Organization) -> None:
    join(Role.OWNER)
    admin, heir = join(Role.ADMIN), join(Role.VIEWER)
    with pytest.raises(Forbidden):
        ownership_transfer(
            organization=organization, actor=acting(admin), user=admin.user, member_id=heir.pk
        )


def test_the_ownership_goes_to_no_stranger(join: Join, organization: Organization) -> None:
    owner = join(Role.OWNER)
    elsewhere = Organization.objects.create(slug="elsewhere", name="Elsewhere")
    stranger = Membership.objects.create(
        organization=elsewhere, user=join(Role.VIEWER).user, role=Role.VIEWER
    )
    with pytest.raises(NotFound):
        ownership_transfer(
            organization=organization, actor=acting(owner), user=owner.user, member_id=stranger.pk
        )


@pytest.mark.parametrize(
    ("left_with", "still_open"),
    [(Role.ADMIN, {"admin@x.de", "viewer@x.de"}), (Role.OPERATOR, set()), (None, set())],
)
def test_whoever_loses_a_role_loses_the_invitations_they_could_not_make(
    join: Join, left_with: Role | None, still_open: set[str]
) -> None:
    owner, by = join(Role.OWNER), join(Role.OWNER)
    tokens = [invite(by, role, f"{role}@x.de") for role in (Role.OWNER, Role.ADMIN, Role.VIEWER)]
    if left_with is None:
        remove(owner, by)
    else:
        change(owner, by, left_with)
    waiting = Invitation.unscoped.filter(revoked_at=None).values_list("email", flat=True)
    assert set(waiting) == still_open
    with pytest.raises(NotFound):
        invitation_find(token=tokens[0])


def test_a_machine_ranks_as_an_operator(join: Join, organization: Organization) -> None:
    join(Role.OWNER)
    admin, viewer = join(Role.ADMIN), join(Role.VIEWER)
    for member, role in ((admin, Role.VIEWER), (viewer, Role.ADMIN)):
        with pytest.raises(Forbidden):
            member_change_role(
                organization=organization,
                actor=SYSTEM,
                actor_role=Role.OPERATOR,
                member_id=member.pk,
                role=role,
            )


def test_the_same_role_again_is_no_change(join: Join, organization: Organization) -> None:
    owner, member = join(Role.OWNER), join(Role.VIEWER)
    change(owner, member, Role.VIEWER)
    assert not AuditEntry.objects.owned_by(organization).exists()
