from __future__ import annotations

import pytest

from core.delivery.outcome.backoff import backoff_seconds, retry_after_seconds
from waybill_definitions.document import RetryPolicy

DAY = 86_400


def test_the_default_schedule_grows_from_seconds_to_a_day_over_about_three_days() -> None:
    policy = RetryPolicy()
    ceilings = [backoff_seconds(policy, tries, random_unit=1) for tries in range(1, 14)]
    assert ceilings[:3] == [5, 15, 45]
    assert ceilings[-1] == DAY
    assert ceilings == sorted(ceilings)


@pytest.mark.parametrize("tries", [0, 1, 5, 1_000_000])
def test_a_wait_is_never_shorter_than_a_second_nor_longer_than_the_cap(tries: int) -> None:
    policy = RetryPolicy()
    for unit in (0.0, 0.5, 1.0):
        assert 1 <= backoff_seconds(policy, tries, random_unit=unit) <= DAY


def test_waits_are_spread() -> None:
    waits = {backoff_seconds(RetryPolicy(), 8) for _ in range(50)}
    assert len(waits) > 40


def test_a_destinations_wish_is_obeyed_within_the_cap() -> None:
    policy = RetryPolicy()
    assert retry_after_seconds(policy, 3600, 1) == 3600
    assert retry_after_seconds(policy, 10 * DAY, 1) == DAY
    assert retry_after_seconds(policy, -5, 1) >= 1
