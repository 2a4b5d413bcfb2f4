"""A new person's details, and the organization that they join."""

from __future__ import annotations

import secrets
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.core import context
from django import forms
from django.db import transaction
from django.http import HttpRequest
from django.utils.text import slugify

from core.access.invitations import invitation_accept
from core.access.people.records import person_actor
from core.access.people.waiting import invitation_take, invitation_waiting
from core.accounts.models import Membership, Organization, Role, User
from core.audit.services import audit_record
from core.postgres.tenancy import every_organization, organization_scope


class SignUpForm(forms.Form):
    """Adds to allauth's form a name and, without an invitation, a new organization's name."""

    name = forms.CharField(max_length=200)
    organization = forms.CharField(max_length=200, required=False)

    def clean(self) -> dict[str, Any] | None:
        """An invitation must be for this address. Without one, an organization needs a name."""
        cleaned = super().clean() or {}
        invitation = invitation_waiting(context.request)
        if invitation is None and not cleaned.get("organization"):
            self.add_error("organization", "Give your organization a name.")
        if invitation is not None and cleaned.get("email", invitation.email) != invitation.email:
            self.add_error("email", f"This invitation was sent to {invitation.email}.")
        return cleaned

    def signup(self, request: HttpRequest, user: User) -> None:
        """Add the person, just saved, to their organization."""
        person_settle(request, user, organization=self.cleaned_data.get("organization", ""))


def address_vouch(request: HttpRequest) -> None:
    """An invitation is mailed to its address, so its holder has proved that address."""
    invitation = invitation_waiting(request)
    if invitation is not None:
        get_adapter().stash_verified_email(request, invitation.email)


@transaction.atomic
def person_settle(request: HttpRequest, user: User, *, organization: str) -> None:
    """Accept the open invitation, or create the named organization."""
    if invitation_waiting(request) is not None:
        invitation_accept(token=invitation_take(request), user=user, actor=person_actor(user))
        return
    founded = Organization(name=organization, slug=_free_slug(organization))
    with organization_scope(founded):
        founded.save()
        Membership.objects.create(organization=founded, user=user, role=Role.OWNER)
        audit_record(
            organization=founded,
            actor=person_actor(user),
            action="organization.founded",
            object_kind="organization",
            object_id=founded.pk,
        )


def _free_slug(name: str) -> str:
    slug = slugify(name)[:40] or "organization"
    with every_organization("a slug is taken or free among all of them"):
        taken = Organization.objects.filter(slug=slug).exists()
    return f"{slug}-{secrets.token_hex(3)}" if taken else slug
