"""What kind of address an address is: of the public internet, of a cloud's metadata, or neither."""

import ipaddress

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
IPNetwork = ipaddress.IPv4Network | ipaddress.IPv6Network

# `is_global` answers differently by version of Python, and is true for some of the relays and
# translators that lead back into IPv4. What matters is listed here:
# https://www.iana.org/assignments/iana-ipv4-special-registry
# https://www.iana.org/assignments/iana-ipv6-special-registry
_NOT_PUBLIC: tuple[IPNetwork, ...] = tuple(
    ipaddress.ip_network(text)
    for text in (
        "0.0.0.0/8",  # this network
        "100.64.0.0/10",  # shared by the customers of a carrier (CGNAT)
        "192.0.0.0/24",  # IETF protocols
        "192.0.2.0/24",  # documentation
        "192.31.196.0/24",  # AS112
        "192.52.193.0/24",  # automatic multicast tunnelling
        "192.88.99.0/24",  # 6to4 relay
        "192.175.48.0/24",  # AS112
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/3",  # multicast, reserved, broadcast
        "168.63.129.16/32",  # Azure host agent
        "::/96",  # IPv4-compatible
        "::ffff:0:0/96",  # IPv4-mapped
        "::ffff:0:0:0/96",  # IPv4-translated (SIIT)
        "64:ff9b::/96",  # NAT64
        "64:ff9b:1::/48",  # NAT64, local use
        "100::/64",  # discard
        "100:0:0:1::/64",  # dummy prefix
        "2001::/23",  # IETF protocols, among them Teredo and ORCHID
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4
        "2620:4f:8000::/48",  # AS112
        "3fff::/20",  # documentation
        "5f00::/16",  # segment routing
        "fc00::/7",  # unique local
        "fe80::/10",  # link-local
        "fec0::/10",  # site-local, deprecated
        "ff00::/8",  # multicast
    )
)

_METADATA: tuple[IPNetwork, ...] = tuple(
    ipaddress.ip_network(text)
    for text in (
        "169.254.0.0/16",  # AWS, Azure, Google, Oracle, DigitalOcean: .169.254; ECS: .170.2
        "fe80::/10",
        "fd00:ec2::/32",  # AWS
        "fd20:ce::254/128",  # Google
        "100.100.100.200/32",  # Alibaba
        "168.63.129.16/32",  # Azure host agent
        "192.0.0.192/32",  # Oracle
    )
)

# The last 64 bits of an ISATAP address are one of these and an IPv4 address (RFC 5214, 6.1).
_ISATAP = frozenset({0x00005EFE, 0x02005EFE})


def is_public(address: IPAddress) -> bool:
    """Is this an ordinary unicast address of the public internet, and no way back into IPv4?"""
    if not address.is_global or address.is_multicast or address.is_reserved:
        return False
    if address.version == 6 and (int(address) >> 32) & 0xFFFFFFFF in _ISATAP:
        return False
    return not _within(address, _NOT_PUBLIC)


def is_metadata(address: IPAddress) -> bool:
    """Does this address give away credentials of the machine to whoever asks on that machine?"""
    return _within(address, _METADATA)


def _within(address: IPAddress, networks: tuple[IPNetwork, ...]) -> bool:
    return any(address.version == one.version and address in one for one in networks)
