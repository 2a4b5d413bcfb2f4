"""Who is asking: by session cookie, access token or API key. One principal, whichever way."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpRequest
from ninja.security import APIKeyCookie
from ninja.security.base import AuthBase
from ninja.utils import check_csrf

from api.authentication.bearer import (
    NO_ORGANIZATION,
    NOT_GOOD,
    ApiKeyAuth,
    BearerAuth,
    PersonTokenAuth,
    ServiceTokenAuth,
)
from api.authentication.organization_choice import chosen_organization, expect_organization
from api.authentication.principal import Principal, allowed
from api.errors.handlers import NOT_SIGNED_IN, csrf_refused
from api.errors.problems import Unauthorized
from api.request.client_address import client_address
from api.request.request_id import request_id
from api.request.user_agent import user_agent
from core.accounts.models import Role, User
from core.accounts.permissions import ROLE_PERMISSIONS, Permission
from core.accounts.selectors import membership_current
from core.audit.models import ActorKind
from core.audit.services import SYSTEM, Actor
from core.credentials.grant_limits import Maker
from core.errors import Forbidden

__all__ = ["AUTHENTICATED", "ApiRequest", "Principal", "authenticate", "requires"]

SESSION_COOKIE = "sessionid"  # over HTTPS browsers see it as __Host-sessionid


class ApiRequest(HttpRequest):
    """A request that passed `AUTHENTICATED`; for annotations."""

    auth: Principal


class SessionAuth(APIKeyCookie):
    """The session cookie of a signed-in person; writes need the CSRF token too."""

    param_name = SESSION_COOKIE

    def __init__(self, permission: Permission | None = None) -> None:
        self.permission = permission
        super().__init__(csrf=False)

    def __call__(self, request: HttpRequest) -> Principal | None:
        if "Authorization" in request.headers:
            raise Unauthorized(NOT_GOOD, code="bad_token")  # nobody above took what it holds
        principal = self.authenticate(request, None)
        return None if principal is None else allowed(principal, self.permission)

    def authenticate(self, request: HttpRequest, key: str | None) -> Principal | None:
        """The person's principal, or None when nobody is signed in."""
        user: Any = request.user
        if not isinstance(user, User) or not user.is_active:
            return None
        if check_csrf(request) is not None:
            raise csrf_refused()
        membership = membership_current(user=user, chosen=chosen_organization(request))
        if membership is None:
            raise Forbidden(NO_ORGANIZATION, code="no_organization")
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


def requires(permission: Permission | None) -> list[AuthBase]:
    """What a route says as `auth=`: any way of signing in, by somebody who may do this."""
    return [each(permission) for each in WAYS]


def requires_person(permission: Permission) -> list[AuthBase]:
    """As `requires`, for what a machine cannot do, whatever its scopes."""
    return [PersonTokenAuth(permission), SessionAuth(permission)]


WAYS: tuple[type[BearerAuth | SessionAuth], ...] = (
    ApiKeyAuth,
    PersonTokenAuth,
    ServiceTokenAuth,
    SessionAuth,
)


AUTHENTICATED = requires(None)


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
    """Whoever changes something or sees something sensitive, for the audit log."""
    return acting_as(request.auth, request)


def acting_from(request: HttpRequest) -> Actor:
    """Where a request came from that names nobody, for the audit log."""
    return replace(
        SYSTEM,
        request_id=request_id(),
        address=client_address(request),
        agent=user_agent(request),
    )


def acting_as(principal: Principal, request: HttpRequest) -> Actor:
    """The same, for views outside of Ninja."""
    return Actor(
        ActorKind(principal.kind),
        principal.id,
        principal.name or principal.email or "",
        request_id(),
        client_address(request),
        user_agent(request),
    )


def acting_role(request: ApiRequest) -> Role:
    """The rank from which the caller changes members: nobody gives a role above it."""
    return Role(request.auth.role)


def making(request: ApiRequest) -> Maker:
    """Whoever makes a credential, with what they may hand on."""
    return Maker(acting(request), request.auth.permissions, request.auth.expires_at)
