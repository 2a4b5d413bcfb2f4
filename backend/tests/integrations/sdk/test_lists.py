"""What a connector's lists may bring in: bounded, without secrets, and only those it declares."""

from __future__ import annotations

from typing import Any, ClassVar

import pytest

from integrations.sdk import (
    MAX_ENTRIES,
    AnswerLost,
    AuthFailed,
    Connector,
    Entry,
    ListOf,
    Problem,
    Strict,
    Trace,
    Transient,
)
from integrations.sdk.contract.fields import OneLineSecret
from integrations.sdk.testing.calls import LOOPBACK

SECRET = "secret-of-the-shop"


class Nothing(Strict):
    """No settings."""


class Key(Strict):
    """One secret."""

    key: OneLineSecret


class Shop(Connector[Nothing, Key, None]):
    """Lists what the test says."""

    name = "shop"
    title = "Shop"
    config_model = Nothing
    credentials_model = Key
    actions: ClassVar = ()
    lists: ClassVar = (ListOf("things", "Things"),)
    found: ClassVar[list[Entry] | Exception] = []

    async def ask(self, trace: Trace) -> str:
        return "It answers."

    async def entries(self, name: str, trace: Trace) -> list[Entry]:
        if isinstance(self.found, Exception):
            raise self.found
        return self.found

    def client(self, trace: Trace) -> None:
        return None


async def read(found: Any, name: str = "things") -> list[Entry]:
    class Stocked(Shop):
        pass

    Stocked.found = found
    async with Stocked.open({}, {"key": SECRET}, LOOPBACK, 5.0) as shop:
        return await shop.read_list(name, Trace())


async def test_entries_come_as_they_are_and_in_their_order() -> None:
    found = [Entry("b", "Second"), Entry("a", "First", "by the metre")]
    assert await read(found) == found


async def test_there_are_at_most_five_thousand() -> None:
    found = [Entry(str(number), "x") for number in range(MAX_ENTRIES + 10)]
    assert len(await read(found)) == MAX_ENTRIES == 5_000


async def test_long_words_are_cut_and_long_values_are_left_out() -> None:
    (kept,) = await read(
        [Entry("x" * 201, "a"), Entry("", "b"), Entry("c", "y" * 300, "z\n" * 300)]
    )
    assert kept.value == "c"
    assert len(kept.label) == len(kept.detail) == 200
    assert kept.label.endswith("…")
    assert "\n" not in kept.detail


async def test_secrets_and_what_cannot_be_stored_stay_out() -> None:
    found = [Entry(SECRET, "a"), Entry("a\x00b", "b"), Entry("c", f"the {SECRET}", "\ud800")]
    (kept,) = await read(found)
    assert kept.value == "c"
    assert SECRET not in kept.label
    assert "\ud800" not in kept.detail


async def test_a_list_that_is_not_declared_is_an_error_of_the_program() -> None:
    with pytest.raises(KeyError):
        await read([], "others")


async def test_errors_hide_secrets_and_keep_what_is_wrong() -> None:
    with pytest.raises(AuthFailed) as refused:
        await read(AuthFailed(f"{SECRET} is refused", problem=Problem.MISSING_RIGHTS))
    assert SECRET not in refused.value.message
    assert refused.value.problem is Problem.MISSING_RIGHTS
    with pytest.raises(Transient) as lost:
        await read(AnswerLost(f"nothing for {SECRET}", problem=Problem.TIMED_OUT))
    assert SECRET not in lost.value.message
    assert lost.value.problem is Problem.TIMED_OUT
