"""How light the public pages are: Lighthouse on a phone with a slow connection."""

from __future__ import annotations

import http.client
import statistics
from dataclasses import dataclass

from dev.console import Problem, step
from dev.layout import FRONTEND

from bench.lighthouse import Audit, audit, require
from bench.measures.latency import submit
from bench.metrics import Metric
from bench.stack import BenchStack
from bench.workload import FORM, Workload

LEAST_SCORE = 95.0
MOST_BLOCKING_MS = 150.0
MOST_LARGEST_PAINT_S = 1.5
MOST_FORM_SCRIPT_KB = 35.0


@dataclass(frozen=True)
class _Page:
    """A page that people see without signing in. ``most_script_kb``: what it may load of it."""

    name: str
    title: str
    path: str
    most_script_kb: float | None = None


def measure(stack: BenchStack, work: Workload) -> list[Metric]:
    """The median of a few loads of each page, each in a fresh browser.

    Raises Problem without a build, a browser or Lighthouse.
    """
    if not (FRONTEND / ".next" / "BUILD_ID").is_file():
        raise Problem("The web application is not built. Use `make bench`, which builds it.")
    lighthouse = require()
    origin = f"http://127.0.0.1:{stack.ports['web']}"
    figures: list[Metric] = []
    with stack.running("api", "stream", "web"):
        for page in _pages(stack):
            audits = []
            for number in range(1, work.page_loads + 1):
                with step(f"{page.title}, load {number} of {work.page_loads}"):
                    audits.append(audit(lighthouse, origin + page.path))
            figures += _figures(page, audits)
    stack.forget_submissions()
    return figures


def _pages(stack: BenchStack) -> list[_Page]:
    api = http.client.HTTPConnection("127.0.0.1", stack.ports["api"], timeout=10)
    token = submit(api, stack.api_key, FORM, 1)["tracking_token"]
    api.close()
    return [
        _Page("form", "Public form", f"/f/{FORM}", MOST_FORM_SCRIPT_KB),
        _Page("tracking", "Tracking page", f"/t/{token}"),
        _Page("landing", "First page", "/"),
        _Page("sign_in", "Sign-in", "/sign-in"),
    ]


def _figures(page: _Page, audits: list[Audit]) -> list[Metric]:
    def figure(
        name: str,
        runs: list[float],
        unit: str,
        title: str,
        *,
        at_least: float | None = None,
        at_most: float | None = None,
    ) -> Metric:
        value = statistics.median(runs)
        return Metric(f"{page.name}_{name}", value, unit, title, at_least, at_most, tuple(runs))

    return [
        figure("lighthouse", [each.score for each in audits], "points",
               f"{page.title}, Lighthouse on a phone", at_least=LEAST_SCORE),
        figure("largest_paint_s", [each.largest_paint for each in audits], "s",
               "  its largest paint", at_most=MOST_LARGEST_PAINT_S),
        figure("blocking_ms", [each.blocking for each in audits], "ms",
               "  blocking", at_most=MOST_BLOCKING_MS),
        figure("js_kb", [each.script_bytes / 1000 for each in audits], "kB",
               "  its JavaScript over the wire", at_most=page.most_script_kb),
    ]  # fmt: skip
