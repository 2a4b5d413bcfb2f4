"""Sign-in with an account of another provider: which accounts may be joined."""

from __future__ import annotations

from typing import Any

import structlog
from allauth.account.adapter import get_adapter as get_account_adapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest

from core.access.people.sign_up import address_vouch, person_settle
from core.access.people.waiting import invitation_waiting
from core.accounts.models import User

log = structlog.get_logger(__name__)


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """The rules of `AccountAdapter` for people who sign in with a provider."""

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Check that two accounts from a provider are of the same person
        (OpenID Connect Core 1.0, 5.3.2)."""
        given = sociallogin.account.extra_data
        subjects = {given[part]["sub"] for part in ("id_token", "userinfo") if given.get(part)}
        if len(subjects) > 1:
            raise PermissionDenied

    def authenticate_by_email(self, sociallogin: Any) -> tuple[Any, str] | None:
        """Join an existing person only if the provider says exactly `true`."""
        for address in sociallogin.email_addresses:
            address.verified = address.verified is True
        found: tuple[Any, str] | None = super().authenticate_by_email(sociallogin)
        return found

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """An invitation admits only the address that it was sent to."""
        invitation = invitation_waiting(request)
        if invitation is not None:
            return sociallogin.user.email.lower() == invitation.email
        return bool(get_account_adapter(request).is_open_for_signup(request))

    def is_auto_signup_allowed(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Without an invitation the person must name an organization first."""
        return invitation_waiting(request) is not None

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: dict[str, Any]) -> User:
        """Use the name that the provider knows."""
        user: User = super().populate_user(request, sociallogin, data)
        parts = (data.get("first_name"), data.get("last_name"))
        user.name = (data.get("name") or " ".join(filter(None, parts)))[:200]
        return user

    @transaction.atomic
    def save_user(self, request: HttpRequest, sociallogin: Any, form: Any = None) -> User:
        """Save a new person. If there is a form, it adds them to their organization."""
        address_vouch(request)
        user: User = super().save_user(request, sociallogin, form)
        if form is None:
            person_settle(request, user, organization="")
        return user

    def on_authentication_error(
        self, request: HttpRequest, provider: Any, error: Any = None, **kwargs: Any
    ) -> None:
        """Log the failure. The person returns to our page with a short message."""
        exception = kwargs.get("exception")
        reason = type(exception).__name__ if exception else str(error)
        log.warning("sign-in with a provider failed", code=provider.id, error=reason)
