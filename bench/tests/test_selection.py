from __future__ import annotations

import pytest
from dev.console import Problem

from bench.metrics import Metric
from bench.ratios import RATIOS, ratios
from bench.selection import EVERY, chosen


def test_chosen_measurements_keep_their_order() -> None:
    assert [each.name for each in chosen(["delivery", "intake"])] == ["intake", "delivery"]
    assert chosen([]) == list(EVERY)


def test_an_unknown_measurement_is_named_with_those_that_there_are() -> None:
    with pytest.raises(Problem, match="no measurement speed, only: intake, raw"):
        chosen(["speed", "intake"])


def figure(name: str, value: float) -> Metric:
    return Metric(name, value, "steps/s", name)


def test_a_ratio_needs_both_figures_of_the_same_run() -> None:
    ours = figure("delivered_steps_per_second", 1800)
    assert ratios([ours]) == []
    (times,) = ratios([ours, figure("celery_steps_per_second", 360)])
    assert (times.name, times.value, times.missed) == ("delivery_times_celery", 5, False)


def test_a_share_is_a_percentage_and_judged() -> None:
    (share,) = ratios(
        [figure("delivered_steps_per_second", 1000), figure("raw_posts_per_second", 4000)]
    )
    assert (share.value, share.unit, share.missed) == (25, "%", True)


def test_every_ratio_has_a_name_of_its_own() -> None:
    assert len({ratio.name for ratio in RATIOS}) == len(RATIOS)
