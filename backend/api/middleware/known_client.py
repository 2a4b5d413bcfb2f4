"""Determines the client's address before other code needs it."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.deprecation import MiddlewareMixin

from api.request.client_address import client_address


class KnownClient(MiddlewareMixin):
    """Sets the client's address where libraries look, and removes the untrusted header.

    allauth, Ninja and Sentry each read X-Forwarded-For differently, so none of them sees it.
    """

    def process_request(self, request: HttpRequest) -> None:
        request.META["REMOTE_ADDR"] = client_address(request)
        request.META.pop("HTTP_X_FORWARDED_FOR", None)
        request.__dict__.pop("headers", None)  # cached from META
        request.META["waybill.client_address"] = request.META["REMOTE_ADDR"]
