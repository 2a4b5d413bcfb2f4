"""Which addresses the connectors may open a socket to.

The check is made on the address that a socket is about to connect to, never on the text of an
address or on an earlier look-up, so neither DNS rebinding nor an odd spelling passes it.
"""

import ipaddress
import socket
from dataclasses import dataclass
from typing import Any, Self

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
IPNetwork = ipaddress.IPv4Network | ipaddress.IPv6Network

# `is_global` answers differently by version of Python, and is true for some of the relays and
# translators that lead back into IPv4. What matters is listed here (IANA special-purpose ranges).
_ALSO_BLOCKED: tuple[IPNetwork, ...] = (
    ipaddress.ip_network("::/96"),  # IPv4-compatible
    ipaddress.ip_network("::ffff:0:0/96"),  # IPv4-mapped
    ipaddress.ip_network("::ffff:0:0:0/96"),  # IPv4-translated (SIIT)
    ipaddress.ip_network("64:ff9b::/96"),  # NAT64
    ipaddress.ip_network("64:ff9b:1::/48"),  # NAT64, local use
    ipaddress.ip_network("100::/64"),  # discard
    ipaddress.ip_network("2001::/23"),  # IETF protocols, among them Teredo
    ipaddress.ip_network("2001:db8::/32"),  # documentation
    ipaddress.ip_network("2002::/16"),  # 6to4
    ipaddress.ip_network("fec0::/10"),  # site-local, deprecated
    ipaddress.ip_network("3fff::/20"),  # documentation
    ipaddress.ip_network("5f00::/16"),  # segment routing
    ipaddress.ip_network("192.0.0.0/24"),  # IETF protocols
    ipaddress.ip_network("192.88.99.0/24"),  # 6to4 relay
    ipaddress.ip_network("168.63.129.16/32"),  # Azure host agent
)


class BlockedAddress(OSError):
    """The address of a socket is not allowed. An `OSError`, so that a next address is tried."""


@dataclass(frozen=True, slots=True)
class _Rule:
    host: str | None
    network: IPNetwork | None
    port: int | None

    def allows(self, host: str | None, address: IPAddress, port: int) -> bool:
        if self.port is not None and self.port != port:
            return False
        if self.network is not None:
            return address.version == self.network.version and address in self.network
        return host is not None and host.rstrip(".").lower() == self.host


@dataclass(frozen=True, slots=True)
class EgressPolicy:
    """Public addresses are allowed; private and reserved ones only where a rule allows them."""

    rules: tuple[_Rule, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an operator's list, such as `10.1.0.0/16:443, [fd00::/8]:25, erp.internal:8000`.

        An entry without a port allows every port. Raises ValueError that names the wrong entry.
        """
        return cls(tuple(_rule(entry.strip()) for entry in text.split(",") if entry.strip()))

    def allows(self, host: str | None, address: IPAddress, port: int) -> bool:
        """May a socket connect to this address, reached for under this host name?"""
        return is_public(address) or any(rule.allows(host, address, port) for rule in self.rules)

    def open_socket(self, host: str | None, addr_info: tuple[Any, ...]) -> socket.socket:
        """A socket for one result of `getaddrinfo`. Raises `BlockedAddress`."""
        family, kind, proto, _, sockaddr = addr_info
        address = ipaddress.ip_address(str(sockaddr[0]).partition("%")[0])
        if not self.allows(host, address, int(sockaddr[1])):
            raise BlockedAddress(f"{address} is not a public address")
        return socket.socket(family, kind, proto)


def is_public(address: IPAddress) -> bool:
    """Is this an ordinary unicast address of the public internet?"""
    if (
        not address.is_global
        or address.is_multicast
        or address.is_reserved
        or address.is_unspecified
    ):
        return False
    return not any(
        address.version == network.version and address in network for network in _ALSO_BLOCKED
    )


def _rule(entry: str) -> _Rule:
    host, port = _split_port(entry)
    try:
        return _Rule(None, ipaddress.ip_network(host), port)
    except ValueError:
        if "/" in host or ":" in host or not host or host.replace(".", "").isdigit():
            raise ValueError(f"{entry!r} is not an address, a network or a host name") from None
    return _Rule(host.rstrip(".").lower(), None, port)


def _split_port(entry: str) -> tuple[str, int | None]:
    if entry.startswith("["):
        host, closed, rest = entry[1:].partition("]")
        if not closed or (rest and not rest.startswith(":")):
            raise ValueError(f"{entry!r}: write an IPv6 address with a port as [address]:port")
        port_text = rest[1:]
    elif entry.count(":") > 1:
        host, port_text = entry, ""
    else:
        host, _, port_text = entry.partition(":")
    if not port_text:
        return host, None
    if not port_text.isdigit() or not 0 < int(port_text) < 65536:
        raise ValueError(f"{entry!r}: the port is not a number from 1 to 65535")
    return host, int(port_text)
