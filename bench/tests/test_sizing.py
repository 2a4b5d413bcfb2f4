from __future__ import annotations

import pytest

from bench.measures.sizes import report
from bench.sizing import sizing

FIGURES = {
    "intake_per_second": 500.0,
    "delivered_steps_per_second": 1_500.0,
    "stored_bytes_per_submission": 6_000.0,
    "stored_rows_per_submission": 14.0,
    "log_bytes_per_submission": 20_000.0,
}


def test_a_core_s_day_is_shared_by_taking_in_and_delivering() -> None:
    found = {title: value for title, value, _ in sizing(FIGURES, cores=2)}
    assert found["Core seconds for a submission"] == pytest.approx(8.0)
    assert found["Submissions a day and core, always busy"] == pytest.approx(10_800_000)
    assert found["Submissions a day and core, 50% busy"] == pytest.approx(5_400_000)


def test_a_million_s_bytes_are_gigabytes() -> None:
    found = {title: value for title, value, _ in sizing(FIGURES, cores=2)}
    assert (found["Disk"], found["Write-ahead log"]) == (6.0, 20.0)
    assert found["Rows of a million submissions"] == 14.0


def test_tables_are_told_largest_first_and_without_those_that_stayed() -> None:
    grown = {"small": (100, 1_000, 500), "large": (300, 9_000, 2_000), "still": (0, 8_192, 0)}
    lines = report(grown, 100).splitlines()
    assert [line.split()[0] for line in lines[2:]] == ["large", "small"]
    assert lines[2].split() == ["large", "3.00", "90", "20"]
