"""Where a request comes from, as far as it can be told."""

from __future__ import annotations

import ipaddress

from django.conf import settings
from django.http import HttpRequest

_V6_NETWORK = 64


def client_address(request: HttpRequest) -> str:
    """The client's address: of the proxies that are trusted, the farthest one saw it.

    Each proxy appends the address it was called from to X-Forwarded-For, so what stands left of
    that is whatever the client wrote. Empty when it cannot be read.
    """
    count: int = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    told = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    seen = told[-count] if count and len(told) >= count else ""
    for text in (seen, request.META.get("REMOTE_ADDR", "")):
        address = _parse(text)
        if address is not None:
            return str(address)
    return ""


def address_network(address: str) -> str | None:
    """What to count an address as: itself, or the /64 that one IPv6 customer has.

    None for a private one where no proxy is trusted: then it is our own web process's, and
    behind it stands everybody.
    """
    parsed = _parse(address)
    if parsed is None or (not settings.ALLAUTH_TRUSTED_PROXY_COUNT and not parsed.is_global):
        return None
    if parsed.version == 4:
        return str(parsed)
    return str(ipaddress.ip_network((parsed, _V6_NETWORK), strict=False))


def _parse(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """Also as `[2001:db8::1]:443` and `192.0.2.1:443`, which some proxies write."""
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return mapped or address
