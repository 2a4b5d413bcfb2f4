"""An attack that gets in must be told as such, whatever broke."""

from __future__ import annotations

from typing import Any

import pytest

from tests.attacks import Attacks, Family, table


def _report(test: str, when: Any, outcome: Any, family: str = "tokens") -> pytest.TestReport:
    marked: list[tuple[str, object]] = [("attack family", family)] if family else []
    return pytest.TestReport(test, ("", 0, ""), {}, outcome, None, when, user_properties=marked)


def test_only_an_attack_that_was_refused_to_the_end_counts_as_refused() -> None:
    attacks = Attacks()
    for test, when, outcome in [
        ("a", "setup", "passed"), ("a", "call", "passed"), ("a", "teardown", "passed"),
        ("b", "setup", "passed"), ("b", "call", "failed"), ("b", "teardown", "passed"),
        ("c", "setup", "failed"), ("c", "teardown", "passed"),
        ("d", "setup", "skipped"), ("d", "teardown", "passed"),
    ]:  # fmt: skip
        attacks.pytest_runtest_logreport(_report(test, when, outcome))
    attacks.pytest_runtest_logreport(_report("unmarked", "call", "failed", family=""))

    assert attacks.families() == {"tokens": Family(refused=1, let_through=2, skipped=1)}
    assert list(table(attacks.families()))[-1].split() == [
        "Attacks", "3", "1", "2", "(1", "not", "tried", "here)"
    ]  # fmt: skip


def test_an_attack_that_breaks_on_the_way_out_was_not_refused() -> None:
    attacks = Attacks()
    for when, outcome in [("setup", "passed"), ("call", "passed"), ("teardown", "failed")]:
        attacks.pytest_runtest_logreport(_report("a", when, outcome))
    assert attacks.families() == {"tokens": Family(let_through=1)}
