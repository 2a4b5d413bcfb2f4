"""Access and refresh tokens of a person's program, by their family: one sign-in, one row."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, TypeVar

import structlog
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db.models import Exists, F, OuterRef
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from core.accounts.models import Membership, Organization, User
from core.audit.services import SYSTEM, Actor, audit_record
from core.credentials.models import TokenFamily
from core.credentials.token_signing import Token, TokenKind, TokenRefused, token_read, token_sign
from core.errors import Forbidden, NotFound
from core.postgres.tenancy import every_organization, organization_scope

T = TypeVar("T")

log = structlog.get_logger(__name__)


class TokenReused(TokenRefused):
    """A refresh token came back too late after its use. Its family is revoked: one of the two who
    had it stole it."""


@dataclass(frozen=True, slots=True)
class TokenPair:
    access_token: str
    refresh_token: str
    expires_in: int


def family_start(*, user: User, session_key: str, organization: Organization | None) -> TokenPair:
    """The first tokens of a person who has just signed in with a program."""
    family = _family_make(user, session_key)
    return _pair(family, organization.pk if organization else None)


def family_start_bound(
    *, user: User, session_key: str, organization_id: uuid.UUID, program: str, scopes: Iterable[str]
) -> TokenPair:
    """The first tokens of a program that a person let in for one organization and these scopes."""
    family = _family_make(
        user, session_key, program=program, acts_for=organization_id, scopes=sorted(scopes)
    )
    return _pair(family, organization_id)


def _family_make(user: User, session_key: str, **bounds: Any) -> TokenFamily:
    return TokenFamily.objects.create(
        user=user,
        session_key=session_key,
        auth_hash=user.get_session_auth_hash(),
        expires_at=timezone.now() + timedelta(seconds=settings.WAYBILL_REFRESH_TOKEN_SECONDS),
        **bounds,
    )


def family_refresh(
    *, refresh_token: str, organization: str | None = None, origin: Actor = SYSTEM
) -> TokenPair:
    """The next tokens, for the organization of the last ones or the one of this slug.

    For WAYBILL_REFRESH_GRACE_SECONDS a token that was just used gives tokens once more: of the
    same generation as those that replaced it, so that the first of them to be used ends the grace
    and leaves the others where any used token is.

    Raises TokenRefused, TokenReused, NotFound for an organization the person is not in, and
    Forbidden for another one than the person let the program in for.
    """
    token = token_read(refresh_token, TokenKind.REFRESH)
    family_id, generation = _family_of(token), _generation_of(token)
    family = family_live(family_id)
    acting_for = _organization_of(token)
    if family is not None and organization is not None:
        acting_for = _switch(family, organization)
    moved = family is not None and TokenFamily.objects.filter(
        pk=family_id, generation=generation, revoked_at=None
    ).update(
        generation=F("generation") + 1,
        refreshed_at=Now(),
        expires_at=timezone.now() + timedelta(seconds=settings.WAYBILL_REFRESH_TOKEN_SECONDS),
    )
    if family is None or not (moved or _just_replaced(family_id, generation)):
        _reuse_check(family_id, generation, origin)
        raise TokenRefused
    family.generation = generation + 1
    return _pair(family, acting_for)


def family_revoke(*, refresh_token: str, origin: Actor = SYSTEM) -> None:
    """Sign the program out: none of its tokens is good any more. Raises TokenRefused."""
    token = token_read(refresh_token, TokenKind.REFRESH)
    family_end(_family_of(token), why="revoked", origin=origin)


def family_end(family_id: uuid.UUID, *, why: str, origin: Actor = SYSTEM) -> bool:
    """Revoke a family and end its session; False when it was over already.

    Audited in each of the person's organizations. ``origin``: where the request came from.
    """
    live = TokenFamily.objects.filter(pk=family_id, revoked_at=None)
    families = list(live.select_related("user"))
    ended = live.update(revoked_at=timezone.now(), revoked_why=why)
    Session.objects.filter(session_key__in=[each.session_key for each in families]).delete()
    for family in families if ended else []:
        _record(family.user, why, origin)
    return bool(ended)


def _record(user: User, why: str, origin: Actor) -> None:
    with every_organization("a person may belong to several"):
        memberships = Membership.objects.across_organizations("of this person alone")
        mine = list(memberships.filter(user=user).select_related("organization"))
    for membership in mine:
        with organization_scope(membership.organization):
            audit_record(
                organization=membership.organization,
                actor=origin,
                action="person.tokens_revoked",
                object_kind="person",
                object_id=user.pk,
                detail={"name": user.name or user.email, "why": why},
            )


def family_live(family_id: uuid.UUID) -> TokenFamily | None:
    """The family with its person, unless it, its session or the person's password is over."""
    now = timezone.now()
    session = Session.objects.filter(session_key=OuterRef("session_key"), expire_date__gt=now)
    family = (
        TokenFamily.objects.filter(pk=family_id, revoked_at=None, expires_at__gt=now)
        .filter(Exists(session), user__is_active=True)
        .select_related("user")
        .first()
    )
    if family is None or not password_unchanged(family.user, family.auth_hash):
        return None
    return family


def password_unchanged(user: User, auth_hash: str) -> bool:
    """Whether the person still has the password that they had when this hash was taken."""
    return any(constant_time_compare(auth_hash, known) for known in _auth_hashes(user))


def family_membership(token: Token) -> tuple[TokenFamily, Membership | None]:
    """The family of an access token, and its person's place in the token's organization, None if
    they have none.

    Raises TokenRefused when the family is over.
    """
    family = family_live(_family_of(token))
    if family is None or str(family.user_id) != token.subject:
        raise TokenRefused
    organization = _organization_of(token)
    if organization is None:
        return family, None
    with organization_scope(organization):
        rows = Membership.objects.owned_by(organization).filter(user=family.user)
        return family, rows.select_related("organization").first()


def family_of_token(access_token: str) -> TokenFamily:
    """The live family that an access token came from. Raises TokenRefused."""
    family = family_live(_family_of(token_read(access_token, TokenKind.PERSON)))
    if family is None:
        raise TokenRefused
    return family


def families_expire() -> int:
    """Forget families that nobody can come back to; gives how many."""
    deleted, _ = TokenFamily.objects.filter(expires_at__lt=timezone.now()).delete()
    return deleted


def _pair(family: TokenFamily, organization: uuid.UUID | None) -> TokenPair:
    subject = str(family.user_id)
    common = {"fam": str(family.pk), "org": str(organization) if organization else None}
    seconds = settings.WAYBILL_ACCESS_TOKEN_SECONDS
    return TokenPair(
        token_sign(TokenKind.PERSON, subject=subject, seconds=seconds, claims=common),
        token_sign(
            TokenKind.REFRESH,
            subject=subject,
            seconds=settings.WAYBILL_REFRESH_TOKEN_SECONDS,
            claims=common | {"gen": family.generation},
        ),
        seconds,
    )


def _just_replaced(family_id: uuid.UUID, generation: int) -> bool:
    """Whether the newest generation took this one's place moments ago, by the database's clock.

    Looks after the refresh of another request that was under way: its row lock was waited for.
    """
    grace = timedelta(seconds=settings.WAYBILL_REFRESH_GRACE_SECONDS)
    following = TokenFamily.objects.filter(
        pk=family_id, generation=generation + 1, revoked_at=None, refreshed_at__gt=Now() - grace
    )
    return bool(grace) and following.exists()


def _reuse_check(family_id: uuid.UUID, generation: int, origin: Actor) -> None:
    later = TokenFamily.objects.filter(pk=family_id, generation__gt=generation, revoked_at=None)
    if later.exists() and family_end(family_id, why="reused", origin=origin):
        log.warning(
            "a refresh token came back after its use; its family is revoked",
            family_id=str(family_id),
        )
        raise TokenReused


def _switch(family: TokenFamily, slug: str) -> uuid.UUID:
    with every_organization("a membership says for whom a person acts"):
        rows = Membership.objects.across_organizations("of this person alone")
        found = rows.filter(user=family.user, organization__slug=slug).first()
    if found is None:
        raise NotFound(f"You are in no organization “{slug}”.")
    if family.acts_for not in (None, found.organization_id):
        raise Forbidden(
            f"This program was let in for another organization than “{slug}”. Sign in with it "
            "again, and choose that one.",
            code="other_organization",
        )
    return found.organization_id


def _auth_hashes(user: User) -> Iterable[str]:
    yield user.get_session_auth_hash()
    yield from user.get_session_auth_fallback_hash()


def _family_of(token: Token) -> uuid.UUID:
    return _claim(token, "fam", uuid.UUID)


def _generation_of(token: Token) -> int:
    return _claim(token, "gen", int)


def _organization_of(token: Token) -> uuid.UUID | None:
    return _claim(token, "org", lambda value: None if value is None else uuid.UUID(value))


def _claim(token: Token, name: str, read: Callable[[Any], T]) -> T:
    """A claim that the signature vouches for; another release may still have said it otherwise."""
    try:
        return read(token.claims[name])
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise TokenRefused from error
