"""Looks names up once, in threads of its own, and refuses a name that leads inside."""

import asyncio
import functools
import socket
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from aiohttp.abc import AbstractResolver, ResolveResult

from integrations.sdk.transport.egress import EgressPolicy

MAX_ADDRESSES = 64
LOOKUP_SECONDS = 10.0

AddrInfo = tuple[Any, ...]

# A name server that never answers holds a thread for as long as the system's resolver waits. The
# event loop's own pool has six threads on two cores, and everybody's look-ups would wait for them.
_LOOKUPS = ThreadPoolExecutor(max_workers=64, thread_name_prefix="dns")


class NoAddress(OSError):
    """A name leads to no address that could be tried; the text says why."""


async def look_up(policy: EgressPolicy, host: str, port: int) -> list[AddrInfo]:
    """All addresses of a host, each allowed.

    Raises `BlockedAddress` if any of them is not, and OSError if there are none, too many, or no
    answer in time.
    """
    loop = asyncio.get_running_loop()
    ask = functools.partial(socket.getaddrinfo, host, port, type=socket.SOCK_STREAM)
    try:
        async with asyncio.timeout(LOOKUP_SECONDS):
            found: list[AddrInfo] = list(await loop.run_in_executor(_LOOKUPS, ask))
    except TimeoutError:
        raise NoAddress(f"its name was not resolved within {LOOKUP_SECONDS:g} s") from None
    except UnicodeError:
        raise NoAddress("it is not the name of a host") from None
    if len(found) > MAX_ADDRESSES:
        raise NoAddress(f"its name has more than {MAX_ADDRESSES} addresses")
    policy.check_all(host, [info[4] for info in found])
    return found


class GuardedResolver(AbstractResolver):
    """The look-up in the shape that aiohttp asks for."""

    def __init__(self, policy: EgressPolicy) -> None:
        self._policy = policy

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Addresses of a host. Raises OSError, among them `BlockedAddress`."""
        return [
            ResolveResult(
                hostname=host,
                host=str(info[4][0]),
                port=int(info[4][1]),
                family=info[0],
                proto=info[2],
                flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
            )
            for info in await look_up(self._policy, host, port)
            if family in (socket.AF_UNSPEC, info[0])
        ]

    async def close(self) -> None:
        """Nothing is kept."""
