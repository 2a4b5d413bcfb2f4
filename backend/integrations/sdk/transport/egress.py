"""Which addresses the connectors may open a socket to.

The check is made on the address that a socket is about to connect to, never on the text of an
address or on an earlier look-up, so neither DNS rebinding nor an odd spelling passes it.
"""

import ipaddress
import socket
from dataclasses import dataclass
from typing import Any, Self

from integrations.sdk.transport.addresses import IPAddress, IPNetwork, is_metadata, is_public
from integrations.sdk.transport.proxy import Proxy

# Ports of other protocols, which a request could be made to speak: browsers refuse the same ones.
# https://fetch.spec.whatwg.org/#bad-port
_OTHER_PROTOCOLS = frozenset(
    {
        *(0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95),
        *(101, 102, 103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161),
        *(179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563),
        *(587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061),
        *(6000, 6566, *range(6665, 6670), 6679, 6697, 10080),
    }
)


class BlockedAddress(OSError):
    """The address of a socket is not allowed. An `OSError`, so that a next address is tried."""

    def __init__(self, *addresses: str) -> None:
        super().__init__(f"{', '.join(addresses)} is not a public address")
        self.addresses = addresses


@dataclass(frozen=True, slots=True)
class _Rule:
    host: str | None
    network: IPNetwork | None
    port: int | None

    def allows(self, host: str | None, address: IPAddress, port: int) -> bool:
        if self.port is not None and self.port != port:
            return False
        if is_metadata(address) and not self._is_exact:
            return False
        if self.network is not None:
            return address.version == self.network.version and address in self.network
        return self._is_for(host)

    def names_port(self, host: str, port: int) -> bool:
        return self.port == port and (self.network is not None or self._is_for(host))

    @property
    def _is_exact(self) -> bool:
        return self.network is not None and self.network.num_addresses == 1

    def _is_for(self, host: str | None) -> bool:
        return host is not None and host.rstrip(".").lower() == self.host


@dataclass(frozen=True, slots=True)
class EgressPolicy:
    """Public addresses are allowed; private and reserved ones only where a rule allows them.

    Metadata services and link-local addresses need a rule for exactly that address: a wide network
    or the name of a host does not open them.
    """

    rules: tuple[_Rule, ...] = ()
    proxy: Proxy | None = None

    @classmethod
    def parse(cls, text: str, proxy: str = "") -> Self:
        """Read an operator's list, such as `10.1.0.0/16:443, [fd00::/8]:25, erp.internal:8000`.

        An entry without a port allows every port. `proxy`: where all sockets go through, such as
        `http://user:password@proxy:3128`; empty: nowhere. Raises ValueError that names the wrong
        entry.
        """
        rules = tuple(_rule(entry.strip()) for entry in text.split(",") if entry.strip())
        return cls(rules, Proxy.parse(proxy) if proxy else None)

    def allows(self, host: str | None, address: IPAddress, port: int) -> bool:
        """May a socket connect to this address, reached for under this host name?"""
        return is_public(address) or any(rule.allows(host, address, port) for rule in self.rules)

    def allows_http(self, host: str, port: int) -> bool:
        """May HTTP be spoken to this port? Not to ports of other protocols, unless a rule says."""
        return port not in _OTHER_PROTOCOLS or any(
            rule.names_port(host, port) for rule in self.rules
        )

    def check(self, host: str | None, sockaddr: tuple[Any, ...]) -> None:
        """Raises `BlockedAddress` unless a socket may connect to this address."""
        address = ipaddress.ip_address(str(sockaddr[0]).partition("%")[0])
        if not self.allows(host, address, int(sockaddr[1])):
            raise BlockedAddress(str(address))

    def check_all(self, host: str, sockaddrs: list[tuple[Any, ...]]) -> None:
        """Raises `BlockedAddress` with all that is refused if any address is.

        A name that leads both outside and inside is either hostile or wrong.
        """
        blocked: list[str] = []
        for sockaddr in sockaddrs:
            try:
                self.check(host, sockaddr)
            except BlockedAddress as refused:
                blocked += refused.addresses
        if blocked:
            raise BlockedAddress(*dict.fromkeys(blocked))

    def open_socket(self, host: str | None, addr_info: tuple[Any, ...]) -> socket.socket:
        """A socket for one result of `getaddrinfo`. Raises `BlockedAddress`."""
        family, kind, proto, _, sockaddr = addr_info
        self.check(host, sockaddr)
        return socket.socket(family, kind, proto)


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
