"""Addresses that allauth does not have, or that work differently there."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.headless.account.views import SignupView
from allauth.headless.base.response import ForbiddenResponse
from allauth.headless.base.views import APIView
from allauth.headless.internal.restkit.response import APIResponse, ErrorResponse
from allauth.headless.mfa import views as mfa
from allauth.mfa.adapter import get_adapter as get_mfa_adapter
from allauth.socialaccount.adapter import get_adapter as get_socialaccount_adapter
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from api.people import inputs
from core.access.people.openid_connect import CheckedAdapter
from core.access.people.waiting import invitation_keep
from core.accounts.models import User
from core.errors import NotFound


class SignUpView(SignupView):
    """Sign up, by invitation or when sign-up is open."""

    input_class = {"POST": inputs.SignUpInput}

    def handle(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse uninvited people before reading their input."""
        if not get_adapter().is_open_for_signup(request):
            return ForbiddenResponse(request)
        answer: HttpResponseBase = super().handle(request, *args, **kwargs)
        return answer


class InvitationView(APIView):
    """Show an invitation: who invites whom. The session keeps it for the sign-up."""

    input_class = {"POST": inputs.InvitationInput}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            invitation = invitation_keep(request, self.input.cleaned_data["token"])
        except NotFound as error:
            refusal = ValidationError({"token": ValidationError(error.detail, code=error.code)})
            return ErrorResponse(request, exception=refusal.error_dict["token"][0])
        known = User.objects.filter(email=invitation.email).exists()
        data = {
            "organization": invitation.organization.name,
            "email": invitation.email,
            "role": invitation.role,
            "has_account": known,
        }
        return APIResponse(request, data=data)


class SecondFactorView(mfa.AuthenticateView):
    """Finish a sign-in with a code."""

    input_class = inputs.SecondFactorInput


class SecondFactorAgainView(mfa.ReauthenticateView):
    """Confirm the person again with a code."""

    input_class = inputs.SecondFactorAgainInput


class AuthenticatorAppView(mfa.ManageTOTPView):
    """allauth's view, with the secret as a picture too."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().get(request, *args, **kwargs)
        if response.status_code == HTTPStatus.NOT_FOUND:
            body = json.loads(response.content)
            body["meta"]["totp_svg"] = get_mfa_adapter().build_totp_svg(body["meta"]["totp_url"])
            response.content = json.dumps(body)
        return response


class ProviderRedirectView(APIView):
    """Start a sign-in with a provider. The answer says where the browser must go.

    Our content policy forbids a form that redirects to another site.
    """

    input_class = {"POST": inputs.ProviderInput}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        given = self.input.cleaned_data
        try:
            provider = get_socialaccount_adapter().get_provider(request, given["provider"])
        except SocialApp.DoesNotExist:
            return ErrorResponse(request, exception=get_adapter().validation_error("invalid_login"))
        back = f"{settings.WAYBILL_PUBLIC_URL}{given['next']}"
        there = provider.redirect(request, given["process"], next_url=back, headless=True)
        return APIResponse(request, data={"location": there["Location"]})


class PasskeyView(mfa.AuthenticateWebAuthnView):
    """Finish a sign-in with a passkey."""

    input_class = {"POST": inputs.PasskeyInput}


class PasskeyAgainView(mfa.ReauthenticateWebAuthnView):
    """Confirm the person again with a passkey."""

    input_class = {"POST": inputs.PasskeyAgainInput}


class PasskeySignInView(mfa.LoginWebAuthnView):
    """Sign in with only a passkey."""

    input_class = {"POST": inputs.PasskeySignInInput}


class PasskeysView(mfa.ManageWebAuthnView):
    """Add, rename and remove passkeys."""

    input_class = mfa.ManageWebAuthnView.input_class | {"POST": inputs.NewPasskeyInput}


def openid_back(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Where an OpenID Connect provider sends people back to."""
    try:
        view = OAuth2CallbackView.adapter_view(CheckedAdapter(request, provider_id))
        answer: HttpResponseBase = view(request)
    except SocialApp.DoesNotExist:
        raise Http404 from None
    return answer
