"""Who may call how often: API keys and people after sign-in, everybody else by address."""

from __future__ import annotations

import functools
import hashlib
import math
import time
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from ninja.throttling import BaseThrottle

from api.errors.problems import problem
from api.request.client_address import address_network, client_address
from api.request.visitors import visitor_language
from core.redis.rate_limiter import RateLimiter, Verdict, Wanted, limiter_connect
from core.redis.token_bucket import Rate
from waybill_definitions.languages import ENGLISH, say, words_in

_BATCH_COST = 20
"""The cost of a request with up to a thousand submissions."""

_WORDS = {
    "key": "This API key calls more often than it may.",
    "person": "You call more often than you may.",
    "connection-tests": "Your organization asks its connected systems more often than it may.",
    "devices": "Too many sign-ins were begun from your address.",
    "device-codes": "You tried several codes.",
    "vitals": "Pages tell more often how visits went than is counted.",
}
"""Of limits that no visitor meets. The others' sentences are in `waybill_definitions.languages`."""


@functools.cache
def limiter() -> RateLimiter:
    """This process's own."""
    return limiter_connect(
        settings.WAYBILL_EVENTS_REDIS_URL, share_alone=settings.WAYBILL_LIMIT_SHARE_ALONE
    )


class CallerThrottle(BaseThrottle):
    """A limit for each API key and each person. Requests without a sign-in were counted before."""

    def allow_request(self, request: HttpRequest) -> bool:
        principal: Any = getattr(request, "auth", None)
        kind = getattr(principal, "kind", None)
        if kind is None:
            return True
        GOOD.remember(request)
        policy = "person" if kind == "person" else "key"
        rate: Rate | None = (
            settings.WAYBILL_LIMIT_PERSON if policy == "person" else settings.WAYBILL_LIMIT_KEY
        )
        if rate is None:
            return True
        cost = _BATCH_COST if request.path_info.endswith("/submissions/batch") else 1
        return allow(request, Wanted(policy, f"{policy}:{principal.id}", rate, cost))


class FormThrottle(BaseThrottle):
    """A limit for a whole public form, and one for each address that uses it."""

    def allow_request(self, request: HttpRequest) -> bool:
        match = request.resolver_match
        slug = match.kwargs.get("slug", "")[:50] if match else ""
        wanted = []
        if settings.WAYBILL_LIMIT_FORM is not None:
            wanted.append(Wanted("form", f"form:{slug}", settings.WAYBILL_LIMIT_FORM))
        network = address_network(client_address(request))
        if settings.WAYBILL_LIMIT_FORM_ADDRESS is not None and network is not None:
            rate = settings.WAYBILL_LIMIT_FORM_ADDRESS
            wanted.append(Wanted("form-address", f"form:{slug}:{network}", rate))
        return allow(request, *wanted)


class FormCheckThrottle(BaseThrottle):
    """A limit for the checks of a form that save nothing, apart from that for its submissions."""

    def allow_request(self, request: HttpRequest) -> bool:
        match = request.resolver_match
        slug = match.kwargs.get("slug", "")[:50] if match else ""
        rate = settings.WAYBILL_LIMIT_FORM
        return rate is None or allow(request, Wanted("form-check", f"form-check:{slug}", rate))


class UploadThrottle(BaseThrottle):
    """An additional limit for files from each address."""

    def allow_request(self, request: HttpRequest) -> bool:
        network = address_network(client_address(request))
        rate = settings.WAYBILL_LIMIT_UPLOADS
        if rate is None or network is None:
            return True
        return allow(request, Wanted("uploads", f"uploads:{network}", rate))


class VitalsThrottle(BaseThrottle):
    """One limit for what all pages tell of their visits. It keeps nobody's address."""

    def allow_request(self, request: HttpRequest) -> bool:
        rate = settings.WAYBILL_LIMIT_VITALS
        return rate is None or allow(request, Wanted("vitals", "vitals", rate))


_CODES = Rate(1 / 30, 30)
"""Codes that one person may try: 50 in the ten minutes that a code is good. There are 2.5e10."""


class DeviceCodeThrottle(BaseThrottle):
    """A limit for the codes that a person types, right or wrong."""

    def allow_request(self, request: HttpRequest) -> bool:
        person: Any = getattr(request, "auth", None)
        if person is None:
            return True
        return allow(request, Wanted("device-codes", f"device-codes:{person.pk}", _CODES))


class SystemThrottle(BaseThrottle):
    """An additional limit for each organization that has us ask its systems.

    Reading what is kept is free: of a GET only ``refresh`` counts.
    """

    def allow_request(self, request: HttpRequest) -> bool:
        rate = settings.WAYBILL_LIMIT_CONNECTION_TESTS
        principal: Any = getattr(request, "auth", None)
        if rate is None or principal is None:
            return True
        if request.method == "GET" and "refresh" not in request.GET:
            return True
        key = f"connection-tests:{principal.organization.pk}"
        return allow(request, Wanted("connection-tests", key, rate))


def allow(request: HttpRequest, *wanted: Wanted) -> bool:
    """Spend the tokens. The request keeps the tightest verdict for the response headers."""
    if not wanted:
        return True
    verdict = limiter().take(wanted)
    before: Verdict | None = getattr(request, "limits", None)
    if before is None or not verdict.allowed or verdict.remaining < before.remaining:
        request.limits = verdict  # type: ignore[attr-defined]
    return verdict.allowed


def device_allow(request: HttpRequest) -> bool:
    """Count a sign-in that a program begins, by its address."""
    rate: Rate | None = settings.WAYBILL_LIMIT_DEVICES
    network = address_network(client_address(request))
    if rate is None or network is None:
        return True
    return allow(request, Wanted("devices", f"devices:{network}", rate))


def address_wanted(request: HttpRequest, cost: int = 1) -> Wanted | None:
    """The cost of a request without a sign-in; None if it is not counted."""
    rate: Rate | None = settings.WAYBILL_LIMIT_ADDRESS
    if rate is None:
        return None
    network = address_network(client_address(request))
    return None if network is None else Wanted("address", f"address:{network}", rate, cost)


def refused(request: HttpRequest, verdict: Verdict) -> HttpResponse:
    """The 429 that says what was counted and how long to wait, to visitors in their language."""
    language = visitor_language(request) or ENGLISH
    words = words_in(language).problems.limits
    counted = _WORDS.get(verdict.policy) or getattr(words, verdict.policy.replace("-", "_"))
    wait = say(words.wait, language, {"count": wait_seconds(verdict)})
    return problem(429, code="rate_limited", title="Too many requests", detail=f"{counted} {wait}")


def refused_of(request: HttpRequest) -> HttpResponse:
    """The same, for a request whose tokens were not there a moment ago."""
    return refused(request, request.limits)  # type: ignore[attr-defined]


def wait_seconds(verdict: Verdict) -> int:
    """For Retry-After: whole seconds, at least one."""
    return max(1, math.ceil(verdict.wait_seconds))


def tell(response: HttpResponseBase, verdict: Verdict) -> None:
    """Headers of draft-ietf-httpapi-ratelimit-headers-10."""
    rate = verdict.rate
    window = math.ceil(rate.window_seconds)
    full_in = math.ceil((rate.burst - verdict.remaining) / rate.per_second)
    response.headers["RateLimit-Policy"] = f'"{verdict.policy}";q={rate.burst};w={window}'
    response.headers["RateLimit"] = f'"{verdict.policy}";r={verdict.remaining};t={max(full_in, 0)}'
    if not verdict.allowed:
        response.headers["Retry-After"] = str(wait_seconds(verdict))


class _GoodTokens:
    """Keys, tokens and sessions that were valid moments ago, by hash.

    Their holders are counted by name. A flood of invalid ones from the same address does not stop
    them.
    """

    _SECONDS = 600.0
    _MOST = 10_000

    def __init__(self) -> None:
        self._until: dict[bytes, float] = {}

    def remember(self, request: HttpRequest) -> None:
        """Note that this request's credential is valid."""
        if getattr(request, "known_good", False):
            return
        name = _credential(request)
        if name is not None:
            if len(self._until) >= self._MOST:
                self._until.clear()
            self._until[name] = time.monotonic() + self._SECONDS

    def knows(self, request: HttpRequest) -> bool:
        """Whether the request has a credential that was valid in the last minutes."""
        name = _credential(request)
        known = name is not None and self._until.get(name, 0.0) > time.monotonic()
        request.known_good = known  # type: ignore[attr-defined]
        return known


def _credential(request: HttpRequest) -> bytes | None:
    text = request.META.get("HTTP_AUTHORIZATION") or request.COOKIES.get(
        settings.SESSION_COOKIE_NAME
    )
    if not text:
        return None
    return hashlib.blake2b(text.encode(errors="replace"), digest_size=16).digest()


GOOD = _GoodTokens()
