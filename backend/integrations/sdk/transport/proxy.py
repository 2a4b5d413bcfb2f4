"""A way out through the operator's proxy, by HTTP CONNECT (RFC 9110, 9.3.6).

The proxy is told the address that was checked, never a name that it would look up for itself, so
the guard holds and TLS still goes from end to end.
"""

import asyncio
import base64
import contextlib
import re
import socket
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import unquote

from yarl import URL

_MAX_HEAD_BYTES = 8 * 1024
_STATUS_LINE = re.compile(rb"HTTP/1\.[01] (\d{3})(?: [^\r\n]*)?\r\n")


class ProxyFailed(OSError):
    """The proxy did not make the connection. Nothing was sent to the destination."""


@dataclass(frozen=True, slots=True)
class Proxy:
    """An HTTP proxy that takes CONNECT. `authorization` is what it is shown, and a secret."""

    host: str
    port: int
    authorization: str | None = field(default=None, repr=False)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `http://host:port`, with `user:password@` before the host if it wants them.

        Raises ValueError that does not repeat the password.
        """
        wrong = "the egress proxy is written as http://host:port or http://user:password@host:port"
        try:
            url = URL(text)
        except ValueError:
            raise ValueError(wrong) from None
        if url.scheme != "http" or not url.host or url.path not in ("", "/") or url.query_string:
            raise ValueError(wrong)
        authorization = None
        if url.raw_user is not None:
            pair = f"{unquote(url.raw_user)}:{unquote(url.raw_password or '')}"
            authorization = f"Basic {base64.b64encode(pair.encode()).decode()}"
        return cls(url.host, url.port or 80, authorization)

    async def open(self, sockaddr: tuple[Any, ...]) -> socket.socket:
        """A non-blocking socket that leads to this address. Raises `ProxyFailed`."""
        loop = asyncio.get_running_loop()
        where = f"the egress proxy {self.host}:{self.port}"
        opened: socket.socket | None = None
        try:
            opened = await self._reach(loop)
            await loop.sock_sendall(opened, self._request(sockaddr))
            await self._accepted(loop, opened, where)
        except ProxyFailed:
            _close(opened)
            raise
        except OSError as error:
            _close(opened)
            raise ProxyFailed(f"{where} cannot be reached ({error.strerror or error})") from error
        except BaseException:
            _close(opened)
            raise
        return opened

    async def _reach(self, loop: asyncio.AbstractEventLoop) -> socket.socket:
        last: OSError | None = None
        for family, kind, proto, _, address in await loop.getaddrinfo(
            self.host, self.port, type=socket.SOCK_STREAM
        ):
            opened = socket.socket(family, kind, proto)
            try:
                opened.setblocking(False)
                await loop.sock_connect(opened, address)
            except OSError as error:
                opened.close()
                last = error
            except BaseException:
                opened.close()
                raise
            else:
                return opened
        raise last or OSError("its name has no address")

    def _request(self, sockaddr: tuple[Any, ...]) -> bytes:
        address, port = str(sockaddr[0]), int(sockaddr[1])
        target = f"[{address}]:{port}" if ":" in address else f"{address}:{port}"
        lines = [f"CONNECT {target} HTTP/1.1", f"Host: {target}"]
        if self.authorization is not None:
            lines.append(f"Proxy-Authorization: {self.authorization}")
        return "".join(f"{line}\r\n" for line in [*lines, ""]).encode()

    async def _accepted(
        self, loop: asyncio.AbstractEventLoop, opened: socket.socket, where: str
    ) -> None:
        head = bytearray()
        # One byte at a time: what follows the empty line belongs to the destination.
        while not head.endswith(b"\r\n\r\n"):
            one = await loop.sock_recv(opened, 1)
            if not one or len(head) >= _MAX_HEAD_BYTES:
                raise ProxyFailed(f"{where} did not answer as a proxy does")
            head += one
        said = _STATUS_LINE.match(head)
        if said is None:
            raise ProxyFailed(f"{where} did not answer as a proxy does")
        status = int(said[1])
        if not 200 <= status < 300:
            raise ProxyFailed(f"{where} refused the connection with {status}")


def _close(opened: socket.socket | None) -> None:
    if opened is not None:
        with contextlib.suppress(OSError):
            opened.close()
