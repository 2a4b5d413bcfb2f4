"""Whose request it is, whatever the request says about itself."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.account.adapter import get_adapter
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from api.middleware.known_client import KnownClient
from api.request.client_address import client_address

pytestmark = pytest.mark.security("Spoofed addresses")

PEER = "192.0.2.10"


def asked(*, peer: str = PEER, forwarded: str | None = None) -> HttpRequest:
    request = RequestFactory().get("/", REMOTE_ADDR=peer)
    if forwarded is not None:
        request.META["HTTP_X_FORWARDED_FOR"] = forwarded
    return request


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, None, PEER),
        (0, "203.0.113.9", PEER),
        (0, "203.0.113.9, 203.0.113.8", PEER),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "10.0.0.1, 203.0.113.9", "203.0.113.9"),
        (1, "127.0.0.1,10.0.0.1 , 203.0.113.9", "203.0.113.9"),
        (2, "203.0.113.9, 198.51.100.1", "203.0.113.9"),
        (2, "1.1.1.1, 203.0.113.9, 198.51.100.1", "203.0.113.9"),
        (2, "203.0.113.9", PEER),
        (3, "203.0.113.9, 198.51.100.1", PEER),
        (1, None, PEER),
        (1, "", PEER),
        (1, "203.0.113.9, unknown", PEER),
        (1, "203.0.113.9, _hidden", PEER),
        (1, "203.0.113.9, 999.1.1.1", PEER),
        (1, "<script>", PEER),
        (1, "203.0.113.9:4711", "203.0.113.9"),
        (1, "[2001:db8::7]:4711", "2001:db8::7"),
        (1, "2001:DB8:0::7", "2001:db8::7"),
        (1, "fe80::1%eth0", "fe80::1"),
        (1, "::ffff:203.0.113.9", "203.0.113.9"),
    ],
)
def test_only_what_the_operators_proxies_wrote_counts(
    proxies: int, forwarded: str | None, expected: str, settings: Any
) -> None:
    settings.WAYBILL_TRUSTED_PROXIES = proxies
    assert client_address(asked(forwarded=forwarded)) == expected


@pytest.mark.parametrize("proxies", [0, 1, 2])
@pytest.mark.parametrize("forwarded", [None, "", "203.0.113.9", "1.1.1.1, 203.0.113.9, junk"])
def test_allauth_sees_the_same_client(proxies: int, forwarded: str | None, settings: Any) -> None:
    """Left alone, it answers 500 to a header that is too short."""
    settings.WAYBILL_TRUSTED_PROXIES = settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    request = asked(forwarded=forwarded)
    before = client_address(request)
    KnownClient(lambda _: HttpResponse()).process_request(request)
    assert get_adapter().get_client_ip(request) == client_address(request) == before


def test_a_second_header_does_not_change_a_settled_client(settings: Any) -> None:
    settings.WAYBILL_TRUSTED_PROXIES = 1
    request = asked(forwarded="203.0.113.9")
    KnownClient(lambda _: HttpResponse()).process_request(request)
    request.META["HTTP_X_FORWARDED_FOR"] = "198.51.100.66"
    assert client_address(request) == "203.0.113.9"


def test_no_address_at_all_is_one_client() -> None:
    assert client_address(asked(peer="")) == "0.0.0.0"  # noqa: S104
