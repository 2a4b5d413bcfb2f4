from __future__ import annotations

import asyncio

import pytest

from api.stream.sharing import SharedReads


class Source:
    """Counts its reads; each takes a moment and gives what was so when it began."""

    def __init__(self) -> None:
        self.state, self.reads = 0, 0

    async def read(self) -> int:
        self.reads += 1
        state = self.state
        await asyncio.sleep(0.02)
        return state


async def test_those_who_ask_together_share_one_read() -> None:
    source, shared = Source(), SharedReads[int]()
    assert await asyncio.gather(*(shared.get("a", source.read) for _ in range(100))) == [0] * 100
    assert source.reads == 1


async def test_who_asks_during_a_read_gets_a_later_one() -> None:
    source, shared = Source(), SharedReads[int]()
    first = asyncio.create_task(shared.get("a", source.read))
    await asyncio.sleep(0.005)
    source.state = 1
    later = await asyncio.gather(*(shared.get("a", source.read) for _ in range(10)))
    assert (await first, set(later), source.reads) == (0, {1}, 2)


async def test_other_keys_are_other_reads_and_who_leaves_ends_none() -> None:
    source, shared = Source(), SharedReads[int]()
    leaving = asyncio.create_task(shared.get("a", source.read))
    staying = asyncio.create_task(shared.get("a", source.read))
    other = asyncio.create_task(shared.get("b", source.read))
    await asyncio.sleep(0.005)
    leaving.cancel()
    assert (await staying, await other, source.reads) == (0, 0, 2)


async def test_an_error_reaches_everybody_and_is_not_kept() -> None:
    shared = SharedReads[int]()

    async def broken() -> int:
        raise ValueError("away")

    for _ in range(2):
        with pytest.raises(ValueError, match="away"):
            await shared.get("a", broken)
    assert await shared.get("a", Source().read) == 0
