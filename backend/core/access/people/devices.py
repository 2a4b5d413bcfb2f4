"""Browsers in which a person signed in before, known by a signed cookie.

The cookie grants no access. It only keeps guesses made elsewhere from slowing this browser down
(OWASP, “Slow down online guessing attacks with device cookies”). For each of a few people it
names a random device number and a stamp that changes with the person's password.
"""

from __future__ import annotations

import secrets

from django.conf import settings
from django.core import signing
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.crypto import constant_time_compare, salted_hmac

from core.accounts.models import User

_SALT = "waybill.device"
_MOST_PEOPLE = 5
_REMEMBER = "waybill.device.remember"


def device_known(request: HttpRequest, user: User | None) -> str | None:
    """The number of this device, if this person signed in on it with their current password."""
    if user is None:
        return None
    number, stamp = _read(request).get(_name(user), ("", ""))
    return number if number and constant_time_compare(stamp, _stamp(user)) else None


def device_notice(request: HttpRequest) -> None:
    """Note a sign-in: the response to this request will carry the cookie."""
    request.META[_REMEMBER] = True


def device_remember(request: HttpRequest, response: HttpResponseBase) -> None:
    """Set the cookie on the response, if `device_notice` was called."""
    if not request.META.pop(_REMEMBER, False) or not isinstance(request.user, User):
        return
    known, user = _read(request), request.user
    number = known.pop(_name(user), ("", ""))[0] or secrets.token_urlsafe(16)
    newest = {_name(user): (number, _stamp(user)), **known}
    response.set_cookie(
        settings.WAYBILL_DEVICE_COOKIE_NAME,
        signing.dumps(dict(list(newest.items())[:_MOST_PEOPLE]), salt=_SALT),
        max_age=settings.WAYBILL_DEVICE_COOKIE_AGE,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _read(request: HttpRequest) -> dict[str, tuple[str, str]]:
    cookie = request.COOKIES.get(settings.WAYBILL_DEVICE_COOKIE_NAME, "")
    try:
        found = signing.loads(cookie, salt=_SALT, max_age=settings.WAYBILL_DEVICE_COOKIE_AGE)
    except signing.BadSignature:
        return {}
    return {name: (number, stamp) for name, (number, stamp) in found.items()}


def _name(user: User) -> str:
    return salted_hmac(f"{_SALT}.person", str(user.pk), algorithm="sha256").hexdigest()[:16]


def _stamp(user: User) -> str:
    return salted_hmac(f"{_SALT}.stamp", user.password, algorithm="sha256").hexdigest()[:16]
