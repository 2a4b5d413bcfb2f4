"""The destination of the drill: takes orders, once per `Idempotency-Key`, as slowly as it is told.

`POST /orders` has its effect at once and answers later; `PUT /pace` sets how many seconds later.
`GET /orders` tells how often each order had an effect.
"""

from __future__ import annotations

import asyncio
import sys
from collections import Counter

from aiohttp import web


class Destination:
    """Effects by order. ``pace``: seconds from effect to answer."""

    def __init__(self) -> None:
        self.pace = 0.0
        self.by_key: dict[str, int] = {}
        self.effects: Counter[str] = Counter()

    async def take(self, request: web.Request) -> web.Response:
        order = (await request.json())["order"]
        key = request.headers["Idempotency-Key"]
        if key not in self.by_key:
            self.by_key[key] = len(self.by_key) + 1
            self.effects[order] += 1
        await asyncio.sleep(self.pace)
        return web.json_response({"id": self.by_key[key]}, status=201)

    async def set_pace(self, request: web.Request) -> web.Response:
        self.pace = float((await request.json())["seconds"])
        return web.Response()

    async def tell(self, request: web.Request) -> web.Response:
        return web.json_response(self.effects)


def main(port: int) -> None:
    """Serve on the loopback address until a signal."""
    destination = Destination()
    app = web.Application()
    app.router.add_post("/orders", destination.take)
    app.router.add_put("/pace", destination.set_pace)
    app.router.add_get("/orders", destination.tell)
    web.run_app(app, host="127.0.0.1", port=port, print=None, shutdown_timeout=0.1)


if __name__ == "__main__":
    main(int(sys.argv[1]))
