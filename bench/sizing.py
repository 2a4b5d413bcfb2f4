"""`python -m bench.sizing`: what the latest figures mean for a machine.

Needs the measurements `intake`, `delivery` and `sizes`: `make bench ONLY=intake,delivery,sizes`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dev.console import Problem, report, say, table

from bench.metrics import written
from bench.workload import STEPS

OUT = Path(__file__).parent / "out"
NEEDED = (
    "intake_per_second",
    "delivered_steps_per_second",
    "stored_bytes_per_submission",
    "stored_rows_per_submission",
    "log_bytes_per_submission",
)
BUSY = 0.5
"""The share of a processor to plan with: the rest is for peaks and for what comes after a stop."""
_DAY = 86_400
_MILLION = 1_000_000
_GB = 1e9


def sizing(figures: Mapping[str, float], cores: int) -> list[tuple[str, float, str]]:
    """Title, figure and unit of each. Both rates were measured with all cores busy."""
    seconds = 1 / figures["intake_per_second"] + STEPS / figures["delivered_steps_per_second"]
    a_day = _DAY / (seconds * cores)
    return [
        ("Core seconds for a submission", 1000 * seconds * cores, "ms"),
        ("Submissions a day and core, always busy", a_day, ""),
        (f"Submissions a day and core, {BUSY:.0%} busy", BUSY * a_day, ""),
        ("Rows of a million submissions", figures["stored_rows_per_submission"], "M"),
        ("Disk", figures["stored_bytes_per_submission"] * _MILLION / _GB, "GB"),
        ("Write-ahead log", figures["log_bytes_per_submission"] * _MILLION / _GB, "GB"),
    ]


def main() -> int:
    """Print the figures of the newest run that has all of them."""
    try:
        figures, run = _newest()
    except Problem as problem:
        report(problem)
        return 1
    machine = run["machine"]
    say(f"{STEPS} steps a submission; measured {run['measured_at']} on {machine['cores']} x")
    say(f"{machine['processor']}, which also ran PostgreSQL, the load and the destination.")
    rows = sizing(figures, machine["cores"])
    table([[title, written(value).rjust(9), unit] for title, value, unit in rows])
    return 0


def _newest() -> tuple[dict[str, float], dict[str, Any]]:
    files = [path for path in OUT.glob("*.json") if path.name in ("latest.json", "partial.json")]
    for path in sorted(files, key=lambda path: -path.stat().st_mtime):
        run = json.loads(path.read_text())
        figures = {metric["name"]: metric["value"] for metric in run["metrics"]}
        if figures.keys() >= set(NEEDED):
            return figures, run
    raise Problem("Measure first: make bench ONLY=intake,delivery,sizes")


if __name__ == "__main__":
    sys.exit(main())
