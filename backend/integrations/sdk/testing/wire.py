"""Real servers on loopback that answer as the test says, byte by byte."""

from __future__ import annotations

import asyncio
import json
import secrets
import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

Answerer = Callable[["Request"], "bytes | Awaitable[bytes | None] | None"]


@dataclass(frozen=True)
class Request:
    """One request as it arrived."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes
    writer: asyncio.StreamWriter

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Server:
    """A listening server, what it was asked, and how many connections it took."""

    host: str
    port: int
    requests: list[Request] = field(default_factory=list)
    connections: int = 0

    @property
    def url(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"


def answer(status: int, body: Any = None, **headers: str) -> bytes:
    """An HTTP answer; a body that is not bytes is sent as JSON."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    lines = {"Content-Type": "application/json", "Content-Length": str(len(content))}
    lines |= {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"HTTP/1.1 {status} Said\r\n{head}\r\n".encode() + content


@asynccontextmanager
async def http_server(answerer: Answerer, host: str = "127.0.0.1") -> AsyncIterator[Server]:
    """Serve HTTP; the answerer gives bytes, or None to close the connection without an answer."""
    server = Server(host, 0)
    async with tcp_server(_serving(server, answerer), host) as (_, server.port):
        yield server


@asynccontextmanager
async def listening_everywhere(answerer: Answerer) -> AsyncIterator[Server]:
    """Serve HTTP on every IPv4 and IPv6 address of this machine, on one port."""
    server = Server("localhost", 0)
    async with (
        tcp_server(_serving(server, answerer), "0.0.0.0") as (_, server.port),  # noqa: S104
        tcp_server(_serving(server, answerer), "::", server.port),
    ):
        yield server


def _serving(
    server: Server, answerer: Answerer
) -> Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]:
    async def serve_one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        server.connections += 1
        try:
            while (request := await _read_request(reader, writer)) is not None:
                server.requests.append(request)
                said = answerer(request)
                content = await said if isinstance(said, Awaitable) else said
                if content is None:
                    break
                writer.write(content)
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    return serve_one


@asynccontextmanager
async def tcp_server(
    serve_one: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]],
    host: str = "127.0.0.1",
    port: int = 0,
    tls: ssl.SSLContext | None = None,
) -> AsyncIterator[tuple[str, int]]:
    """Serve any protocol, on a free port unless one is given."""
    tasks: set[asyncio.Task[None]] = set()

    async def tracked(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        tasks.add(task)
        try:
            await serve_one(reader, writer)
        except asyncio.CancelledError:
            writer.close()
        finally:
            tasks.discard(task)

    listening = await asyncio.start_server(tracked, host, port, ssl=tls)
    try:
        yield host, listening.sockets[0].getsockname()[1]
    finally:
        listening.close()
        for task in list(tasks):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _read_request(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> Request | None:
    try:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
    except asyncio.IncompleteReadError:
        return None
    first, *lines = head.strip().split("\r\n")
    method, target, _ = first.split(" ")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
    body = await reader.readexactly(int(headers.get("content-length", 0)))
    return Request(method, target, headers, body, writer)


async def reset(request: Request) -> None:
    """Cut the connection with a TCP reset."""
    request.writer.transport.abort()


def unused_port() -> int:
    """A port on which nothing listens, and which no outgoing connection gets meanwhile.

    Those get ports from 32768 up, on Linux.
    """
    while True:
        port = secrets.choice(range(10_240, 32_768))
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
