"""Addresses of the stream process."""

from __future__ import annotations

from django.urls import path

from api.endpoints.health import live
from api.stream.views import stream_submission, stream_tracking

handler400 = "api.errors.bad_request"
handler403 = "api.errors.forbidden"
handler404 = "api.errors.not_found"
handler500 = "api.errors.server_error"

urlpatterns = [
    path("stream/track/<str:token>", stream_tracking),
    path("stream/submissions/<uuid:submission_id>", stream_submission),
    path("health/live", live),
]
