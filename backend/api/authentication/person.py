from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja.security import APIKeyCookie
from ninja.utils import check_csrf

from api.authentication.access import ApiRequest
from api.errors.handlers import NOT_SIGNED_IN, csrf_refused
from api.errors.problems import Unauthorized
from api.request.client_address import client_address
from api.request.request_id import request_id
from api.request.user_agent import user_agent
from core.accounts.models import User
from core.audit.models import ActorKind
from core.audit.services import Actor
from core.errors import Forbidden


class PersonRequest(HttpRequest):
    """A request that passed `PersonAuth`; for annotations."""

    auth: User


class PersonAuth(APIKeyCookie):
    """The session cookie of a signed-in person, also of one who belongs to no organization."""

    param_name = "sessionid"

    def __init__(self) -> None:
        super().__init__(csrf=False)

    def __call__(self, request: HttpRequest) -> User:
        return self.authenticate(request, None)

    def authenticate(self, request: HttpRequest, key: str | None) -> User:
        """The person. Raises Unauthorized when nobody is signed in, or when a machine asks."""
        user: Any = request.user
        if "Authorization" in request.headers or not isinstance(user, User) or not user.is_active:
            raise Unauthorized(NOT_SIGNED_IN)
        if check_csrf(request) is not None:
            raise csrf_refused()
        return user


A_PERSON = [PersonAuth()]


def person_of(request: ApiRequest) -> User:
    """The person behind a principal. Raises Forbidden for a machine."""
    if request.auth.email is None:
        raise Forbidden("Only a person can do this, not a key or a token of a service.")
    return User.objects.get(pk=request.auth.id)


def acting_person(request: PersonRequest) -> Actor:
    """The person, for the audit log."""
    user = request.auth
    return Actor(
        ActorKind.PERSON,
        user.pk,
        user.name or user.email,
        request_id(),
        client_address(request),
        user_agent(request),
    )
