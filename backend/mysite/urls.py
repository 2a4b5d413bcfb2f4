"""Addresses of the API process."""

from __future__ import annotations

from django.urls import include, path

from api.api import api
from api.endpoints.operations.health import live, parts, ready, version
from api.oauth.views import device_authorization, jwks, metadata, token

handler400 = "api.errors.handlers.bad_request"
handler403 = "api.errors.handlers.forbidden"
handler404 = "api.errors.handlers.not_found"
handler500 = "api.errors.handlers.server_error"

_oauth = [
    path("oauth/token", token),
    path("oauth/device_authorization", device_authorization),
    path(".well-known/jwks.json", jwks),
    path(".well-known/oauth-authorization-server", metadata),
]

urlpatterns = [
    path("api/v1/", api.urls),
    path("_allauth/app/v1/", include("api.authentication.app_urls")),
    path("_allauth/", include("api.people.urls")),
    *_oauth,
    path("health/live", live),
    path("health/ready", ready),
    path("health/parts", parts),
    path("health/version", version),
]
