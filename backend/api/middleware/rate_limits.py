"""Counts requests without a sign-in by address, before anything is read or looked up."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.deprecation import MiddlewareMixin

from api.limits.throttles import GOOD, address_wanted, allow, refused, refused_of, tell
from core.redis.rate_limiter import Verdict

_COUNTED = ("/api/", "/_allauth/", "/oauth/")
_BAD_SIGN_IN_COST = 10
"""The additional cost of a refused key, token or session."""


class RateLimits(MiddlewareMixin):
    """429 for an address that calls too often, and limit headers on every counted answer."""

    def process_request(self, request: HttpRequest) -> HttpResponse | None:
        if not request.path_info.startswith(_COUNTED) or GOOD.knows(request):
            return None
        wanted = address_wanted(request)
        if wanted is None or allow(request, wanted):
            return None
        return refused_of(request)

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        status = response.status_code
        if status == HTTPStatus.UNAUTHORIZED and request.path_info.startswith("/api/"):
            wanted = address_wanted(request, _BAD_SIGN_IN_COST)
            if wanted is not None:
                allow(request, wanted)
        verdict: Verdict | None = getattr(request, "limits", None)
        if verdict is None:
            return response
        # Ninja's own answer says only that it was too much.
        answer = refused(request, verdict) if status == HTTPStatus.TOO_MANY_REQUESTS else response
        tell(answer, verdict)
        return answer
