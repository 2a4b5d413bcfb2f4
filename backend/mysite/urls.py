"""Addresses of the API process."""

from __future__ import annotations

from allauth.headless.account.views import LoginView, SessionView
from allauth.headless.base.views import ConfigView
from allauth.headless.constants import Client
from django.urls import include, path

from api.api import api
from api.endpoints.health import live, ready
from api.oauth.views import jwks, metadata, token

handler400 = "api.errors.bad_request"
handler403 = "api.errors.forbidden"
handler404 = "api.errors.not_found"
handler500 = "api.errors.server_error"

# Signing in and out is all of allauth that Waybill offers so far.
_browser = [
    path("config", ConfigView.as_api_view(client=Client.BROWSER)),
    path("auth/login", LoginView.as_api_view(client=Client.BROWSER)),
    path("auth/session", SessionView.as_api_view(client=Client.BROWSER)),
]

_oauth = [
    path("oauth/token", token),
    path(".well-known/jwks.json", jwks),
    path(".well-known/oauth-authorization-server", metadata),
]

urlpatterns = [
    path("api/v1/", api.urls),
    path("_allauth/browser/v1/", include(_browser)),
    path("_allauth/app/v1/", include("api.authentication.app_urls")),
    *_oauth,
    path("health/live", live),
    path("health/ready", ready),
]
