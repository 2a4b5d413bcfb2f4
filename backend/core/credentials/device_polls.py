"""A program asks whether it was let in, again and again, and fetches its tokens once (RFC 8628)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.db import transaction
from django.utils import timezone

from core.accounts.models import Membership, Role, User
from core.accounts.permissions import ROLE_PERMISSIONS, Permission
from core.audit.services import Actor
from core.credentials.models import Decision, DeviceSignIn
from core.credentials.program_sessions import program_session_open
from core.credentials.programs import Program
from core.credentials.token_families import TokenPair, family_start_bound, password_unchanged
from core.crypto.secret_hashes import secret_hash
from core.postgres.tenancy import organization_scope

_SLOWER_SECONDS = 5


class NotYet(StrEnum):
    """Why a poll gives no tokens, in the words of RFC 8628, section 3.5."""

    PENDING = "authorization_pending"
    SLOW_DOWN = "slow_down"
    EXPIRED = "expired_token"
    DENIED = "access_denied"
    UNKNOWN = "invalid_grant"


@dataclass(frozen=True, slots=True)
class Fetched:
    """The tokens, and what the program may do with them at present."""

    tokens: TokenPair
    scopes: list[Permission]


@transaction.atomic
def device_poll(*, device_code: str, program: Program, origin: Actor) -> Fetched | NotYet:
    """What becomes of a sign-in. Of several polls at once, one fetches the tokens."""
    rows = DeviceSignIn.objects.select_for_update(of=("self",)).select_related("user")
    found = rows.filter(
        device_code_hash=secret_hash(device_code), program=program.client_id
    ).first()
    now = timezone.now()
    if found is None or found.decision == Decision.FETCHED:
        return NotYet.UNKNOWN
    if found.decision == Decision.REFUSED:
        return NotYet.DENIED
    if found.expires_at <= now:
        return NotYet.EXPIRED
    if found.decision == Decision.WAITING:
        return _pace(found, now)
    return _fetch(found, program, origin)


def _pace(waiting: DeviceSignIn, now: datetime) -> NotYet:
    """Each poll that comes too early lengthens the interval for good."""
    before, waiting.polled_at = waiting.polled_at, now
    early = before is not None and now < before + timedelta(seconds=waiting.interval)
    if early:
        waiting.interval += _SLOWER_SECONDS
    waiting.save(update_fields=["polled_at", "interval"])
    return NotYet.SLOW_DOWN if early else NotYet.PENDING


def _fetch(approved: DeviceSignIn, program: Program, origin: Actor) -> Fetched | NotYet:
    """The tokens, unless the person or their place is not what it was when they approved."""
    user, organization = approved.user, approved.acts_for
    scopes = _still_held(approved, user)
    if user is None or organization is None or not scopes:
        approved.decision = Decision.REFUSED
        approved.save(update_fields=["decision"])
        return NotYet.DENIED
    approved.decision = Decision.FETCHED
    approved.save(update_fields=["decision"])
    tokens = family_start_bound(
        user=user,
        session_key=program_session_open(user=user, program=program, origin=origin),
        organization_id=organization,
        program=program.client_id,
        scopes=approved.scopes,
    )
    return Fetched(tokens, scopes)


def _still_held(approved: DeviceSignIn, user: User | None) -> list[Permission]:
    if user is None or not user.is_active or not password_unchanged(user, approved.auth_hash):
        return []
    if approved.acts_for is None:
        return []
    with organization_scope(approved.acts_for):
        member = Membership.objects.owned_by(approved.acts_for).filter(user=user).first()
    held = ROLE_PERMISSIONS[Role(member.role)] if member else frozenset[Permission]()
    return sorted(each for each in held if each in approved.scopes)
