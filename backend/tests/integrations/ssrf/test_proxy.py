"""Everything leaves through the operator's proxy, and the guard stays in front of it."""

from __future__ import annotations

import asyncio
import base64
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from integrations.sdk import ConnectFailed, EgressBlocked, EgressPolicy, Http, Network, Trace
from integrations.sdk.testing.wire import answer, http_server, tcp_server, unused_port
from integrations.sdk.transport.proxy import Proxy
from tests.integrations.ssrf.certificates import certificate_for
from tests.integrations.ssrf.hostile_dns import HostileDns
from tests.integrations.ssrf.watching import connections_tried

pytestmark = pytest.mark.security("SSRF")

NAME = "partner.attack.test"


@dataclass
class ConnectProxy:
    """An HTTP proxy that takes CONNECT: what it was asked, and what it answers."""

    port: int = 0
    status: bytes = b"200 Connection established"
    heads: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.4:{self.port}"


@asynccontextmanager
async def connect_proxy(status: bytes | None = None) -> AsyncIterator[ConnectProxy]:
    proxy = ConnectProxy()
    if status is not None:
        proxy.status = status

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        proxy.heads.append(head)
        writer.write(b"HTTP/1.1 " + proxy.status + b"\r\nVia: 1.1 proxy\r\n\r\n")
        if not proxy.status.startswith(b"200"):
            writer.close()
            return
        host, _, port = head.split()[1].rpartition(":")
        far_reader, far_writer = await asyncio.open_connection(host.strip("[]"), int(port))
        try:
            await asyncio.gather(_pump(reader, far_writer), _pump(far_reader, writer))
        finally:
            far_writer.close()

    async with tcp_server(serve, "127.0.0.4") as (_, proxy.port):
        yield proxy


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(ConnectionError):
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    writer.close()


async def test_a_request_reaches_the_checked_address_through_it(zone: HostileDns) -> None:
    zone.answers[NAME] = [["127.0.0.2"], ["127.0.0.1"]]
    async with connect_proxy() as proxy, http_server(lambda _: answer(200), "127.0.0.2") as there:
        policy = EgressPolicy.parse(f"127.0.0.2:{there.port}", proxy.url)
        with connections_tried(but_not_to=zone.port) as tried:
            async with Network(policy, 5.0) as network:
                said = await Http(network, Trace()).request("GET", f"http://{NAME}:{there.port}/")
        assert said.status == 200
        assert proxy.heads[0].startswith(f"CONNECT 127.0.0.2:{there.port} HTTP/1.1\r\n")
        assert NAME not in proxy.heads[0]
        assert there.requests[0].headers["host"] == f"{NAME}:{there.port}"
        ours = [address for address, port in tried if port == proxy.port]
        assert ours == ["127.0.0.4"]


async def test_tls_goes_through_it_from_end_to_end(
    zone: HostileDns, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The certificate is asked for and checked by the name, though an address was dialled."""
    zone.answers[NAME] = [["127.0.0.2"]]
    zone.answers[f"other.{NAME}"] = [["127.0.0.2"]]
    shown, trusting = certificate_for(NAME, tmp_path)
    named: list[str | None] = []
    shown.sni_callback = lambda _socket, name, _context: named.append(name)

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            await reader.readuntil(b"\r\n\r\n")
            writer.write(answer(200))
            await writer.drain()
        writer.close()

    async with connect_proxy() as proxy, tcp_server(serve, "127.0.0.2", tls=shown) as (_, port):
        policy = EgressPolicy.parse(f"127.0.0.2:{port}", proxy.url)
        async with Network(policy, 5.0) as network:
            http = Http(network, Trace())
            with pytest.raises(ConnectFailed, match="certificate"):
                await http.request("GET", f"https://{NAME}:{port}/")
            monkeypatch.setattr(network.session().connector, "_ssl", trusting)
            assert (await http.request("GET", f"https://{NAME}:{port}/")).status == 200
            with pytest.raises(ConnectFailed, match="certificate"):
                await http.request("GET", f"https://other.{NAME}:{port}/")
    assert named == [NAME, NAME, f"other.{NAME}"]
    assert all(head.startswith(f"CONNECT 127.0.0.2:{port} ") for head in proxy.heads)
    assert len(proxy.heads) == 3


async def test_a_plain_socket_goes_through_it_and_loses_no_byte() -> None:
    """A mail server speaks first, so its greeting may follow the proxy's answer at once."""

    async def greet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 mail ready\r\n")
        await reader.read()

    async with connect_proxy() as proxy, tcp_server(greet, "127.0.0.2") as (host, port):
        async with Network(EgressPolicy.parse(host, proxy.url), 5.0) as network:
            opened = await network.connect(host, port)
        try:
            said = await asyncio.get_running_loop().sock_recv(opened, 100)
        finally:
            opened.close()
    assert said == b"220 mail ready\r\n"
    assert len(proxy.heads) == 1


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "[::1]", "169.254.169.254", "10.0.0.1", "[64:ff9b::7f00:1]", NAME]
)
async def test_the_proxy_never_hears_of_a_refused_address(host: str, zone: HostileDns) -> None:
    zone.answers[NAME] = [["8.8.8.8", "10.0.0.1"]]
    async with connect_proxy() as proxy:
        async with Network(EgressPolicy.parse("", proxy.url), 5.0) as network:
            with pytest.raises(EgressBlocked):
                await Http(network, Trace()).request("GET", f"http://{host}/")
            with pytest.raises(EgressBlocked):
                await network.connect(host.strip("[]"), 25)
        assert proxy.heads == []


async def test_it_is_shown_its_password_and_nobody_else_is() -> None:
    async with connect_proxy() as proxy, http_server(lambda _: answer(200)) as there:
        url = f"http://waybill:p%40ss@127.0.0.4:{proxy.port}"
        policy = EgressPolicy.parse("127.0.0.1", url)
        async with Network(policy, 5.0) as network:
            await Http(network, Trace()).request("GET", there.url)
        token = base64.b64encode(b"waybill:p@ss").decode()
        assert f"Proxy-Authorization: Basic {token}\r\n" in proxy.heads[0]
        assert "proxy-authorization" not in there.requests[0].headers
        assert token not in repr(policy)


@pytest.mark.parametrize("status", [b"403 Forbidden", b"407 Sign in", b"502 Bad", b"101 Odd"])
async def test_its_refusal_is_told_and_nothing_was_sent(status: bytes) -> None:
    async with (
        connect_proxy(status) as proxy,
        Network(EgressPolicy.parse("127.0.0.1", proxy.url), 5.0) as network,
    ):
        said = f"egress proxy 127.0.0.4:{proxy.port} refused the connection with"
        with pytest.raises(ConnectFailed, match=said):
            await Http(network, Trace()).request("POST", "http://127.0.0.1:8000/", json={})


@pytest.mark.parametrize("status", [b"garbage", b"2000 OK", b"200 " + b"x" * 10_000])
async def test_one_that_is_no_proxy_is_found_out(status: bytes) -> None:
    async with (
        connect_proxy(status) as proxy,
        Network(EgressPolicy.parse("127.0.0.1", proxy.url), 5.0) as network,
    ):
        with pytest.raises(ConnectFailed, match="did not answer as a proxy does"):
            await network.connect("127.0.0.1", 8000)


async def test_without_its_proxy_nothing_goes_out_directly() -> None:
    async with http_server(lambda _: answer(200)) as there:
        policy = EgressPolicy.parse("127.0.0.1", f"http://127.0.0.4:{unused_port()}")
        async with Network(policy, 5.0) as network:
            with pytest.raises(ConnectFailed, match=r"egress proxy .* cannot be reached"):
                await Http(network, Trace()).request("GET", there.url)
        assert there.connections == 0


@pytest.mark.parametrize(
    "text", ["https://p:1", "p:3128", "socks5://p", "http://", "http://p/x", "http://p?x=1"]
)
def test_only_an_http_proxy_is_taken(text: str) -> None:
    with pytest.raises(ValueError, match="the egress proxy is written as"):
        Proxy.parse(text)


def test_a_wrong_one_does_not_show_its_password() -> None:
    with pytest.raises(ValueError) as raised:  # noqa: PT011 the text is looked at below
        Proxy.parse("https://user:hunter2@p:1")
    assert "hunter2" not in str(raised.value)
