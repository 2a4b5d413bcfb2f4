"""Inputs of `api.people`, where allauth's own are not enough."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.core import context
from allauth.headless.account import inputs as account
from allauth.headless.internal.restkit import inputs
from allauth.headless.mfa import inputs as mfa
from allauth.mfa import app_settings
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.db import transaction
from django.utils.http import url_has_allowed_host_and_scheme

from core.access.people.devices import device_known
from core.access.people.sign_up import address_vouch
from core.access.people.throttle import TooManyTries, Try, try_begin


class SignUpInput(account.SignupInput):
    """Creates the person and their membership together or not at all."""

    @transaction.atomic
    def save(self, request: Any) -> Any:
        """Save the person. Their invitation proves their address."""
        address_vouch(request)
        return super().save(request)


class InvitationInput(inputs.Input):
    token = inputs.CharField(max_length=200)


class ProviderInput(inputs.Input):
    """The provider, the purpose, and our path to return to."""

    provider = inputs.CharField(max_length=50)
    process = inputs.ChoiceField(choices=[("login", "login"), ("connect", "connect")])
    next = inputs.CharField(max_length=500)

    def clean_next(self) -> str:
        """Only a path of our own."""
        path = str(self.cleaned_data["next"])
        if not path.startswith("/") or not url_has_allowed_host_and_scheme(path, None):
            raise get_adapter().validation_error("invalid_login")
        return path


class _Paced:
    """A code works once. `core.access.people.throttle` limits guesses."""

    user: Any
    authenticator: Any

    def clean_code(self) -> str:
        attempt = self._begin()
        code = str(super().clean_code())  # type: ignore[misc]
        if self.authenticator.type == Authenticator.Type.TOTP and not self._first_use(code):
            raise get_adapter().validation_error("incorrect_code")
        attempt.give_back()
        return code

    def _begin(self) -> Try:
        request = context.request
        device = device_known(request, self.user)
        if request.user.is_authenticated:
            device = f"session-{request.session.session_key}"
        try:
            attempt = try_begin(request, "code", account=str(self.user.pk), device=device)
        except TooManyTries:
            raise get_adapter().validation_error("too_many_login_attempts") from None
        if attempt.slowed:
            raise get_adapter().validation_error("too_many_login_attempts")
        return attempt

    def _first_use(self, code: str) -> bool:
        """allauth remembers a used code for one period, but with a tolerance it is valid longer."""
        periods = 2 * app_settings.TOTP_TOLERANCE + 1
        key = f"waybill.totp.used:{self.user.pk}:{code.strip()}"
        return bool(cache.add(key, 1, timeout=periods * app_settings.TOTP_PERIOD))


class SecondFactorInput(_Paced, mfa.AuthenticateInput):
    """The code that finishes a sign-in."""


class SecondFactorAgainInput(_Paced, mfa.ReauthenticateInput):
    """The code that confirms the person again, before something sensitive."""


class _Readable:
    """Refuses a malformed credential. allauth assumes that only browsers send them."""

    def full_clean(self) -> None:
        try:
            super().full_clean()  # type: ignore[misc]
        except (AttributeError, KeyError, TypeError, ValueError):
            refusal = get_adapter().validation_error("incorrect_code")
            self.add_error("credential", refusal)  # type: ignore[attr-defined]


class PasskeyInput(_Readable, mfa.AuthenticateWebAuthnInput):
    """The passkey that finishes a sign-in."""


class PasskeyAgainInput(_Readable, mfa.ReauthenticateWebAuthnInput):
    """The passkey that confirms the person again."""


class PasskeySignInInput(_Readable, mfa.LoginWebAuthnInput):
    """The passkey of a sign-in without a password."""


class NewPasskeyInput(_Readable, mfa.AddWebAuthnInput):
    """A passkey to be added."""
