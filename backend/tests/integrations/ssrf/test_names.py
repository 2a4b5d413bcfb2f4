"""Names whose answers change, flood or stall; and what of a name is kept on the way."""

from __future__ import annotations

import asyncio
import socket
import threading
from typing import Any

import pytest

from integrations.sdk import (
    ConnectFailed,
    EgressBlocked,
    EgressPolicy,
    Http,
    Network,
    Trace,
)
from integrations.sdk.testing.wire import answer, http_server
from integrations.sdk.transport import resolver
from tests.integrations.ssrf.hostile_dns import HostileDns
from tests.integrations.ssrf.watching import connections_tried

pytestmark = pytest.mark.security("SSRF")

NAME = "partner.attack.test"


async def get(url: str, policy: EgressPolicy) -> int:
    async with Network(policy, 60.0) as network:
        return (await Http(network, Trace()).request("GET", url)).status


async def test_a_name_that_moves_inside_after_a_first_call_is_refused(zone: HostileDns) -> None:
    """127.0.0.2 stands for the partner's public address, 127.0.0.1 for what is inside."""
    zone.answers[NAME] = [["127.0.0.2"], ["127.0.0.1"]]
    async with (
        http_server(lambda _: answer(200), host="127.0.0.2") as partner,
        http_server(lambda _: answer(200), host="127.0.0.1") as inside,
    ):
        policy = EgressPolicy.parse(f"127.0.0.2:{partner.port}")
        assert await get(f"http://{NAME}:{partner.port}/", policy) == 200
        with pytest.raises(EgressBlocked, match=r"leads to 127\.0\.0\.1"):
            await get(f"http://{NAME}:{inside.port}/", policy)
        assert (partner.connections, inside.connections) == (1, 0)


@pytest.mark.parametrize("way", ["request", "socket"])
async def test_a_call_resolves_once_and_connects_to_exactly_that_address(
    zone: HostileDns, way: str
) -> None:
    """A second look-up within the call would get the second answer."""
    zone.answers[NAME] = [["127.0.0.2"], ["127.0.0.1"]]
    async with http_server(lambda _: answer(200), host="127.0.0.2") as partner:
        policy = EgressPolicy.parse("127.0.0.0/8")
        with connections_tried(but_not_to=zone.port) as tried:
            if way == "request":
                assert await get(f"http://{NAME}:{partner.port}/", policy) == 200
            else:
                async with Network(policy, 60.0) as network:
                    (await network.connect(NAME, partner.port)).close()
        assert tried == [("127.0.0.2", partner.port)]
        assert zone.asked == {f"{NAME} A": 1, f"{NAME} AAAA": 1}


async def test_the_host_header_stays_the_name(zone: HostileDns) -> None:
    zone.answers[NAME] = [["127.0.0.2"]]
    async with http_server(lambda _: answer(200), host="127.0.0.2") as partner:
        await get(f"http://{NAME}:{partner.port}/", EgressPolicy.parse("127.0.0.2"))
        assert partner.requests[0].headers["host"] == f"{NAME}:{partner.port}"


async def test_a_name_of_the_allow_list_does_not_lead_to_the_metadata_service(
    zone: HostileDns,
) -> None:
    zone.answers[NAME] = [["169.254.169.254"]]
    for rules in (NAME, "169.254.0.0/16", "0.0.0.0/0"):
        with pytest.raises(EgressBlocked):
            await get(f"http://{NAME}/latest/meta-data/", EgressPolicy.parse(rules))


async def test_a_flood_of_addresses_is_refused(zone: HostileDns) -> None:
    zone.answers[NAME] = [[f"9.9.{high}.{low}" for high in range(8) for low in range(1, 251)]]
    with (
        connections_tried(but_not_to=zone.port) as tried,
        pytest.raises(ConnectFailed, match="more than 64 addresses"),
    ):
        await get(f"http://{NAME}/", EgressPolicy())
    assert tried == []


async def test_names_that_are_never_answered_do_not_hold_up_the_others(
    zone: HostileDns, monkeypatch: pytest.MonkeyPatch
) -> None:
    zone.answers[NAME] = [["127.0.0.2"]]
    known, ended = socket.getaddrinfo, threading.Event()

    def stalling(host: str, port: int, **options: Any) -> Any:
        if host.startswith("silent"):
            ended.wait(60)
        return known(host, port, **options)

    monkeypatch.setattr(socket, "getaddrinfo", stalling)
    monkeypatch.setattr(resolver, "LOOKUP_SECONDS", 3.0)
    async with http_server(lambda _: answer(200), host="127.0.0.2") as partner:
        policy = EgressPolicy.parse("127.0.0.2")
        silent = [
            asyncio.create_task(get(f"http://silent{number}.attack.test/", policy))
            for number in range(30)
        ]
        await asyncio.sleep(0)
        try:
            assert await get(f"http://{NAME}:{partner.port}/", policy) == 200
            refused = await asyncio.gather(*silent, return_exceptions=True)
        finally:
            ended.set()
    assert all(
        isinstance(one, ConnectFailed) and "not resolved within" in one.message for one in refused
    )


async def test_every_waiting_call_hears_why_it_is_refused(zone: HostileDns) -> None:
    """Calls that share one look-up share its refusal."""
    zone.answers[NAME] = [["10.0.0.1"]]
    async with Network(EgressPolicy(), 5.0) as network:
        calls = [Http(network, Trace()).request("GET", f"http://{NAME}/") for _ in range(10)]
        results = await asyncio.gather(*calls, return_exceptions=True)
    assert all(isinstance(one, EgressBlocked) for one in results), results


@pytest.mark.parametrize("port", [1, 22, 25, 110, 143, 465, 587, 993, 2049, 5060, 6667])
async def test_http_is_not_spoken_to_ports_of_other_protocols(port: int, zone: HostileDns) -> None:
    zone.answers[NAME] = [["8.8.8.8"]]
    with connections_tried(but_not_to=zone.port) as tried, pytest.raises(EgressBlocked):
        await get(f"http://{NAME}:{port}/", EgressPolicy.parse(f"{NAME}, 8.8.8.8"))
    assert tried == []
