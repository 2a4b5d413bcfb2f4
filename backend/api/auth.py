"""Who is asking: a person by session cookie, or a machine by API key. One principal either way."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any, Literal

import structlog
from django.conf import settings
from django.http import HttpRequest
from ninja.security import APIKeyCookie, HttpBearer
from ninja.utils import check_csrf

from api.errors import NOT_SIGNED_IN, csrf_refused
from api.known_keys import KnownKeys
from api.organization_choice import chosen_organization, expect_organization
from api.problems import Unauthorized
from api.request_id import request_id
from core.accounts.api_keys import api_key_authenticate, key_permissions
from core.accounts.models import Organization, Role, User
from core.accounts.permissions import ROLE_PERMISSIONS, Permission, roles_with
from core.accounts.selectors import membership_current
from core.audit.models import ActorKind
from core.audit.services import Actor
from core.kit.errors import Forbidden

SESSION_COOKIE = "sessionid"  # over HTTPS browsers see it as __Host-sessionid


@dataclass(frozen=True, slots=True)
class Principal:
    """Whoever made the request, and the organization they act for."""

    kind: Literal["person", "key"]
    id: uuid.UUID
    name: str
    email: str | None
    organization: Organization
    role: str
    permissions: frozenset[Permission]

    def may(self, permission: Permission) -> bool:
        return permission in self.permissions


_KNOWN: KnownKeys[Principal] = KnownKeys(settings.WAYBILL_API_KEY_CACHE_SECONDS)


class ApiRequest(HttpRequest):
    """A request that passed `AUTHENTICATED`; for annotations."""

    auth: Principal


class ApiKeyAuth(HttpBearer):
    """`Authorization: Bearer wbk_…`, for machines. No cookie and no CSRF token is looked at."""

    def __init__(self, permission: Permission | None = None) -> None:
        self.permission = permission
        super().__init__()

    def __call__(self, request: HttpRequest) -> Principal | None:
        header = request.headers.get("Authorization")
        if header is None:
            return None
        scheme, _, secret = header.partition(" ")
        if scheme.lower() != "bearer":
            raise Unauthorized(NOT_SIGNED_IN)
        return _allowed(self.authenticate(request, secret.strip()), self.permission)

    def authenticate(self, request: HttpRequest, token: str) -> Principal:
        """The key's principal. A wrong key is refused, whatever cookie came with it."""
        known = _KNOWN.get(token)
        if known is not None:
            return known
        key = api_key_authenticate(secret=token)
        if key is None:
            raise Unauthorized("This API key is not known or was revoked.", code="bad_api_key")
        principal = Principal(
            "key",
            key.pk,
            key.name,
            None,
            key.organization,
            Role.OPERATOR,
            key_permissions(key),
        )
        _KNOWN.keep(token, principal)
        return principal


class SessionAuth(APIKeyCookie):
    """The session cookie of a signed-in person; writes need the CSRF token too."""

    param_name = SESSION_COOKIE

    def __init__(self, permission: Permission | None = None) -> None:
        self.permission = permission
        super().__init__(csrf=False)

    def __call__(self, request: HttpRequest) -> Principal | None:
        principal = self.authenticate(request, None)
        return None if principal is None else _allowed(principal, self.permission)

    def authenticate(self, request: HttpRequest, key: str | None) -> Principal | None:
        """The person's principal, or None when nobody is signed in."""
        user: Any = request.user
        if not isinstance(user, User) or not user.is_active:
            return None
        if check_csrf(request) is not None:
            raise csrf_refused()
        membership = membership_current(user=user, chosen=chosen_organization(request))
        if membership is None:
            raise Forbidden(
                "Your account belongs to no organization. Ask an owner to invite you.",
                code="no_organization",
            )
        if self.permission is not None:
            expect_organization(request, membership.organization)
        return Principal(
            "person",
            user.pk,
            user.name,
            user.email,
            membership.organization,
            membership.role,
            ROLE_PERMISSIONS[Role(membership.role)],
        )


def requires(permission: Permission) -> list[ApiKeyAuth | SessionAuth]:
    """What a route says as `auth=`: any way of signing in, by somebody who may do this."""
    return [ApiKeyAuth(permission), SessionAuth(permission)]


def _allowed(principal: Principal, permission: Permission | None) -> Principal:
    if permission is None or principal.may(permission):
        return principal
    roles = " or ".join(role.label.lower() for role in roles_with(permission))
    raise Forbidden(
        f"This needs the permission “{permission}”, which you do not have. "
        f"Ask somebody who is {roles} of {principal.organization.name}.",
        code="not_permitted",
    )


AUTHENTICATED = [ApiKeyAuth(), SessionAuth()]


def authenticate(request: HttpRequest, permission: Permission) -> Principal:
    """What Ninja does with `requires`, for views outside it.

    Raises Unauthorized and Forbidden.
    """
    for method in requires(permission):
        principal: Principal | None = method(request)
        if principal is not None:
            return principal
    raise Unauthorized(NOT_SIGNED_IN)


def acting(request: ApiRequest) -> Actor:
    """Whoever changes something, for the audit log."""
    principal = request.auth
    return Actor(
        ActorKind(principal.kind),
        principal.id,
        principal.name or principal.email or "",
        request_id(),
    )


def acting_role(request: ApiRequest) -> Role:
    """The rank from which the caller changes members: nobody gives a role above it."""
    return Role(request.auth.role)


def may_see_sensitive(request: ApiRequest) -> bool:
    """Whether values of fields marked as sensitive may be shown to the caller."""
    return request.auth.may(Permission.SUBMISSIONS_READ_SENSITIVE)


def bind_principal(principal: Principal) -> None:
    """Name the organization in every log line that follows."""
    structlog.contextvars.bind_contextvars(
        organization_id=str(principal.organization.pk), principal=principal.kind
    )
