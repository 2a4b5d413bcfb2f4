"""What the maker of a credential may put into it: never more than they have, nor for longer."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from core.accounts.permissions import Permission
from core.audit.services import Actor
from core.errors import FieldError, Forbidden, Unprocessable

LONGEST_LIFE = timedelta(days=3_660)
LONGEST_OVERLAP = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Maker:
    """Whoever makes or replaces a credential, and until when they themselves are good."""

    actor: Actor
    permissions: frozenset[Permission]
    expires_at: datetime | None = None


def grant_check(
    maker: Maker, *, scopes: Iterable[Permission], expires_at: datetime | None
) -> list[Permission]:
    """The scopes in order, once each. Raises Forbidden for more than the maker has.

    Raises Unprocessable for none at all, and for an end that is past or absurdly far.
    """
    wanted = sorted(set(scopes))
    if not wanted:
        raise _refused("scopes", "Choose at least one permission.")
    hold_check(maker, wanted)
    if expires_at is not None:
        moment_check("expires_at", expires_at, LONGEST_LIFE)
    if maker.expires_at is not None and (expires_at is None or expires_at > maker.expires_at):
        raise Forbidden(
            f"What a key makes ends no later than the key itself: {maker.expires_at:%Y-%m-%d}.",
            code="outlives_its_maker",
        )
    return wanted


def hold_check(maker: Maker, scopes: Collection[str]) -> None:
    """Raise Forbidden when the maker lacks one of these: they would get it with the secret."""
    lacking = ", ".join(sorted(set(scopes) - maker.permissions))
    if lacking:
        raise Forbidden(
            f"You cannot hand on what you may not do yourself: {lacking}.",
            code="scope_not_held",
        )


def moment_check(field: str, moment: datetime, longest: timedelta) -> None:
    """Raise Unprocessable unless the moment is to come, and not later than ``longest``."""
    now = timezone.now()
    if moment <= now:
        raise _refused(field, "Choose a moment that is still to come.")
    if moment > now + longest:
        raise _refused(field, f"At most {longest.days} days from now.")


def _refused(field: str, message: str) -> Unprocessable:
    return Unprocessable(
        "Some of the input was refused; see errors.", errors=[FieldError(field, message)]
    )
