"""Settles whose request it is before anything else asks."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.deprecation import MiddlewareMixin

from api.request.client_address import client_address


class KnownClient(MiddlewareMixin):
    """Puts the client's address where libraries look, and takes away the header that may lie.

    allauth, Ninja and Sentry each have their own idea of X-Forwarded-For; so none of them sees it.
    """

    def process_request(self, request: HttpRequest) -> None:
        request.META["REMOTE_ADDR"] = client_address(request)
        request.META.pop("HTTP_X_FORWARDED_FOR", None)
        request.__dict__.pop("headers", None)  # made from META once, and then kept
        request.META["waybill.client_address"] = request.META["REMOTE_ADDR"]
