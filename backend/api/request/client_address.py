"""Whose request it is, as far as the network says: the one place that reads X-Forwarded-For."""

from __future__ import annotations

import ipaddress

from django.conf import settings
from django.http import HttpRequest

_V6_NETWORK = 64
NOBODY = "0.0.0.0"  # noqa: S104  # stands for an address that is not known


def client_address(request: HttpRequest) -> str:
    """The client's IP address, in its shortest spelling.

    Each proxy of the operator appends whom it took the request from, so with
    ``WAYBILL_TRUSTED_PROXIES`` of them the client is that many entries from the end. What stands
    further left was written by the client and is not looked at. With too few entries, or one that
    is no address, the peer of the connection counts: never what a client may choose.

    ``0.0.0.0`` when even that is unknown (a Unix socket without a proxy).
    """
    settled = request.META.get("waybill.client_address")
    if settled is not None:
        return str(settled)
    peer = _address(request.META.get("REMOTE_ADDR", ""))
    proxies: int = settings.WAYBILL_TRUSTED_PROXIES
    if proxies == 0:
        return peer or NOBODY
    hops = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    named = _address(hops[-proxies]) if len(hops) >= proxies else None
    return named or peer or NOBODY


def _address(text: str) -> str | None:
    """An address without port, brackets and zone; an IPv4 one that came as IPv6 is IPv4."""
    text = text.strip().partition("%")[0]
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return None
    mapped = address.ipv4_mapped if address.version == 6 else None
    return str(mapped or address)


def address_network(address: str) -> str | None:
    """What to count an address as: itself, or the /64 that one IPv6 customer has.

    None for a private one where no proxy is trusted: then it is our own web process's, and
    behind it stands everybody.
    """
    parsed = ipaddress.ip_address(address)
    if not settings.WAYBILL_TRUSTED_PROXIES and not parsed.is_global:
        return None
    if parsed.version == 4:
        return str(parsed)
    return str(ipaddress.ip_network((parsed, _V6_NETWORK), strict=False))
