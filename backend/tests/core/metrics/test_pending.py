"""Counts wait in their process and are written together."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest
from prometheus_client import Counter, Histogram

from core.metrics.pending import count, counts_write, observe

_PATIENCE_SECONDS = 60


@pytest.fixture(autouse=True)
def _nothing_waits() -> Iterator[None]:
    counts_write()
    yield
    counts_write()


@pytest.fixture
def total() -> Counter:
    return Counter("things", "Things.", ("kind",), registry=None)


def _value(total: Counter, kind: str) -> float:
    return float(total.labels(kind)._value.get())


def test_what_is_counted_is_written_by_itself(total: Counter) -> None:
    for _ in range(3):
        count(total, ("a",), 2)

    ends = time.monotonic() + _PATIENCE_SECONDS
    while _value(total, "a") < 6 and time.monotonic() < ends:
        time.sleep(0.05)
    assert _value(total, "a") == 6


def test_observations_fall_into_their_buckets() -> None:
    seconds = Histogram("wait_seconds", "Waits.", buckets=(1, 2), registry=None)

    observe(seconds, (), [0.5, 1.5])
    observe(seconds, (), [9.0])
    counts_write()

    (metric,) = seconds.collect()
    found = {(each.name, each.labels.get("le")): each.value for each in metric.samples}
    assert found["wait_seconds_bucket", "1.0"] == 1
    assert found["wait_seconds_bucket", "2.0"] == 2
    assert found["wait_seconds_count", None] == 3
    assert found["wait_seconds_sum", None] == 11.0


def test_a_series_that_cannot_be_written_costs_no_other(
    total: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: float) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(total.labels("a"), "inc", full)
    count(total, ("a",), 1)
    count(total, ("b",), 1)

    counts_write()

    assert (_value(total, "a"), _value(total, "b")) == (0, 1)


def test_a_forked_process_does_not_write_what_its_parent_counted(total: Counter) -> None:
    count(total, ("a",), 1)
    child = os.fork()
    if child == 0:
        counts_write()
        os._exit(int(_value(total, "a")))

    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0
