from __future__ import annotations

import pytest

from dev.testing.run import Outcome, _sum_up


def test_the_end_says_what_failed_and_how(capsys: pytest.CaptureFixture[str]) -> None:
    fine = Outcome("lint", "passed", 1.0)
    broken = Outcome("faults", "failed", 2.0, "", "    ✗ 6. Redis killed: lost WB-1")
    assert _sum_up([fine, broken], 3.0) == 1
    table, end = capsys.readouterr().out.split("✗ faults ended with")
    assert "lint" in table
    assert end.split("\n")[1].strip() == "✗ 6. Redis killed: lost WB-1"
    assert end.rstrip().endswith("Stages: 1 passed, 1 failed, 0 skipped in 3 s")
