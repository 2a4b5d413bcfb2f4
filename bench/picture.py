"""`python -m bench.picture`: draw `bench/out/latest.json` into `docs/images/benchmarks.svg`.

Bars of Waybill next to the compared systems. Each panel has its own scale. The colours follow the
reader's light or dark theme. The picture has its own background, so it is readable on any page.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from dev.console import Problem, report, say
from dev.layout import ROOT

from bench.metrics import written

LATEST = Path(__file__).parent / "out" / "latest.json"
PICTURE = ROOT / "docs" / "images" / "benchmarks.svg"

_WIDTH = 860
_LABELS = 250
_BAR = 20
_ROW = 30
_MARGIN = 28
_LONGEST = _WIDTH - _LABELS - 2 * _MARGIN - 90

_STYLE = """
  .ground { fill: #ffffff; stroke: #d9dde3 } .title { fill: #14181f; font-weight: 600 }
  .label { fill: #3d4653 } .faint { fill: #657080 } .value { fill: #14181f; font-weight: 600 }
  .ours { fill: #1f6feb } .other { fill: #a9b4c2 } .limit { fill: #dfe4ea }
  text { font: 14px system-ui, -apple-system, "Segoe UI", sans-serif } .faint { font-size: 12px }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #12161c; stroke: #2c343f } .title, .value { fill: #eef2f6 }
    .label { fill: #c3ccd6 } .faint { fill: #93a0af }
    .ours { fill: #58a6ff } .other { fill: #5a6675 } .limit { fill: #333d49 }
  }
"""


@dataclass(frozen=True)
class Bar:
    """``kind``: ours, other (a compared system) or limit (an upper limit)."""

    metric: str
    label: str
    kind: str = "other"


@dataclass(frozen=True)
class Panel:
    """A few bars of the same unit."""

    title: str
    bars: tuple[Bar, ...]


PANELS = (
    Panel("Steps delivered per second, the destination answers at once", (
        Bar("celery_steps_per_second", "Celery, a task per step"),
        Bar("procrastinate_steps_per_second", "Procrastinate, a task per step"),
        Bar("delivered_steps_per_second", "Waybill", "ours"),
        Bar("raw_posts_per_second", "bare POSTs, nothing stored", "limit"),
    )),
    Panel("Steps delivered per second, the destination takes 200 ms", (
        Bar("celery_delayed_steps_per_second", "Celery, eight processes"),
        Bar("delayed_steps_per_second", "Waybill, one process", "ours"),
    )),
    Panel("Nine healthy connections, steps delivered per second", (
        Bar("healthy_alone_per_second", "alone", "ours"),
        Bar("healthy_beside_per_second", "next to one that hangs for 30 s", "ours"),
    )),
    Panel("Submissions durably accepted per second", (
        Bar("intake_per_second", "one per request", "ours"),
        Bar("batch_intake_per_second", "a thousand per request", "ours"),
        Bar("echo_per_second", "an echo, nothing stored", "limit"),
    )),
)  # fmt: skip


def draw(result: Mapping[str, Any]) -> str:
    """The picture of `latest.json` as SVG. Bars without a figure are left out."""
    values = {each["name"]: float(each["value"]) for each in result["metrics"]}
    parts: list[str] = []
    top = _MARGIN
    for panel in PANELS:
        bars = [(bar, values[bar.metric]) for bar in panel.bars if bar.metric in values]
        if bars:
            parts += _panel(panel.title, bars, top)
            top += _ROW * (len(bars) + 1) + 18
    parts.append(_text(_MARGIN, top + 4, "faint", _footer(result)))
    height = top + 24
    words = f'viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}" role="img"'
    size = f'width="{_WIDTH - 1}" height="{height - 1}"'
    ground = f'<rect class="ground" x="0.5" y="0.5" {size} rx="8"/>'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {words} aria-label="Waybill\'s benchmarks">'
    return "\n".join([head, f"<style>{_STYLE}</style>", ground, *parts, "</svg>"]) + "\n"


def _panel(title: str, bars: list[tuple[Bar, float]], top: int) -> list[str]:
    parts = [_text(_MARGIN, top + 16, "title", title)]
    most = max(value for _, value in bars) or 1.0
    left = _MARGIN + _LABELS
    for number, (bar, value) in enumerate(bars, 1):
        y = top + number * _ROW
        width = max(2.0, _LONGEST * value / most)
        place = f'x="{left}" y="{y}" width="{width:.1f}" height="{_BAR}"'
        parts += [
            _text(left - 12, y + 15, "label", bar.label, anchor="end"),
            f'<rect class="{bar.kind}" {place} rx="3"/>',
            _text(left + width + 8, y + 15, "value", written(value)),
        ]
    return parts


def _text(x: float, y: float, kind: str, words: str, anchor: str = "start") -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f'<text class="{kind}" {place}>{escape(words)}</text>'


def _footer(result: Mapping[str, Any]) -> str:
    machine, day = result["machine"], str(result["measured_at"])[:10]
    return (
        f"All in one run on {machine['cores']} cores ({machine['processor']}), with the load"
        f" generator and the destination on them too. {day}"
    )


def main() -> int:
    """Draw the latest figures. Exit code 1 when there are none."""
    if not LATEST.is_file():
        report(Problem("There are no figures yet. Run make bench first."))
        return 1
    PICTURE.write_text(draw(json.loads(LATEST.read_text())))
    say(f"Drawn: {PICTURE.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
