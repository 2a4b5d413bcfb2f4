from __future__ import annotations

from core.accounts.models import Membership, User


def membership_current(*, user: User) -> Membership | None:
    """The membership a person works under: the one they joined first."""
    return (
        Membership.objects.filter(user=user)
        .select_related("organization", "user")
        .order_by("created_at")
        .first()
    )
