"""The destination of the faults. It keeps its own log and misbehaves on command.

A request below ``/keyed`` takes effect once per `Idempotency-Key`; below ``/readable`` and
``/blind`` it takes effect each time. Effects are written and flushed to the log before the answer.
`POST /behave` sets the behaviour for the next requests of a path. `GET /readable/…?reference=`
looks up an effect.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import signal
import time
from collections import deque
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from aiohttp import web

LATE_SECONDS = 4.0
_DRIP_SECONDS = 0.4
_HUGE_CHUNK = b"x" * 65_536


class Destination:
    """Effects by reference and key. ``behaviours``: the next behaviours, by path."""

    def __init__(self, log: Path) -> None:
        self._log = log.open("a")
        self.by_key: dict[str, dict[str, Any]] = {}
        self.by_reference: dict[str, dict[str, Any]] = {}
        self.behaviours: dict[str, deque[str]] = {}

    async def behave(self, request: web.Request) -> web.Response:
        wish = await request.json()
        self.behaviours[wish["path"]] = deque(wish["modes"])
        return web.Response()

    async def look_up(self, request: web.Request) -> web.Response:
        found = self.by_reference.get(request.query.get("reference", ""))
        return web.json_response({"items": [found] if found else []})

    async def take(self, request: web.Request) -> web.StreamResponse:
        queue = self.behaviours.get(request.path)
        mode = queue.popleft() if queue else ""
        if mode in _REFUSALS:
            return _REFUSALS[mode]()
        answer = self._take_effect(request, await request.json())
        if mode:
            return await _ODD[mode](request, answer)
        return web.json_response(answer)

    def _take_effect(self, request: web.Request, body: dict[str, Any]) -> dict[str, Any]:
        key = request.headers.get("Idempotency-Key", "")
        kind = request.path.split("/")[1]
        if kind == "keyed" and key in self.by_key:
            return self.by_key[key]
        reference = str(body["ref"]).rsplit("-", 1)[0] if kind == "readable" else str(body["ref"])
        answer = {"id": len(self.by_reference) + 1, "ref": str(body["ref"])}
        self._log.write(
            json.dumps({"kind": kind, "reference": reference, "key": key, "at": time.time()}) + "\n"
        )
        self._log.flush()
        self.by_key[key] = answer
        self.by_reference[str(body["ref"])] = answer
        return answer


async def _late(request: web.Request, answer: dict[str, Any]) -> web.StreamResponse:
    await asyncio.sleep(LATE_SECONDS)
    return web.json_response(answer)


async def _reset(request: web.Request, answer: dict[str, Any]) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Length": "1000"})
    await response.prepare(request)
    await response.write(b'{"id"')
    if request.transport is not None:
        request.transport.abort()
    return response


async def _drip(request: web.Request, answer: dict[str, Any]) -> web.StreamResponse:
    response = web.StreamResponse()
    await response.prepare(request)
    for _ in range(60):
        await response.write(b" ")
        await asyncio.sleep(_DRIP_SECONDS)
    return response


async def _huge(request: web.Request, answer: dict[str, Any]) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Length": str(2 * 1024**3)})
    await response.prepare(request)
    while True:
        await response.write(_HUGE_CHUNK)


async def _endless(request: web.Request, answer: dict[str, Any]) -> web.StreamResponse:
    response = web.StreamResponse()
    await response.prepare(request)
    while True:
        await response.write(_HUGE_CHUNK)


async def _wrong_type(request: web.Request, answer: dict[str, Any]) -> web.StreamResponse:
    return web.Response(text="<html>Welcome</html>", content_type="text/html")


async def _lying(request: web.Request, answer: dict[str, Any]) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5\r\n\r\n"
            b'{"id": 12345, "more": "than was said"}'
        )
        request.transport.close()
    return web.Response()


async def _error_inside(request: web.Request, answer: dict[str, Any]) -> web.StreamResponse:
    return web.json_response({"error": {"message": "the record is locked"}})


async def _slow(request: web.Request, answer: dict[str, Any]) -> web.StreamResponse:
    await asyncio.sleep(1.0)
    return web.json_response(answer)


def _poison(body: bytes) -> Callable[[web.Request, dict[str, Any]], Awaitable[web.Response]]:
    """A success with an answer that is hard to read, redact or store."""

    async def answer(request: web.Request, answer: dict[str, Any]) -> web.Response:
        await asyncio.sleep(1.0)
        return web.Response(status=201, body=body, content_type="application/json")

    return answer


POISON = {
    "nested": b'{"id": 7, "a": ' + b'{"a":' * 300 + b"1" + b"}" * 300 + b"}",
    "abyss": b"[" * 100_000 + b"]" * 100_000,
    "surrogate": b'{"id": 7, "\\ud800": "\\udfff"}',
    "nul": b'{"id": 7, "note": "a\\u0000b"}',
    "no_number": b'{"id": 7, "a": NaN, "b": -Infinity, "c": 1e400}',
    "digits": b'{"id": 7, "a": ' + b"9" * 10_000 + b"}",
    "no_text": b'{"id": 7, "a": "\xff\xfe"}',
}

_ODD = {
    **{name: _poison(body) for name, body in POISON.items()},
    "slow": _slow,
    "late": _late,
    "reset": _reset,
    "drip": _drip,
    "huge": _huge,
    "endless": _endless,
    "wrong_type": _wrong_type,
    "lying": _lying,
    "error_inside": _error_inside,
}
_REFUSALS = {
    "429": lambda: web.Response(status=429),
    "429_after": lambda: web.Response(status=429, headers={"Retry-After": "2"}),
    "503": lambda: web.Response(status=503),
    "redirect": lambda: web.Response(
        status=302, headers={"Location": "http://169.254.169.254/latest/meta-data/"}
    ),
    "refused": lambda: web.Response(status=422),
}


async def serve(port: int, log: Path) -> None:
    """Serve on the loopback address until TERM or INT."""
    destination = Destination(log)
    app = web.Application()
    app.router.add_post("/behave", destination.behave)
    app.router.add_get("/health", lambda _: _alive())
    app.router.add_get("/{path:.*}", destination.look_up)
    app.router.add_post("/{path:.*}", destination.take)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    ended = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, ended.set)
    await ended.wait()


async def _alive() -> web.Response:
    return web.Response(text="ok")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--log", type=Path, required=True)
    options = parser.parse_args()
    asyncio.run(serve(options.port, options.log))
