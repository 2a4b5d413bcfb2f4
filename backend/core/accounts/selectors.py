from __future__ import annotations

import uuid

from django.db.models import Case, IntegerField, Value, When

from core.accounts.models import Membership, User


def membership_current(*, user: User, chosen: uuid.UUID | None = None) -> Membership | None:
    """The membership a person works under: in the chosen organization, else the one joined first.

    A choice of an organization that they do not belong to counts for nothing.
    """
    rows = Membership.objects.filter(user=user).select_related("organization", "user")
    if chosen is None:
        return rows.order_by("created_at", "pk").first()
    place = Case(
        When(organization_id=chosen, then=Value(0)), default=Value(1), output_field=IntegerField()
    )
    return rows.order_by(place, "created_at", "pk").first()


def memberships_of(*, user_id: uuid.UUID) -> list[Membership]:
    """All memberships of a person with their organizations, the one joined first in front."""
    rows = Membership.objects.filter(user_id=user_id).select_related("organization")
    return list(rows.order_by("created_at", "pk"))
