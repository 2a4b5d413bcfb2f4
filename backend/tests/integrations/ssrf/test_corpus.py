"""Every address and name of corpus.txt is refused: no socket is connected, no byte arrives."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path

import pytest

from integrations.sdk import ConnectFailed, EgressPolicy, Http, InvalidInput, Network, Trace
from integrations.sdk.testing.wire import Server, answer, http_server, listening_everywhere
from tests.integrations.ssrf.hostile_dns import HostileDns, hostile_dns
from tests.integrations.ssrf.watching import connections_tried

pytestmark = pytest.mark.security("SSRF")

Way = Callable[[str, int], Awaitable[object]]
_LINES = Path(__file__).with_name("corpus.txt").read_text().splitlines()
CORPUS = [
    [column.strip() for column in line.split("|")]
    for line in _LINES
    if line.strip() and not line.startswith("#")
]


@pytest.fixture(scope="module")
def names() -> Iterator[HostileDns]:
    with hostile_dns() as zone:
        for _, host, *answers in CORPUS:
            if answers:
                name = host.rstrip(".").lower().encode("idna").decode()
                sets = answers[0].split(" then ")
                zone.answers[name] = [[one.strip() for one in text.split(",")] for text in sets]
        yield zone


@pytest.fixture
async def victim() -> AsyncIterator[Server]:
    """Listens on every address that this machine has, over IPv4 and IPv6."""
    async with listening_everywhere(lambda _: answer(200)) as server:
        yield server


async def by_request(host: str, port: int) -> object:
    async with Network(EgressPolicy(), 5.0) as network:
        return await Http(network, Trace()).request("GET", f"http://{host}:{port}/")


async def by_socket(host: str, port: int) -> object:
    async with Network(EgressPolicy(), 5.0) as network:
        return await network.connect(host.strip("[]"), port)


async def by_redirect(host: str, port: int) -> object:
    target = f"http://{host}:{port}/".encode()
    content = b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + target + b"\r\n\r\n"
    async with http_server(lambda _: content, host="127.0.0.3") as partner:
        policy = EgressPolicy.parse(f"127.0.0.3:{partner.port}")
        async with Network(policy, 5.0) as network:
            said = await Http(network, Trace()).request("GET", partner.url, redirects=3)
        assert len(partner.requests) == 1
        return said


def test_the_corpus_is_as_large_as_it_claims() -> None:
    assert len({host for _, host, *_ in CORPUS}) == len(CORPUS) >= 60


@pytest.mark.parametrize("way", [by_request, by_socket], ids=["request", "socket"])
@pytest.mark.parametrize(("kind", "host"), [(kind, host) for kind, host, *_ in CORPUS])
async def test_it_is_refused(
    kind: str, host: str, way: Way, names: HostileDns, victim: Server
) -> None:
    with (
        connections_tried(but_not_to=names.port) as tried,
        pytest.raises((InvalidInput, ConnectFailed)),
    ):
        await way(host, victim.port)
    assert tried == [], kind
    assert victim.connections == 0


@pytest.mark.parametrize(("kind", "host"), [(kind, host) for kind, host, *_ in CORPUS])
async def test_a_redirect_to_it_is_refused(
    kind: str, host: str, names: HostileDns, victim: Server
) -> None:
    with (
        connections_tried(but_not_to=names.port) as tried,
        pytest.raises((InvalidInput, ConnectFailed)),
    ):
        await by_redirect(host, victim.port)
    assert {address for address, _ in tried} == {"127.0.0.3"}, kind
    assert victim.connections == 0


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.0.0.2", "[::1]", "localhost", "loopback.attack.test", "127.1"]
)
async def test_without_the_guard_the_listener_would_be_reached(
    host: str, names: HostileDns, victim: Server
) -> None:
    """What makes the refusals above worth something."""
    async with Network(EgressPolicy.parse("0.0.0.0/0, ::/0"), 5.0) as network:
        (await network.connect(host.strip("[]"), victim.port)).close()
