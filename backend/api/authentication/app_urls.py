"""Addresses where programs without cookies sign in for a person, and get tokens."""

from __future__ import annotations

from allauth import app_settings
from allauth.headless.account.views import LoginView, SessionView
from allauth.headless.constants import Client
from django.urls import path

urlpatterns = [
    path("auth/login", LoginView.as_api_view(client=Client.APP)),
    path("auth/session", SessionView.as_api_view(client=Client.APP)),
]

if app_settings.MFA_ENABLED:
    from allauth.headless.mfa.views import AuthenticateView

    urlpatterns.append(
        path("auth/2fa/authenticate", AuthenticateView.as_api_view(client=Client.APP))
    )
