"""Answers made to exhaust who reads them: each ends soon, with little memory."""

from __future__ import annotations

import asyncio
import gzip
import time
import tracemalloc
import zlib
from collections.abc import Callable
from typing import Any

import pytest

from integrations.sdk import Answer, AnswerLost, EgressPolicy, Http, Network, Trace
from integrations.sdk.testing.wire import Request, answer, http_server

pytestmark = pytest.mark.security("SSRF")

HEAD = b"HTTP/1.1 200 OK\r\n"
MIB = 1024 * 1024
ZEROS = gzip.compress(b"0" * 100 * MIB)
DEFLATED = zlib.compress(b"0" * 100 * MIB)


def many_members(_: Request) -> bytes:
    return answer(200, gzip.compress(b"") * 200_000, Content_Encoding="gzip")


def gzip_bomb(_: Request) -> bytes:
    return answer(200, ZEROS, Content_Encoding="gzip")


def deflate_bomb(_: Request) -> bytes:
    return answer(200, DEFLATED, Content_Encoding="deflate")


def nested_bomb(_: Request) -> bytes:
    return answer(200, gzip.compress(ZEROS), Content_Encoding="gzip, gzip")


def long_header(_: Request) -> bytes:
    return HEAD + b"X: " + b"x" * 4 * MIB + b"\r\n\r\n"


def many_headers(_: Request) -> bytes:
    lines = b"".join(b"X-%d: %s\r\n" % (number, b"x" * 100) for number in range(200_000))
    return HEAD + lines + b"Content-Length: 0\r\n\r\n"


def long_reason(_: Request) -> bytes:
    return b"HTTP/1.1 200 " + b"O" * 4 * MIB + b"\r\n\r\n"


def large_chunk(_: Request) -> bytes:
    return HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + b"f" * 40 + b"\r\n" + b"x" * 4 * MIB


def long_chunk_extension(_: Request) -> bytes:
    return HEAD + b"Transfer-Encoding: chunked\r\n\r\n1;" + b"x" * 4 * MIB + b"\r\nx\r\n0\r\n\r\n"


def many_trailers(_: Request) -> bytes:
    lines = b"".join(b"X-%d: x\r\n" % number for number in range(200_000))
    return HEAD + b"Transfer-Encoding: chunked\r\n\r\n0\r\n" + lines + b"\r\n"


def endless_body(request: Request) -> bytes:
    return HEAD + b"\r\n" + b"x" * 8 * MIB


async def endless_interim(request: Request) -> bytes:
    for _ in range(1000):
        request.writer.write(b"HTTP/1.1 103 Early Hints\r\n\r\n" * 200)
        await request.writer.drain()
        await asyncio.sleep(0.01)
    return answer(200)


async def drip(request: Request) -> bytes:
    request.writer.write(HEAD + b"Content-Length: 1000\r\n\r\n")
    for _ in range(1000):
        request.writer.write(b"x")
        await asyncio.sleep(0.05)
    return b""


Bomb = Callable[[Request], Any]
DECOMPRESSED: list[Bomb] = [gzip_bomb, deflate_bomb]
ENDLESS: list[Bomb] = [
    *(many_members, long_header, many_headers, long_reason, large_chunk, many_trailers),
    *(endless_body, endless_interim, drip),
]
SKIPPED: list[Bomb] = [nested_bomb, long_chunk_extension]


async def post(bomb: Bomb) -> Answer:
    async with (
        http_server(bomb) as server,
        Network(EgressPolicy.parse("127.0.0.1"), 2.0) as network,
    ):
        return await Http(network, Trace()).request("POST", server.url)


@pytest.mark.parametrize("bomb", ENDLESS, ids=lambda bomb: bomb.__name__)
async def test_an_answer_without_end_is_given_up(bomb: Bomb) -> None:
    begun = time.monotonic()
    with pytest.raises(AnswerLost):
        await post(bomb)
    assert time.monotonic() - begun < 6


@pytest.mark.parametrize("bomb", DECOMPRESSED, ids=lambda bomb: bomb.__name__)
async def test_a_hundred_mebibytes_are_never_unpacked(bomb: Bomb) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(AnswerLost, match="more than 1 MiB"):
            await post(bomb)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 8 * MIB


@pytest.mark.parametrize("bomb", SKIPPED, ids=lambda bomb: bomb.__name__)
async def test_what_is_not_understood_is_not_unpacked(bomb: Bomb) -> None:
    assert len((await post(bomb)).body) < MIB
