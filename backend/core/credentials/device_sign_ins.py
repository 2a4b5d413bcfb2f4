"""A person lets a program in with their browser: it asks, they approve or refuse (RFC 8628).

What the program then gets is in `core.credentials.device_polls`.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from core.accounts.models import Membership, Organization, Role, User
from core.accounts.permissions import ROLE_PERMISSIONS, Permission
from core.accounts.selectors import memberships_of
from core.audit.services import Actor, audit_record
from core.credentials.device_codes import device_code_make, user_code_hash, user_code_make
from core.credentials.models import Decision, DeviceSignIn
from core.credentials.programs import Program, program_find
from core.crypto.secret_hashes import secret_hash
from core.errors import Conflict, Forbidden, NotFound
from core.postgres.tenancy import organization_scope

LIFETIME = timedelta(minutes=10)
INTERVAL_SECONDS = 5
_KEPT = timedelta(hours=1)
_BATCH = 1_000


@dataclass(frozen=True, slots=True)
class Asked:
    """What a program is told when it asks to be let in; the codes are nowhere else."""

    device_code: str
    user_code: str
    waiting: DeviceSignIn


@dataclass(frozen=True, slots=True)
class Place:
    """An organization that the program could be let in for, and what it might do there."""

    organization: Organization
    role: Role
    permissions: list[Permission]

    @property
    def everything(self) -> bool:
        """Whether the person has no others there."""
        return set(self.permissions) == ROLE_PERMISSIONS[self.role]


@dataclass(frozen=True, slots=True)
class LetIn:
    """A program's sign-in that a person approved. ``name``: of the program, as people read it."""

    name: str
    sign_in: DeviceSignIn
    organization: Organization


def device_ask(*, program: Program, scopes: Collection[str], origin: Actor) -> Asked:
    """Begin a sign-in for a program at ``origin``. ``scopes``: the permissions that it asks for."""
    device_code, user_code = device_code_make(), user_code_make()
    waiting = DeviceSignIn.objects.create(
        device_code_hash=secret_hash(device_code),
        user_code_hash=user_code_hash(user_code),
        program=program.client_id,
        scopes=sorted(set(scopes)),
        address=origin.address,
        agent=origin.agent,
        expires_at=timezone.now() + LIFETIME,
        interval=INTERVAL_SECONDS,
    )
    return Asked(device_code, user_code, waiting)


def device_find(*, user_code: str) -> DeviceSignIn:
    """What waits under this code. Raises NotFound, and Conflict when it is decided already."""
    return _waiting(user_code, lock=False)


def device_places(waiting: DeviceSignIn, user: User) -> list[Place]:
    """Where this person could let it in, the organization they joined first in front."""
    return _places(waiting.scopes, memberships_of(user_id=user.pk))


@transaction.atomic
def device_approve(
    *, user_code: str, user: User, organization_id: uuid.UUID, actor: Actor
) -> LetIn:
    """Let the program in for one of the person's organizations. It works once.

    Raises NotFound for an unknown code and for an organization that is not theirs, Conflict when
    it is decided already, Forbidden when their role has nothing of what the program asks for.
    """
    waiting = _waiting(user_code, lock=True)
    mine = [
        each for each in memberships_of(user_id=user.pk) if each.organization_id == organization_id
    ]
    if not mine:
        raise NotFound("You belong to no organization with that id.")
    place = next(iter(_places(waiting.scopes, mine)), None)
    if place is None:
        raise Forbidden(
            f"The program asks for what you may not do yourself in {mine[0].organization.name}.",
            code="scope_not_held",
        )
    waiting.decision = Decision.APPROVED
    waiting.user = user
    waiting.acts_for = organization_id
    waiting.auth_hash = user.get_session_auth_hash()
    waiting.save(update_fields=["decision", "user", "acts_for", "auth_hash"])
    _record(place.organization, user, actor, "device_approved", waiting, scopes=place.permissions)
    return LetIn(device_program_name(waiting), waiting, place.organization)


@transaction.atomic
def device_refuse(*, user_code: str, user: User, actor: Actor) -> DeviceSignIn:
    """Turn the program away. Audited in each of the person's organizations: for none was chosen.

    Raises NotFound, and Conflict when it is decided already.
    """
    waiting = _waiting(user_code, lock=True)
    waiting.decision = Decision.REFUSED
    waiting.user = user
    waiting.save(update_fields=["decision", "user"])
    for membership in memberships_of(user_id=user.pk):
        _record(membership.organization, user, actor, "device_refused", waiting)
    return waiting


def devices_expire() -> int:
    """Forget sign-ins an hour after their codes ended; gives how many.

    Until then a program that still asks hears that its code is too old, not that it is unknown.
    """
    rows = DeviceSignIn.objects.filter(expires_at__lt=timezone.now() - _KEPT)
    old = list(rows.values_list("pk", flat=True)[:_BATCH])
    deleted, _ = DeviceSignIn.objects.filter(pk__in=old).delete()
    return deleted


def device_program_name(waiting: DeviceSignIn) -> str:
    """The name that people read."""
    program = program_find(waiting.program)
    return waiting.program if program is None else program.name


def _waiting(user_code: str, *, lock: bool) -> DeviceSignIn:
    rows = DeviceSignIn.objects.filter(user_code_hash=user_code_hash(user_code))
    if lock:
        rows = rows.select_for_update()
    found = rows.filter(expires_at__gt=timezone.now()).first()
    if found is None:
        raise NotFound(
            "No program waits under this code. Codes work for ten minutes: compare it with the one "
            "that your program shows, or start the sign-in there again.",
            code="unknown_code",
        )
    if found.decision != Decision.WAITING:
        raise Conflict(
            "This code was used already. If that was not you, start the sign-in in your program "
            "again, and look at the list of your sessions under Settings.",
            code="code_used",
        )
    return found


def _places(scopes: Iterable[str], memberships: Iterable[Membership]) -> list[Place]:
    wanted = set(scopes)
    places = [
        Place(
            each.organization,
            Role(each.role),
            sorted(one for one in ROLE_PERMISSIONS[Role(each.role)] if one in wanted),
        )
        for each in memberships
    ]
    return [place for place in places if place.permissions]


def _record(
    organization: Organization,
    user: User,
    actor: Actor,
    action: str,
    waiting: DeviceSignIn,
    **more: Any,
) -> None:
    with organization_scope(organization):
        audit_record(
            organization=organization,
            actor=actor,
            action=f"person.{action}",
            object_kind="person",
            object_id=user.pk,
            detail={
                "name": user.name or user.email,
                "program": device_program_name(waiting),
                "from": waiting.address,
                "said": waiting.agent,
            }
            | more,
        )
