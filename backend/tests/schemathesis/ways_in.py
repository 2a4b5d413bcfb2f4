"""A person and a service, signed in by each way that there is beside an API key."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore

from core.accounts.models import Membership, Organization, Role, User
from core.accounts.permissions import Permission
from core.audit.services import SYSTEM
from core.credentials.grant_limits import Maker
from core.credentials.lifecycle import credential_issue
from core.credentials.models import OAuthClient
from core.credentials.token_families import family_start
from core.credentials.token_signing import TokenKind, token_sign

Headers = dict[str, str]


@dataclass(frozen=True)
class WaysIn:
    """Headers that a request may carry, of an owner and of a service with every scope."""

    person: Headers
    service: Headers
    session: Headers

    def headers(self, way: str) -> Headers:
        """Those of one way by its name; `nobody` has none."""
        every: dict[str, Headers] = {"nobody": {}, **vars(self)}
        return every[way]


def ways_in(organization: Organization) -> WaysIn:
    owner = User.objects.create_user("schemathesis@example.com", name="Schemathesis")
    Membership.objects.create(organization=organization, user=owner, role=Role.OWNER)
    session = SessionStore()
    session[SESSION_KEY] = str(owner.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = owner.get_session_auth_hash()
    session.create()
    key = str(session.session_key)
    pair = family_start(user=owner, session_key=key, organization=organization)
    csrf = secrets.token_hex(16)
    return WaysIn(
        person=_bearer(pair.access_token),
        service=_bearer(_service_token(organization)),
        session={"X-CSRFToken": csrf, "Cookie": f"sessionid={key}; csrftoken={csrf}"},
    )


def _service_token(organization: Organization) -> str:
    client, _ = credential_issue(
        model=OAuthClient,
        organization=organization,
        maker=Maker(SYSTEM, frozenset(Permission)),
        name="Schemathesis",
        scopes=Permission,
    )
    claims = {"scope": " ".join(Permission)}
    return token_sign(TokenKind.SERVICE, subject=client.client_id, seconds=3600, claims=claims)


def _bearer(token: str) -> Headers:
    return {"Authorization": f"Bearer {token}"}
