from __future__ import annotations

import uuid

from django.db.models import Case, IntegerField, Value, When

from core.accounts.models import Membership, User
from core.postgres.tenancy import every_organization


def membership_current(*, user: User, chosen: uuid.UUID | None = None) -> Membership | None:
    """A person's current membership: in the chosen organization, else the first one joined.

    A chosen organization that they do not belong to is ignored.
    """
    place = Case(
        When(organization_id=chosen, then=Value(0)), default=Value(1), output_field=IntegerField()
    )
    order = ("created_at", "pk") if chosen is None else (place, "created_at", "pk")
    with every_organization("a membership says for whom a person acts"):
        memberships = Membership.objects.across_organizations("of this person alone")
        related = memberships.filter(user=user).select_related("organization", "user")
        return related.order_by(*order).first()


def memberships_of(*, user_id: uuid.UUID) -> list[Membership]:
    """All memberships of a person with their organizations, oldest first."""
    with every_organization("a person sees all their organizations"):
        memberships = Membership.objects.across_organizations("of this person alone")
        related = memberships.filter(user_id=user_id).select_related("organization")
        return list(related.order_by("created_at", "pk"))
