"""What the HTTP client makes of destinations that misbehave."""

from __future__ import annotations

import asyncio
import gzip
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from multidict import CIMultiDict, CIMultiDictProxy

from integrations.sdk import (
    AnswerLost,
    ConnectFailed,
    EgressPolicy,
    Http,
    InvalidInput,
    Network,
    Trace,
    Transient,
)
from integrations.sdk.testing.wire import (
    Answerer,
    Request,
    Server,
    answer,
    http_server,
    reset,
    unused_port,
)
from integrations.sdk.transport.http import Answer, parse_retry_after

LOOPBACK = EgressPolicy.parse("127.0.0.1")
BOMB = gzip.compress(b"0" * 50_000_000)
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


async def post(server: Server, *, method: str = "POST", limit: float = 5.0) -> Answer:
    async with Network(LOOPBACK, limit) as network:
        return await Http(network, Trace()).request(method, server.url, json={"a": 1})


async def slow(request: Request) -> bytes:
    await asyncio.sleep(30)
    return answer(200)


def half(request: Request) -> bytes:
    request.writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf of it")
    request.writer.transport.abort()
    return b""


def drip(request: Request) -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n1"


def huge(request: Request) -> bytes:
    return answer(200, b"x" * (1024 * 1024 + 1))


def bomb(request: Request) -> bytes:
    return answer(200, BOMB, Content_Encoding="gzip")


def garbage(request: Request) -> bytes:
    return b"SSH-2.0-OpenSSH_9.2\r\n"


async def hang_up(request: Request) -> None:
    return None


LOST: dict[str, tuple[Answerer, str]] = {
    "no answer in time": (slow, "no answer within 0.5 s"),
    "reset before the answer": (reset, "did not answer"),
    "closed before the answer": (hang_up, "did not answer"),
    "cut in the body": (half, "did not answer"),
    "drip feed": (drip, "no answer within 0.5 s"),
    "more than 1 MiB": (huge, "more than 1 MiB"),
    "a bomb of 50 MB in 50 kB": (bomb, "more than 1 MiB"),
    "another protocol": (garbage, "did not answer"),
}


@pytest.mark.parametrize("what", LOST)
async def test_a_lost_answer_to_a_write_is_not_called_a_failure(what: str) -> None:
    answerer, words = LOST[what]
    async with http_server(answerer) as server:
        with pytest.raises(AnswerLost, match=words):
            await post(server, limit=0.5)
        assert len(server.requests) == 1, "the client must not repeat a request by itself"


@pytest.mark.parametrize("what", LOST)
async def test_a_lost_answer_to_a_read_can_be_asked_again(what: str) -> None:
    async with http_server(LOST[what][0]) as server:
        with pytest.raises(Transient):
            await post(server, method="GET", limit=0.5)


async def test_a_refused_connection_sent_nothing() -> None:
    with pytest.raises(ConnectFailed, match="connection refused"):
        await post(Server("127.0.0.1", unused_port()))


async def test_a_name_without_address_sent_nothing() -> None:
    async with Network(LOOPBACK, 5.0) as network:
        with pytest.raises(ConnectFailed, match="its name has no address"):
            await Http(network, Trace()).request("POST", "http://no-such-host.invalid/", json={})


async def test_a_tls_connection_to_a_plain_server_sent_nothing() -> None:
    async with http_server(garbage) as server, Network(LOOPBACK, 2.0) as network:
        with pytest.raises(ConnectFailed):
            await Http(network, Trace()).request(
                "POST", f"https://127.0.0.1:{server.port}/", json={}
            )


async def test_connections_are_reused_over_many_calls() -> None:
    async with http_server(lambda _: answer(200, {})) as server, Network(LOOPBACK, 5.0) as network:
        for _ in range(20):
            await Http(network, Trace()).request("POST", server.url, json={})
        assert (len(server.requests), server.connections) == (20, 1)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
async def test_a_write_is_not_repeated_when_a_kept_connection_breaks(method: str) -> None:
    answers = iter([answer(200, {}), None])
    async with http_server(lambda _: next(answers)) as server, Network(LOOPBACK, 5.0) as network:
        await Http(network, Trace()).request(method, server.url, json={})
        with pytest.raises(AnswerLost, match="closed the connection"):
            await Http(network, Trace()).request(method, server.url, json={})
        assert (len(server.requests), server.connections) == (2, 1)


async def test_what_is_no_json_is_not_sent() -> None:
    async with http_server(lambda _: answer(200, {})) as server, Network(LOOPBACK, 5.0) as network:
        with pytest.raises(InvalidInput, match="cannot be written as JSON"):
            await Http(network, Trace()).request("POST", server.url, json={"a": float("nan")})
        assert server.connections == 0


async def test_cookies_of_one_call_do_not_reach_the_next() -> None:
    said = answer(200, {}, Set_Cookie="session=1")
    async with http_server(lambda _: said) as server, Network(LOOPBACK, 5.0) as network:
        for _ in range(2):
            await Http(network, Trace()).request("POST", server.url, json={})
        assert "cookie" not in server.requests[1].headers


async def test_the_trace_tells_request_answer_and_time() -> None:
    trace = Trace()
    said = answer(201, {"id": 7})
    async with http_server(lambda _: said) as server, Network(LOOPBACK, 5.0) as network:
        await Http(network, trace).request("POST", f"{server.url}/things?x=1", json={"a": 1})
    assert trace.request == {"method": "POST", "url": f"{server.url}/things?x=1", "body": {"a": 1}}
    assert trace.response is not None
    assert (trace.response["status"], trace.response["body"]) == (201, {"id": 7})
    assert 0 <= trace.response["ms"] < 5000


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0.0),
        ("120", 120.0),
        (" 5 ", 5.0),
        ("99999999999999999999", 86400.0),
        (format_datetime(NOW + timedelta(seconds=90), usegmt=True), 90.0),
        (format_datetime(NOW - timedelta(hours=1), usegmt=True), 0.0),
        (format_datetime(NOW + timedelta(days=400), usegmt=True), 86400.0),
        ("-5", None),
        ("1.5", 2.0),
        ("soon", None),
        ("٣", None),
        ("", None),
        (None, None),
    ],
)
def test_retry_after_is_seconds_or_a_date_within_a_day(
    value: str | None, seconds: float | None
) -> None:
    assert parse_retry_after(value, now=NOW) == seconds


@pytest.mark.parametrize(
    ("values", "seconds"),
    [
        (["-5", "7"], 7.0),
        (["soon, 7, 9"], 7.0),
        (["Sun, 06 Nov 99999999999 08:49:37 GMT", "3"], 3.0),
        (["Wed, 21 Oct 2015 07:28:00 GMT"], 0.0),
        (["-1, never"], None),
        ([], None),
    ],
)
def test_the_first_retry_after_that_makes_sense_holds(
    values: list[str], seconds: float | None
) -> None:
    headers = CIMultiDictProxy(CIMultiDict([("Retry-After", value) for value in values]))
    assert Answer(429, headers, b"").retry_after() == seconds


async def test_of_an_answer_over_1_mib_the_beginning_is_given_to_who_asks_for_it() -> None:
    async with http_server(huge) as server, Network(LOOPBACK, 5.0) as network:
        said = await Http(network, Trace()).request("POST", server.url, json={}, cut=True)
    assert (said.status, said.cut, len(said.body)) == (200, True, 8 * 1024)
