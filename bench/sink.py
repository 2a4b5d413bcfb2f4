"""The destination of the measurements: an HTTP server that costs as little as possible.

It answers every POST with `200 {"id": n}`, at once or, under `/after/MS/`, that many milliseconds
later. Under `/odd/` it gives one of three hundred odd answers. `GET /release` answers waiting
requests at once. `GET /arrivals` returns, and deletes, the monotonic times and references of the
latest arrivals. `GET /count` returns their number. Needs the backend on its path.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import re
import signal
import time
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import Any

from integrations.sdk.testing.odd_answers import odd_answers

REMEMBERED = 10_000
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_AFTER = re.compile(rb"POST /after/(\d+)/")
_HEAD_END = b"\r\n\r\n"
_ODD: tuple[bytes, ...] = tuple(answer.raw for answer in odd_answers())


class Arrivals:
    """The received requests, over all connections."""

    def __init__(self) -> None:
        self.count = 0
        self.latest: deque[tuple[float, bytes]] = deque(maxlen=REMEMBERED)
        self._random = random.Random(7)  # noqa: S311  # no secret
        self.late: dict[asyncio.TimerHandle, Callable[[], None]] = {}

    def odd_answer(self) -> bytes:
        """One of the odd answers, in a random order that is the same in every run."""
        return self._random.choice(_ODD)

    def note(self, body: bytes) -> int:
        """Record one body. Returns its number."""
        self.latest.append((time.monotonic(), body))
        self.count += 1
        return self.count

    def take(self) -> list[tuple[float, str]]:
        """Return and delete the recorded times and references."""
        taken = [(at, str(json.loads(body)["ref"])) for at, body in self.latest]
        self.latest.clear()
        return taken

    def answer_late(self, seconds: float, answer: Callable[[], None]) -> None:
        """Answer after this many seconds, or earlier when released."""

        def in_time() -> None:
            del self.late[handle]
            answer()

        handle = asyncio.get_running_loop().call_later(seconds, in_time)
        self.late[handle] = answer

    def release(self) -> int:
        """Answer all waiting requests now. Returns their number."""
        waiting, self.late = self.late, {}
        for handle, answer in waiting.items():
            handle.cancel()
            answer()
        return len(waiting)


class SinkProtocol(asyncio.Protocol):
    """One kept-alive connection; requests may arrive in pieces or several at once."""

    def __init__(self, arrivals: Arrivals) -> None:
        self._arrivals = arrivals
        self._buffer = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)  # noqa: S101  # narrows for the type checker
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        while (end := self._buffer.find(_HEAD_END)) >= 0:
            head = self._buffer[:end]
            found = _LENGTH.search(head)
            begin = end + len(_HEAD_END)
            stop = begin + (int(found[1]) if found else 0)
            if len(self._buffer) < stop:
                return
            body, self._buffer = self._buffer[begin:stop], self._buffer[stop:]
            value = self._reply(head, body)
            if head.startswith(b"POST /odd/"):
                self._write(self._arrivals.odd_answer())
            else:
                self._answer_in_time(head, value)

    def _reply(self, head: bytes, body: bytes) -> Any:
        if head.startswith(b"POST "):
            return {"id": self._arrivals.note(body)}
        if head.startswith(b"GET /arrivals"):
            return self._arrivals.take()
        if head.startswith(b"GET /release"):
            return {"released": self._arrivals.release()}
        return {"count": self._arrivals.count}

    def _answer_in_time(self, head: bytes, value: Any) -> None:
        late = _AFTER.match(head)
        if late is None:
            self._answer(value)
        else:
            self._arrivals.answer_late(int(late[1]) / 1000, partial(self._answer, value))

    def _answer(self, value: Any) -> None:
        body = json.dumps(value).encode()
        head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
        self._write(head % len(body) + body)

    def _write(self, answer: bytes) -> None:
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(answer)


async def serve(port: int) -> None:
    """Serve on the loopback address until TERM or INT."""
    loop = asyncio.get_running_loop()
    arrivals = Arrivals()
    server = await loop.create_server(lambda: SinkProtocol(arrivals), "127.0.0.1", port)
    ended = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, ended.set)
    await ended.wait()
    server.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    asyncio.run(serve(parser.parse_args().port))
