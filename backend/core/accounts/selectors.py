from __future__ import annotations

from core.accounts.models import Membership, User
from core.kit.tenancy import every_organization


def membership_current(*, user: User) -> Membership | None:
    """The membership a person works under: the one they joined first."""
    with every_organization("a membership says for whom a person acts"):
        memberships = Membership.objects.across_organizations("of this person alone")
        related = memberships.filter(user=user).select_related("organization", "user")
        return related.order_by("created_at").first()
