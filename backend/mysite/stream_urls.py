"""Addresses of the stream process."""

from __future__ import annotations

from django.urls import path

from api.endpoints.operations.health import live
from api.stream.views import stream_submission, stream_tracking

handler400 = "api.errors.handlers.bad_request"
handler403 = "api.errors.handlers.forbidden"
handler404 = "api.errors.handlers.not_found"
handler500 = "api.errors.handlers.server_error"

urlpatterns = [
    path("stream/track/<str:token>", stream_tracking),
    path("stream/submissions/<uuid:submission_id>", stream_submission),
    path("health/live", live),
]
