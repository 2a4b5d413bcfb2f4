from __future__ import annotations

import uuid
from collections.abc import Callable

import pytest

from core.accounts.models import Membership, Organization, Role, User
from core.audit.models import ActorKind
from core.audit.services import Actor

Join = Callable[[Role], Membership]


@pytest.fixture
def join(organization: Organization) -> Join:
    """A new person in the organization, with that role."""

    def run(role: Role) -> Membership:
        person = User.objects.create_user(f"{uuid.uuid4().hex}@example.com", name="Person")
        return Membership.objects.create(organization=organization, user=person, role=role)

    return run


def acting(member: Membership) -> Actor:
    return Actor(ActorKind.PERSON, member.user_id, member.user.name)
