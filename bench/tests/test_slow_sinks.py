"""How long the rounds go on."""

from itertools import count

from bench.measures.slow_sinks import rounds


def test_without_a_time_the_number_of_rounds_counts() -> None:
    ticks = count(step=10_000)
    assert list(rounds(3, 0.0, lambda: next(ticks))) == ["1", "2", "3"]


def test_with_a_time_rounds_go_on_until_it_is_over() -> None:
    times = iter([0.0, 0.0, 100.0, 100.0, 200.0, 200.0, 240.0])
    seen = list(rounds(1, 240.0, lambda: next(times)))
    assert seen == ["1, minute 0 of 4", "2, minute 2 of 4", "3, minute 3 of 4"]


def test_slow_rounds_are_made_until_there_are_enough() -> None:
    ticks = count(step=10_000)
    assert len(list(rounds(5, 240.0, lambda: next(ticks)))) == 5
