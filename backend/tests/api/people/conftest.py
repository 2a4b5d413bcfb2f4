from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.core.cache import cache

from core.access.invitations import invitation_create
from core.accounts.models import Role
from core.audit.models import AuditEntry
from core.audit.services import SYSTEM
from tests.api.people.browser import Browser
from tests.conftest import Tenant


@pytest.fixture(autouse=True)
def nothing_counted() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def browser() -> Browser:
    """Nobody's yet."""
    return Browser()


@pytest.fixture
def mine(tenant: Tenant) -> Browser:
    """The browser in which the tenant's person is signed in."""
    browser = Browser()
    assert browser.sign_in(tenant.user.email).status_code == 200
    return browser


Invite = Callable[[str], str]


@pytest.fixture
def invite(tenant: Tenant) -> Invite:
    """Invite an address as a viewer; gives the token."""

    def run(email: str) -> str:
        return invitation_create(
            organization=tenant.organization,
            actor=SYSTEM,
            actor_role=Role.ADMIN,
            inviter=None,
            email=email,
            role=Role.VIEWER,
        )[1]

    return run


@pytest.fixture
def recorded(tenant: Tenant) -> Callable[[], list[str]]:
    """What the audit log of the tenant says of people, oldest first."""

    def run() -> list[str]:
        entries = AuditEntry.objects.owned_by(tenant.organization).filter(object_kind="person")
        return list(entries.order_by("id").values_list("action", flat=True))

    return run
