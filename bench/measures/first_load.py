"""JavaScript size of the public form's first load, by the frontend's own measure."""

from __future__ import annotations

import re
import subprocess

from dev.console import Problem, dim, say, step
from dev.environment import tool_environment
from dev.layout import FRONTEND
from dev.node import npm

from bench.metrics import Metric
from bench.stack import BenchStack
from bench.workload import Workload

MOST_KB = 35.0
_FORM = re.compile(r"/f/\[slug\]\D*?([\d.]+) kB")


def measure(_stack: BenchStack, _work: Workload) -> list[Metric]:
    """Measures nothing when the web application is not built."""
    if not (FRONTEND / ".next" / "BUILD_ID").is_file():
        say(dim("  - The web application is not built: its size is left out."))
        return []
    with step("Size of the public form"):
        done = subprocess.run(
            [*npm(), "run", "--silent", "size"],
            cwd=FRONTEND,
            env=tool_environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        size = first_load_kb(done.stdout)
        if size is None:
            raise Problem("`npm run size` does not show the public form's size.", done.stderr)
    return [
        Metric("form_first_load_js_kb", size, "kB", "JavaScript of the public form's first load,"
               " gzipped", at_most=MOST_KB),
    ]  # fmt: skip


def first_load_kb(printed: str) -> float | None:
    """The public form's kilobytes from the output of `npm run size`."""
    found = _FORM.search(printed)
    return float(found[1]) if found else None
