"""Addresses where programs without cookies sign in for a person, and get tokens."""

from __future__ import annotations

from allauth.headless.account.views import LoginView, SessionView
from allauth.headless.constants import Client
from django.urls import path

from api.people.views import SecondFactorView

urlpatterns = [
    path("auth/login", LoginView.as_api_view(client=Client.APP)),
    path("auth/session", SessionView.as_api_view(client=Client.APP)),
    path("auth/2fa/authenticate", SecondFactorView.as_api_view(client=Client.APP)),
]
