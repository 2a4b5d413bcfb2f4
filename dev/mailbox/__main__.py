"""`python -m dev.mailbox --smtp-port 2525 --http-port 8025`: catch mail on this machine."""

from __future__ import annotations

import argparse
import asyncio
import signal

from aiohttp import web

from dev.mailbox.smtp import protocol
from dev.mailbox.store import Store
from dev.mailbox.web import application

LOOPBACK = "127.0.0.1"


async def serve(host: str, smtp_port: int, http_port: int) -> None:
    """Serve both sides until SIGINT or SIGTERM. Raises OSError when a port is taken."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    store = Store()
    runner = web.AppRunner(application(store), access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, http_port).start()
        server = await loop.create_server(lambda: protocol(store), host, smtp_port)
        print(f"Mail on {host}:{smtp_port}, read it at http://{host}:{http_port}/", flush=True)
        await stop.wait()
        server.close()
    finally:
        await runner.cleanup()


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="python -m dev.mailbox", description=__doc__)
    parser.add_argument("--host", default=LOOPBACK, help="a container's is 0.0.0.0")
    parser.add_argument("--smtp-port", type=int, required=True)
    parser.add_argument("--http-port", type=int, required=True)
    given = parser.parse_args()
    try:
        asyncio.run(serve(given.host, given.smtp_port, given.http_port))
    except OSError as error:
        print(f"The mail catcher cannot start: {error}", flush=True)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
