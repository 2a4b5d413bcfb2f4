"""The client's address, from the network. Only this module reads X-Forwarded-For."""

from __future__ import annotations

import ipaddress

from django.conf import settings
from django.http import HttpRequest

_V6_NETWORK = 64
NOBODY = "0.0.0.0"  # noqa: S104  # stands for an address that is not known


def client_address(request: HttpRequest) -> str:
    """The client's IP address, in its shortest spelling.

    Each proxy of the operator appends its peer's address. So with ``WAYBILL_TRUSTED_PROXIES``
    proxies, the client is that many entries from the end. The client wrote the entries further
    left, so they are ignored. With too few entries, or an invalid one, the connection's peer
    counts. A client can never choose the result.

    Returns ``0.0.0.0`` when the peer is unknown (a Unix socket without a proxy).
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
    """An address without port, brackets and zone. An IPv4-mapped address becomes IPv4."""
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
    """The unit to count: the address, or the /64 of an IPv6 customer.

    None for a private address without trusted proxies: it is our own web process, which forwards
    everybody's requests.
    """
    parsed = ipaddress.ip_address(address)
    if not settings.WAYBILL_TRUSTED_PROXIES and not parsed.is_global:
        return None
    if parsed.version == 4:
        return str(parsed)
    return str(ipaddress.ip_network((parsed, _V6_NETWORK), strict=False))
