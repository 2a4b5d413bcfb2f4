"""Writes a person's sign-in events to the audit log of each of their organizations."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import structlog
from allauth.account.adapter import get_adapter
from django.http import HttpRequest

from core.accounts.models import Membership, Organization, User
from core.audit.models import ActorKind
from core.audit.services import SYSTEM, Actor, audit_record
from core.postgres.tenancy import every_organization, organization_scope


def person_actor(user: User) -> Actor:
    """The person, as the audit log names them."""
    request_id = str(structlog.contextvars.get_contextvars().get("request_id", ""))
    return Actor(ActorKind.PERSON, user.pk, user.name or user.email, request_id)


def person_record(
    request: HttpRequest, user: User, action: str, *, by_person: bool = True, **detail: Any
) -> None:
    """Record an event about a person. ``by_person``: False until it is proven to be them."""
    address = get_adapter().get_client_ip(request) or ""
    facts = {"from": address or None} | detail
    actor = replace(
        person_actor(user) if by_person else SYSTEM,
        address=address,
        agent=request.headers.get("User-Agent", ""),
    )
    for organization in _organizations(user):
        with organization_scope(organization):
            audit_record(
                organization=organization,
                actor=actor,
                action=f"person.{action}",
                object_kind="person",
                object_id=user.pk,
                detail=facts,
            )


def _organizations(user: User) -> list[Organization]:
    with every_organization("who signs in acts for none yet, and may belong to several"):
        memberships = Membership.objects.across_organizations("of this person alone")
        mine = memberships.filter(user=user).select_related("organization")
        return [membership.organization for membership in mine]
