"""What an address is, and what the operator's list says."""

from __future__ import annotations

from ipaddress import ip_address

import pytest

from integrations.sdk.transport.addresses import is_public
from integrations.sdk.transport.egress import EgressPolicy

PUBLIC = ["8.8.8.8", "1.1.1.1", "203.0.114.7", "2606:4700:4700::1111", "2a00:1450:4001:80b::200e"]
BLOCKED = {
    "loopback": ["127.0.0.1", "127.255.255.254", "::1"],
    "unspecified": ["0.0.0.0", "0.1.2.3", "::"],  # noqa: S104 an address to refuse
    "private": ["10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "fd00::1", "fc00::1"],
    "carrier": ["100.64.0.1", "100.100.100.200"],
    "link-local and metadata": ["169.254.169.254", "fe80::1", "fd00:ec2::254"],
    "multicast": ["224.0.0.1", "239.255.255.250", "ff02::1", "ff0e::1"],
    "reserved": ["240.0.0.1", "255.255.255.255", "192.0.0.8", "198.18.0.1", "192.0.2.1"],
    "documentation": ["2001:db8::1", "3fff::1", "198.51.100.1", "203.0.113.1"],
    "mapped": ["::ffff:127.0.0.1", "::ffff:8.8.8.8", "::ffff:0:8.8.8.8"],
    "compatible": ["::7f00:1", "::8.8.8.8"],
    "nat64": ["64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1"],
    "6to4": ["2002:7f00:1::1", "192.88.99.1"],
    "teredo": ["2001:0:7f00:1::1"],
    "site-local": ["fec0::1"],
    "cloud host agent": ["168.63.129.16"],
}


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_allowed(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    ("kind", "address"), [(kind, one) for kind, listed in BLOCKED.items() for one in listed]
)
def test_an_address_that_is_not_public_is_blocked(kind: str, address: str) -> None:
    assert not is_public(ip_address(address)), kind


@pytest.mark.parametrize(
    ("rules", "host", "address", "port", "allowed"),
    [
        ("10.1.0.0/16", None, "10.1.2.3", 80, True),
        ("10.1.0.0/16", None, "10.2.0.1", 80, False),
        ("127.0.0.0/8:8000", None, "127.0.0.1", 8000, True),
        ("127.0.0.0/8:8000", None, "127.0.0.1", 8001, False),
        ("127.0.0.1:25, 10.0.0.9", "mail", "10.0.0.9", 587, True),
        ("[fd00::/8]:25", None, "fd00::7", 25, True),
        ("[fd00::/8]:25", None, "fd00::7", 26, False),
        ("fd00::/8", None, "fd12::7", 443, True),
        ("erp.internal:8000", "ERP.internal.", "10.9.9.9", 8000, True),
        ("erp.internal:8000", "erp.internal", "10.9.9.9", 22, False),
        ("erp.internal", "evil.internal", "10.9.9.9", 8000, False),
        ("erp.internal", None, "10.9.9.9", 8000, False),
        ("127.0.0.0/8", None, "::ffff:127.0.0.1", 80, False),
    ],
)
def test_the_operators_list_opens_exactly_what_it_names(
    rules: str, host: str | None, address: str, port: int, allowed: bool
) -> None:
    assert EgressPolicy.parse(rules).allows(host, ip_address(address), port) is allowed


@pytest.mark.parametrize(
    "entry",
    [
        "10.0.0.0/33",
        "10.0.0.1/8",
        "300.1.1.1",
        "host:0",
        "host:99999",
        "host:http",
        "[fd00::1",
        ":80",
    ],
)
def test_a_wrong_entry_is_named(entry: str) -> None:
    with pytest.raises(ValueError, match=r"is not|write an"):
        EgressPolicy.parse(f"10.0.0.0/8, {entry}")


def test_an_empty_list_allows_nothing_private() -> None:
    assert not EgressPolicy.parse(" , ").allows("localhost", ip_address("127.0.0.1"), 80)
