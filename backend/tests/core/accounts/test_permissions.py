from __future__ import annotations

from itertools import pairwise

from core.accounts.models import Role
from core.accounts.permissions import RANK, ROLE_PERMISSIONS, Permission, outranks, roles_with


def test_a_higher_role_may_all_that_a_lower_one_may() -> None:
    for lower, higher in pairwise(RANK):
        assert ROLE_PERMISSIONS[lower] < ROLE_PERMISSIONS[higher]
        assert outranks(higher, lower)
        assert not outranks(lower, higher)


def test_everything_is_allowed_to_somebody() -> None:
    assert ROLE_PERMISSIONS[Role.OWNER] == frozenset(Permission)


def test_those_who_only_look_change_nothing() -> None:
    assert {each.split(":")[1] for each in ROLE_PERMISSIONS[Role.VIEWER]} == {"read"}
    assert roles_with(Permission.ORGANIZATION_TRANSFER) == [Role.OWNER]
