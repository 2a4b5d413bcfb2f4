from __future__ import annotations

from typing import cast

import pytest
from dev.console import Problem
from dev.processes.supervisor import Interrupted

from bench.__main__ import Results, TimeOver, measure_all
from bench.metrics import Metric
from bench.selection import Measurement
from bench.stack import BenchStack
from bench.workload import QUICK


class NoStack:
    def start(self, name: str) -> None: ...


def measured(name: str) -> Measurement:
    return Measurement(name, name, lambda _stack, _work: [Metric(name, 1.0, "ms", name)])


def fails(name: str, error: Exception) -> Measurement:
    def measure(_stack: object, _work: object) -> list[Metric]:
        raise error

    return Measurement(name, name, measure)


def run(*measurements: Measurement) -> Results:
    results = Results()
    measure_all(cast("BenchStack", NoStack()), QUICK, list(measurements), results)
    return results


@pytest.mark.parametrize("error", [Problem("3 viewers saw no end."), ZeroDivisionError("rate")])
def test_a_measurement_that_fails_costs_its_own_figures_only(error: Exception) -> None:
    results = run(measured("before"), fails("viewers", error), measured("after"))
    assert [metric.name for metric in results.metrics] == ["before", "after"]
    assert list(results.failures) == ["viewers"]


def test_when_the_time_is_over_all_that_is_missing_is_named() -> None:
    over = TimeOver("The measurements took longer than 1 s.")
    results = run(measured("before"), fails("slow", over), measured("after"))
    assert [metric.name for metric in results.metrics] == ["before"]
    assert list(results.failures) == ["slow", "after"]


def test_a_person_can_still_interrupt() -> None:
    with pytest.raises(Interrupted):
        run(fails("viewers", Interrupted()))
