"""How allauth's app client, for programs without cookies, gives its tokens out.

allauth brings a JWT strategy. It knows one key and neither issuer nor audience, keeps the refresh
tokens in the session, where two at once both succeed, and takes a reused one for a mere mistake;
so this one stands in its place.
"""

from __future__ import annotations

from typing import Any, cast

from allauth.headless.internal.sessionkit import lookup_session
from allauth.headless.tokens.strategies.base import AbstractTokenStrategy
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest

from api.authentication.bearer import bearer_credential
from api.errors.problems import Unauthorized
from core.accounts.models import User
from core.accounts.selectors import membership_current
from core.credentials.token_families import family_of_token, family_refresh, family_start
from core.credentials.token_signing import TokenRefused


class FamilyTokenStrategy(AbstractTokenStrategy):  # type: ignore[misc]  # allauth has no types
    """A session for the steps of signing in, then a family of tokens that ends with it."""

    def get_session_token(self, request: HttpRequest) -> str | None:
        """The session named by `X-Session-Token`, or the one that the access token came from."""
        named: str | None = super().get_session_token(request)
        if named:
            return named
        try:
            credential = bearer_credential(request)
            return None if credential is None else family_of_token(credential).session_key
        except (TokenRefused, Unauthorized):
            return None

    def create_session_token(self, request: HttpRequest) -> str:
        if not request.session.session_key:
            request.session.save()
        return cast("str", request.session.session_key)

    def lookup_session(self, session_token: str) -> SessionBase | None:
        return cast("SessionBase | None", lookup_session(session_token))

    def create_access_token_payload(self, request: HttpRequest) -> dict[str, Any] | None:
        """What the answer to a completed sign-in has in its `meta`."""
        user = cast("User", request.user)
        membership = membership_current(user=user)
        pair = family_start(
            user=user,
            session_key=self.create_session_token(request),
            organization=membership.organization if membership else None,
        )
        return {
            "access_token": pair.access_token,
            "refresh_token": pair.refresh_token,
            "expires_in": pair.expires_in,
        }

    def refresh_token(self, refresh_token: str) -> tuple[str, str] | None:
        try:
            pair = family_refresh(refresh_token=refresh_token)
        except TokenRefused:
            return None
        return pair.access_token, pair.refresh_token
