from __future__ import annotations

import pytest

from bench.metrics import Metric, rows
from bench.percentiles import percentile


def test_a_floor_is_missed_only_on_its_wrong_side() -> None:
    def share(value: float) -> Metric:
        return Metric("share", value, "%", "Share", at_least=15)

    def latency(value: float) -> Metric:
        return Metric("latency", value, "ms", "Latency", at_most=60)

    assert [share(14.9).missed, share(15).missed] == [True, False]
    assert [latency(60).missed, latency(60.1).missed] == [False, True]
    assert not Metric("rate", 0, "steps/s", "Rate").missed


def test_the_table_judges_only_when_asked() -> None:
    missed = Metric("share", 3.14159, "%", "Share", at_least=15)
    assert rows([missed], judged=True) == [["Share", "    3.14", "%", "≥ 15.0", "missed"]]
    assert rows([missed], judged=False)[0][-1] == ""


def test_percentiles_are_measured_values() -> None:
    values = [float(value) for value in range(1, 101)]
    assert (percentile(values, 50), percentile(values, 99)) == (50, 99)
    assert percentile([7.0], 99) == 7
    with pytest.raises(ValueError, match="no values"):
        percentile([], 50)
