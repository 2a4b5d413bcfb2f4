"""The way of one datum through the package, as the interpreter sees it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from core.submissions import accept
from core.submissions.accept import Item, submission_accept, submissions_accept
from core.submissions.models import Source
from core.workflows.models import WorkflowVersion
from tests.destination import Publish

KEYED = "request.send_keyed"
BY_EMAIL = "${{ coalesce(input.email, '') }}"
ROOM = Path(accept.__file__).parent
DATA = {"company": "Acme", "email": "a@example.com"}
WAY = ["check", "order", "insert", "outcome"]


class Way:
    """Which functions of the room are called, and with which commands."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, str]] = []
        self.commands: list[object] = []

    def follow(self, call: Callable[[], Any]) -> None:
        sys.setprofile(self._note)
        try:
            call()
        finally:
            sys.setprofile(None)

    def _note(self, frame: FrameType, event: str, _: object) -> None:
        path, name = Path(frame.f_code.co_filename), frame.f_code.co_name
        if event == "call" and path.parent == ROOM and not name.startswith(("<", "__")):
            self.calls.append((path.stem, name))
            if "asked" in frame.f_locals:
                self.commands.append(frame.f_locals["asked"])


@pytest.fixture
def version(publish: Publish) -> WorkflowVersion:
    version = publish(("first", [], KEYED), ("second", ["first"], KEYED), ordering=BY_EMAIL)
    submission_accept(version=version, data=DATA, source=Source.API)  # remembers what is kept
    return version


def test_one_datum_passes_each_function_once_and_in_order(version: WorkflowVersion) -> None:
    way = Way()
    way.follow(
        lambda: submission_accept(
            version=version, data=DATA, source=Source.API, idempotency_key="k1"
        )
    )
    passed = Counter(way.calls)
    per_step = {("order", "_short")}
    assert {call for call, times in passed.items() if times > 1} <= per_step
    modules = [module for module, _ in way.calls if module in WAY]
    assert list(dict.fromkeys(modules)) == WAY
    assert len({id(command) for command in way.commands}) == 1


def test_a_batch_passes_every_function_that_takes_all_of_it_once(version: WorkflowVersion) -> None:
    way = Way()
    items = [Item(DATA, f"k{number}") for number in range(20)]
    way.follow(lambda: submissions_accept(version=version, items=items, source=Source.API))
    passed = Counter(way.calls)
    assert passed["check", "data_check"] == 20
    for whole in (
        ("accept", "_accept"),
        ("check", "redact_in_logs"),
        ("order", "lines_take"),
        ("insert", "submissions_insert"),
        ("outcome", "outcomes_of"),
    ):
        assert passed[whole] == 1, whole
    assert len({id(command) for command in way.commands}) == 1
