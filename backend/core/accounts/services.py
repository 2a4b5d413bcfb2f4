from __future__ import annotations

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from core.accounts.models import Membership, Organization, Role, User
from core.errors import Conflict, FieldError, Unprocessable


@transaction.atomic
def organization_create(
    *, slug: str, name: str, owner_email: str, owner_password: str, owner_name: str = ""
) -> Membership:
    """Make an organization and its first owner. An existing person joins it unchanged.

    Raises Conflict when the slug is taken, Unprocessable for a password that is too weak.
    """
    if Organization.objects.filter(slug=slug).exists():
        raise Conflict(f"There is an organization “{slug}” already. Choose another slug.")
    owner = User.objects.filter(email=owner_email.lower()).first()
    if owner is None:
        _check_password(owner_password, User(email=owner_email, name=owner_name))
        owner = User.objects.create_user(owner_email, owner_password, name=owner_name)
    organization = Organization.objects.create(slug=slug, name=name)
    return Membership.objects.create(organization=organization, user=owner, role=Role.OWNER)


def _check_password(password: str, owner: User) -> None:
    try:
        validate_password(password, owner)
    except ValidationError as error:
        raise Unprocessable(
            "The password is too weak.",
            errors=[FieldError("password", message) for message in error.messages],
        ) from error
