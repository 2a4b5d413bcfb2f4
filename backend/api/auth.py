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
from api.problems import Forbidden, Unauthorized
from api.request_id import request_id
from core.accounts.api_keys import api_key_authenticate
from core.accounts.models import Organization, Role, User
from core.accounts.selectors import membership_current
from core.audit.models import ActorKind
from core.audit.services import Actor

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


_KNOWN: KnownKeys[Principal] = KnownKeys(settings.WAYBILL_API_KEY_CACHE_SECONDS)


class ApiRequest(HttpRequest):
    """A request that passed `AUTHENTICATED`; for annotations."""

    auth: Principal


class ApiKeyAuth(HttpBearer):
    """`Authorization: Bearer wbk_…`, for machines. No cookie and no CSRF token is looked at."""

    def __call__(self, request: HttpRequest) -> Principal | None:
        header = request.headers.get("Authorization")
        if header is None:
            return None
        scheme, _, secret = header.partition(" ")
        if scheme.lower() != "bearer":
            raise Unauthorized(NOT_SIGNED_IN)
        return self.authenticate(request, secret.strip())

    def authenticate(self, request: HttpRequest, token: str) -> Principal:
        """The key's principal. A wrong key is refused, whatever cookie came with it."""
        known = _KNOWN.get(token)
        if known is not None:
            return known
        key = api_key_authenticate(secret=token)
        if key is None:
            raise Unauthorized("This API key is not known or was revoked.", code="bad_api_key")
        principal = Principal("key", key.pk, key.name, None, key.organization, "operator")
        _KNOWN.keep(token, principal)
        return principal


class SessionAuth(APIKeyCookie):
    """The session cookie of a signed-in person; writes need the CSRF token too."""

    param_name = SESSION_COOKIE

    def __call__(self, request: HttpRequest) -> Principal | None:
        return self.authenticate(request, None)

    def authenticate(self, request: HttpRequest, key: str | None) -> Principal | None:
        """The person's principal, or None when nobody is signed in."""
        user: Any = request.user
        if not isinstance(user, User) or not user.is_active:
            return None
        if check_csrf(request) is not None:
            raise csrf_refused()
        membership = membership_current(user=user)
        if membership is None:
            raise Forbidden("Your account belongs to no organization. Ask an owner to invite you.")
        return Principal(
            "person", user.pk, user.name, user.email, membership.organization, membership.role
        )


AUTHENTICATED = [ApiKeyAuth(), SessionAuth(csrf=False)]


def authenticate(request: HttpRequest) -> Principal:
    """What Ninja does with `AUTHENTICATED`, for views outside it.

    Raises Unauthorized and Forbidden.
    """
    for method in AUTHENTICATED:
        principal: Principal | None = method(request)
        if principal is not None:
            return principal
    raise Unauthorized(NOT_SIGNED_IN)


def acting(request: ApiRequest) -> Actor:
    """Whoever changes something, for the audit log. Raises Forbidden for those who only look."""
    principal = request.auth
    if principal.role == Role.VIEWER:
        raise Forbidden("Viewers look and change nothing. Ask an operator of your organization.")
    return Actor(
        ActorKind(principal.kind),
        principal.id,
        principal.name or principal.email or "",
        request_id(),
    )


def bind_principal(principal: Principal) -> None:
    """Name the organization in every log line that follows."""
    structlog.contextvars.bind_contextvars(
        organization_id=str(principal.organization.pk), principal=principal.kind
    )
