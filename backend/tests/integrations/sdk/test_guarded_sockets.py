"""The guard where the socket opens, tried against servers that really listen."""

from __future__ import annotations

import asyncio
import socket
from typing import Any

import pytest

from integrations.sdk import ConnectFailed, EgressBlocked, EgressPolicy, Http, Network, Trace
from integrations.sdk.testing.wire import answer, http_server, unused_port

pytestmark = pytest.mark.security("SSRF")

NOTHING_ALLOWED = EgressPolicy()


async def get(url: str, policy: EgressPolicy, trace: Trace | None = None) -> int:
    async with Network(policy, 5.0) as network:
        return (await Http(network, trace or Trace()).request("GET", url)).status


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "LOCALHOST", "2130706433", "0x7f000001", "127.1", "0", "0.0.0.0"],  # noqa: S104
)
async def test_no_spelling_of_this_machine_is_reached(host: str) -> None:
    async with http_server(lambda _: answer(200)) as server:
        with pytest.raises((EgressBlocked, ConnectFailed)):
            await get(f"http://{host}:{server.port}/", NOTHING_ALLOWED)
        assert server.connections == 0


async def test_an_ipv6_literal_is_checked_too() -> None:
    async with http_server(lambda _: answer(200), host="::1") as server:
        with pytest.raises(EgressBlocked, match="WAYBILL_EGRESS_ALLOW"):
            await get(server.url, NOTHING_ALLOWED)
        assert server.connections == 0
        assert await get(server.url, EgressPolicy.parse(f"[::1]:{server.port}")) == 200


async def test_a_mapped_address_does_not_pass_for_ipv6() -> None:
    async with http_server(lambda _: answer(200)) as server:
        with pytest.raises(EgressBlocked):
            await get(f"http://[::ffff:127.0.0.1]:{server.port}/", EgressPolicy.parse("127.0.0.1"))
        assert server.connections == 0


async def test_an_allowed_address_is_reached() -> None:
    async with http_server(lambda _: answer(200)) as server:
        assert await get(server.url, EgressPolicy.parse(f"127.0.0.1:{server.port}")) == 200


async def test_a_rule_for_a_host_does_not_open_its_address_to_others() -> None:
    async with http_server(lambda _: answer(200)) as server:
        policy = EgressPolicy.parse(f"localhost:{server.port}")
        assert await get(f"http://localhost:{server.port}/", policy) == 200
        with pytest.raises(EgressBlocked):
            await get(server.url, policy)


async def test_the_rule_of_one_call_does_not_leak_into_a_concurrent_one() -> None:
    async with http_server(lambda _: answer(200)) as server:
        policy = EgressPolicy.parse(f"localhost:{server.port}")
        async with Network(policy, 5.0) as network:
            calls = [
                Http(network, Trace()).request("GET", f"http://{host}:{server.port}/")
                for host in ("localhost", "127.0.0.1") * 20
            ]
            results = await asyncio.gather(*calls, return_exceptions=True)
        assert all(isinstance(result, EgressBlocked) for result in results[1::2])
        assert not any(isinstance(result, BaseException) for result in results[::2])


async def test_a_name_that_changes_its_address_is_checked_at_the_socket(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """DNS rebinding: public when somebody looks, loopback when the socket opens."""
    async with http_server(lambda _: answer(200)) as server:
        info = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", server.port))

        def rebound(*_: Any, **__: Any) -> list[Any]:
            return [info]

        monkeypatch.setattr(socket, "getaddrinfo", rebound)
        with pytest.raises(EgressBlocked):
            await get(f"http://partner.example:{server.port}/", NOTHING_ALLOWED)
        assert server.connections == 0


async def test_a_redirect_to_the_metadata_service_is_not_followed() -> None:
    target = "http://169.254.169.254/latest/meta-data/"
    async with http_server(lambda _: answer(302, b"", Location=target)) as server:
        assert await get(server.url, EgressPolicy.parse("127.0.0.1")) == 302
        assert len(server.requests) == 1


async def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    async with (
        http_server(lambda _: answer(502)) as proxy,
        http_server(lambda _: answer(200)) as real,
    ):
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.url)
        assert await get(real.url, EgressPolicy.parse("127.0.0.0/8")) == 200
        assert proxy.connections == 0


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
async def test_plain_sockets_pass_the_same_guard(host: str) -> None:
    listening = "::1" if host == "::1" else "127.0.0.1"
    async with http_server(lambda _: answer(200), host=listening) as server:
        async with Network(NOTHING_ALLOWED, 5.0) as network:
            with pytest.raises((EgressBlocked, ConnectFailed)):
                await network.connect(host, server.port)
        assert server.connections == 0
        async with Network(EgressPolicy.parse("127.0.0.1, ::1"), 5.0) as network:
            (await network.connect(host, server.port)).close()


async def test_a_refused_plain_socket_says_so() -> None:
    async with Network(EgressPolicy.parse("127.0.0.1"), 5.0) as network:
        with pytest.raises(ConnectFailed, match="connection refused"):
            await network.connect("127.0.0.1", unused_port())


@pytest.mark.parametrize("url", ["ftp://example.com/x", "file:///etc/passwd", "http:///x", "/x"])
async def test_only_http_addresses_are_called(url: str) -> None:
    async with Network(NOTHING_ALLOWED, 5.0) as network:
        with pytest.raises(Exception, match="not an http"):
            await Http(network, Trace()).request("GET", url)
