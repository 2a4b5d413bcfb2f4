"""Limits on guessing passwords and codes. Nobody can use them to lock somebody else out.

A device that signed in before has its own limit. All other clients share three: one client at one
account, one client at all accounts, and all clients together at one account. The first two refuse
the request without checking the secret. The third only slows down: a right password still leads to
the second factor, and a password-reset link always works.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any, Literal

from allauth.core.internal.ratelimit import consume, get_ip
from django.http import HttpRequest

Secret = Literal["password", "code"]

# Each limit is a number of tries in a time. A try that succeeds is given back.
RATES = {
    "device": "10/10m/key",
    "client_account": "5/5m/key",
    "client": "30/10m/key",
    "account": "20/1h/key",
}


class TooManyTries(Exception):
    """This client must wait, even with the right secret."""


@dataclass
class Try:
    """One try at a secret. ``slowed``: many clients fail at this account; this one is new."""

    slowed: bool = False
    spent: list[Any] = field(default_factory=list)

    def give_back(self) -> None:
        """It succeeded, so it does not count."""
        for usage in self.spent:
            usage.rollback()


def try_begin(request: HttpRequest, secret: Secret, *, account: str, device: str | None) -> Try:
    """Count a try at ``secret`` of ``account``, known or not. Raises TooManyTries."""
    who = hashlib.sha256(account.encode(errors="surrogatepass")).hexdigest()
    begun = Try()
    if device is not None:
        _spend(request, begun, secret, "device", f"{device}|{who}")
        return begun
    client = get_ip(request)
    _spend(request, begun, secret, "client_account", f"{client}|{who}")
    _spend(request, begun, secret, "client", client)
    usage = _consume(request, secret, "account", who)
    if usage is None:
        begun.slowed = True
    else:
        begun.spent.append(usage)
    return begun


def _spend(request: HttpRequest, begun: Try, secret: Secret, limit: str, key: str) -> None:
    usage = _consume(request, secret, limit, key)
    if usage is None:
        begun.give_back()
        raise TooManyTries
    begun.spent.append(usage)


def _consume(request: HttpRequest, secret: Secret, limit: str, key: str) -> Any:
    action = f"{secret}:{limit}"
    return consume(request, app="waybill", action=action, config={action: RATES[limit]}, key=key)
