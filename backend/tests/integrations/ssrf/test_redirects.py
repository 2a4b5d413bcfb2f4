"""Redirects: not followed unless asked, then checked again and shown no credentials."""

from __future__ import annotations

import pytest
from yarl import URL

from integrations.sdk import EgressPolicy, Http, InvalidInput, Network, Trace
from integrations.sdk.testing.wire import Answerer, Request, Server, answer, http_server
from integrations.sdk.transport.redirects import next_hop

pytestmark = pytest.mark.security("SSRF")

LOOPBACK = EgressPolicy.parse("127.0.0.0/8")
SECRETS = {"Authorization": "Bearer s3cret", "X-API-Key": "s3cret", "Cookie": "id=s3cret"}


def to(location: str, status: int = 302) -> Answerer:
    return lambda _: answer(status, b"", Location=location)


async def fetch(server: Server, *, redirects: int, method: str = "GET") -> int:
    headers = {**SECRETS, "Accept": "application/json"}
    async with Network(LOOPBACK, 5.0) as network:
        http = Http(network, Trace())
        said = await http.request(method, server.url, headers=headers, redirects=redirects)
        return said.status


async def test_unasked_none_is_followed() -> None:
    async with http_server(lambda _: answer(200)) as other:
        async with http_server(to(other.url)) as server:
            assert await fetch(server, redirects=0) == 302
        assert other.connections == 0


async def test_another_origin_is_shown_no_credentials() -> None:
    async with (
        http_server(lambda _: answer(200), host="127.0.0.2") as other,
        http_server(to(other.url)) as server,
    ):
        assert await fetch(server, redirects=3) == 200
        assert server.requests[0].headers["authorization"] == "Bearer s3cret"
    seen = other.requests[0].headers
    assert "s3cret" not in str(seen)
    assert seen["accept"] == "application/json"


async def test_another_port_is_another_origin() -> None:
    async with (
        http_server(lambda _: answer(200)) as other,
        http_server(to(other.url)) as server,
    ):
        assert await fetch(server, redirects=3) == 200
    assert "s3cret" not in str(other.requests[0].headers)


async def test_credentials_do_not_come_back_on_the_way_back() -> None:
    async with http_server(lambda request: back(request), host="127.0.0.2") as other:

        def first(request: Request) -> bytes:
            if request.target == "/end":
                return answer(200)
            return answer(302, b"", Location=f"{other.url}/?{server.url}/end")

        async with http_server(first) as server:
            assert await fetch(server, redirects=3) == 200
    assert "s3cret" not in str(server.requests[-1].headers)


def back(request: Request) -> bytes:
    return answer(302, b"", Location=request.target.partition("?")[2])


async def test_the_same_origin_keeps_them() -> None:
    def once(request: Request) -> bytes:
        return answer(302, b"", Location="/there") if request.target == "/" else answer(200)

    async with http_server(once) as server:
        assert await fetch(server, redirects=3) == 200
        assert server.requests[1].headers["authorization"] == "Bearer s3cret"


async def test_a_circle_ends() -> None:
    async with http_server(to("/again")) as server:
        assert await fetch(server, redirects=3) == 302
        assert len(server.requests) == 4


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
async def test_what_writes_is_never_repeated_elsewhere(status: int, method: str) -> None:
    async with http_server(lambda _: answer(200)) as other:
        async with http_server(to(other.url, status)) as server:
            assert await fetch(server, redirects=3, method=method) == status
        assert other.connections == 0


@pytest.mark.parametrize(
    "location",
    [
        *("file:///etc/passwd", "gopher://127.0.0.1:25/", "ftp://127.0.0.1/", "javascript:1"),
        *("http://user:password@127.0.0.1/", "http://[::1", "//127.0.0.1:22/", "http://:80/"),
    ],
)
async def test_only_http_without_a_user_is_followed(location: str) -> None:
    async with http_server(to(location)) as server:
        with pytest.raises(InvalidInput):
            await fetch(server, redirects=3)


def test_encryption_is_not_given_up() -> None:
    with pytest.raises(InvalidInput, match="without encryption"):
        next_hop("GET", URL("https://a.example/"), 302, "http://a.example/", {})
