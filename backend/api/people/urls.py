"""All allauth addresses that Waybill offers. Others do not exist."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from allauth.headless.account import views as account
from allauth.headless.base.views import ConfigView
from allauth.headless.constants import Client
from allauth.headless.mfa import views as mfa
from allauth.headless.socialaccount import views as social
from allauth.headless.usersessions.views import SessionsView
from allauth.socialaccount.providers.github import views as github
from allauth.socialaccount.providers.google import views as google
from allauth.socialaccount.providers.microsoft import views as microsoft
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import include, path

from api.people import views
from core.access.people.devices import device_remember

_Handler = Callable[..., HttpResponseBase]


def _at_home(handler: _Handler) -> _Handler:
    """Treat the request as sent to the public origin, since providers and mails link back there.
    Also remember the device after a sign-in."""

    @wraps(handler)
    def handle(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        request.META["HTTP_HOST"] = urlsplit(settings.WAYBILL_PUBLIC_URL).netloc
        response = handler(request, *args, **kwargs)
        device_remember(request, response)
        return response

    return handle


def _browser(view: Any) -> _Handler:
    return _at_home(view.as_api_view(client=Client.BROWSER))


_AUTH = {
    "login": account.LoginView,
    "session": account.SessionView,
    "sessions": SessionsView,
    "signup": views.SignUpView,
    "invitation": views.InvitationView,
    "email/verify": account.VerifyEmailView,
    "password/request": account.RequestPasswordResetView,
    "password/reset": account.ResetPasswordView,
    "reauthenticate": account.ReauthenticateView,
    "2fa/authenticate": views.SecondFactorView,
    "2fa/reauthenticate": views.SecondFactorAgainView,
    "webauthn/login": views.PasskeySignInView,
    "webauthn/authenticate": views.PasskeyView,
    "webauthn/reauthenticate": views.PasskeyAgainView,
    "provider/redirect": views.ProviderRedirectView,
    "provider/signup": social.ProviderSignupView,
}
_ACCOUNT = {
    "email": account.ManageEmailView,
    "password/change": account.ChangePasswordView,
    "providers": social.ManageProvidersView,
    "authenticators": mfa.AuthenticatorsView,
    "authenticators/totp": views.AuthenticatorAppView,
    "authenticators/recovery-codes": mfa.ManageRecoveryCodesView,
    "authenticators/webauthn": views.PasskeysView,
}
_BROWSER = [
    path("config", _browser(ConfigView)),
    *(path(f"auth/{name}", _browser(view)) for name, view in _AUTH.items()),
    *(path(f"account/{name}", _browser(view)) for name, view in _ACCOUNT.items()),
]
_CALLBACKS = [
    path("google", _at_home(google.oauth2_callback), name="google_callback"),
    path("microsoft", _at_home(microsoft.oauth2_callback), name="microsoft_callback"),
    path("github", _at_home(github.oauth2_callback), name="github_callback"),
    path("oidc/<str:provider_id>", _at_home(views.openid_back), name="openid_connect_callback"),
]

urlpatterns = [
    path("browser/v1/", include(_BROWSER)),
    path("callback/", include(_CALLBACKS)),
]
