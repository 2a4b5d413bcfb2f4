"""Addresses of the API process."""

from __future__ import annotations

from django.urls import include, path

from api.api import api
from api.endpoints.health import live, ready

handler400 = "api.errors.bad_request"
handler403 = "api.errors.forbidden"
handler404 = "api.errors.not_found"
handler500 = "api.errors.server_error"

urlpatterns = [
    path("api/v1/", api.urls),
    path("_allauth/", include("api.people.urls")),
    path("health/live", live),
    path("health/ready", ready),
]
