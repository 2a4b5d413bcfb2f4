"""What the server itself refuses: the Procfile's command on loopback, through bare sockets."""

from __future__ import annotations

import os
import re
import shlex
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from integrations.sdk.testing.wire import unused_port

pytestmark = pytest.mark.security("JSON and header bombs")

BACKEND = Path(__file__).resolve().parents[3]
SUBMIT = "/api/v1/forms/new-customer/submissions"


_STARTS_WITHIN = 240.0
"""Seconds. It imports all of the application, twice, and the machine may be busy."""


@pytest.fixture(scope="module")
def server() -> Iterator[int]:
    port = unused_port()
    line = (BACKEND.parent / "Procfile").read_text().splitlines()[0]
    command = re.sub(r"\$\{\w+:-(\S+?)\}", r"\1", line.partition("exec ")[2])
    arguments = shlex.split(command.replace("$API_PORT", str(port)))
    process = subprocess.Popen(
        arguments,
        cwd=BACKEND,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "tests.django_settings"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        ends = time.monotonic() + _STARTS_WITHIN
        while b"200" not in talk(port, get("/health/live"))[:20]:
            assert process.poll() is None, "the server ended"
            assert time.monotonic() < ends, "the server did not start"
            time.sleep(0.2)
        yield port
    finally:
        process.terminate()
        try:
            process.wait(60)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def talk(port: int, *parts: bytes, wait: float = 60.0) -> bytes:
    """Send bytes, and everything that comes back until the server closes or is quiet."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=wait) as connection:
            try:
                for part in parts:
                    connection.sendall(part)
            except OSError:
                pass
            answer = b""
            while b"\r\n\r\n" not in answer:
                more = connection.recv(65536)
                if not more:
                    break
                answer += more
            return answer
    except OSError:
        return b""


def get(path: str, *headers: bytes) -> bytes:
    lines = [f"GET {path} HTTP/1.1".encode(), b"Host: 127.0.0.1", *headers]
    return b"\r\n".join(lines) + b"\r\n\r\n"


def post(*headers: bytes, body: bytes = b"") -> bytes:
    lines = [
        f"POST {SUBMIT} HTTP/1.1".encode(),
        b"Host: 127.0.0.1",
        b"Content-Type: application/json",
        *headers,
    ]
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/1.1 ") else 0


CHUNKED = b"Transfer-Encoding: chunked"
REFUSED = {
    "two hundred headers": get("/health/live", *(b"X-%d: 1" % n for n in range(200))),
    "a header of 100 kB": get("/health/live", b"X: " + b"a" * 100_000),
    "a cookie of 1 MB": get("/health/live", b"Cookie: " + b"a" * 1_000_000),
    "an address of 100 kB": get("/" + "a" * 100_000),
    "a header without a colon": get("/health/live", b"nonsense"),
    "a header with NUL": get("/health/live", b"X: a\0b"),
    "a folded header": get("/health/live", b"X: a\r\n b"),
    "a space before the colon": get("/health/live", b"X : a"),
    "no HTTP at all": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 200,
    "HTTP/2 without TLS": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "two lengths": post(b"Content-Length: 5", b"Content-Length: 6", body=b"hello!"),
    "a negative length": post(b"Content-Length: -5"),
    "a length with a sign": post(b"Content-Length: +5", body=b"hello"),
    "a length in hex": post(b"Content-Length: 0x5", body=b"hello"),
    "an enormous length": post(b"Content-Length: " + b"9" * 30),
    "a length over the limit": post(b"Content-Length: 300000"),
    "chunks without an end": post(CHUNKED, body=b"5\r\nhello"),
    "a chunk of no length": post(CHUNKED, body=b"zz\r\nhello\r\n0\r\n\r\n"),
    "a chunk of 16 EB": post(CHUNKED, body=b"FFFFFFFFFFFFFFFF\r\nhello"),
    "a chunk of -1": post(CHUNKED, body=b"-1\r\nhello\r\n0\r\n\r\n"),
    "chunks that are no JSON": post(CHUNKED, body=b"5\r\nhello\r\n0\r\n\r\n"),
    "chunks of 5 MB": post(
        CHUNKED, body=(b"10000\r\n" + b" " * 65536 + b"\r\n") * 80 + b"0\r\n\r\n"
    ),
    "chunks and a length": post(CHUNKED, b"Content-Length: 3", body=b"1\r\nx\r\n0\r\n\r\n"),
    "gzip chunks": post(b"Content-Encoding: gzip", CHUNKED, body=b"2\r\n\x1f\x8b\r\n0\r\n\r\n"),
    "an unknown transfer coding": post(b"Transfer-Encoding: gzip, chunkedx", body=b"x"),
}


GOES_ON = {"chunks without an end", "a chunk of 16 EB"}
"""The server rightly waits for the rest of these; its own time limit has a test below."""


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_and_the_server_goes_on(server: int, name: str) -> None:
    answer = talk(server, REFUSED[name], wait=1.0 if name in GOES_ON else 60.0)
    assert answer == b"" or 400 <= status(answer) < 500
    assert status(talk(server, get("/health/live"))) == 200


def test_headers_that_never_end_are_cut_off(server: int) -> None:
    started = time.monotonic()
    assert status(talk(server, b"GET / HTTP/1.1\r\nHost: a\r\n", wait=180)) in {0, 408}
    assert 8 < time.monotonic() - started < 170  # by the server, and not by our own patience


def test_a_smuggled_second_request_is_not_answered(server: int) -> None:
    hidden = get("/health/live")
    with socket.create_connection(("127.0.0.1", server), timeout=5) as connection:
        connection.sendall(post(CHUNKED, b"Content-Length: 5", body=b"0\r\n\r\n" + hidden))
        answer = b""
        try:
            while more := connection.recv(65536):
                answer += more
        except TimeoutError:
            pass
    assert answer.count(b"HTTP/1.1 200") == 0
