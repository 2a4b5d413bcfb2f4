"""Named figures, their floors, and their two output formats."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Metric:
    """One figure. ``at_least`` and ``at_most`` are limits that the project promises.

    ``runs``: the single results; ``value`` is their median.
    """

    name: str
    value: float
    unit: str
    title: str
    at_least: float | None = None
    at_most: float | None = None
    runs: tuple[float, ...] = field(default=())

    @property
    def missed(self) -> bool:
        """Whether the figure misses its limit."""
        low = self.at_least is not None and self.value < self.at_least
        return low or (self.at_most is not None and self.value > self.at_most)

    @property
    def promise(self) -> str:
        """The floor in words; empty if there is none."""
        if self.at_least is not None:
            return f"≥ {written(self.at_least)}"
        return f"≤ {written(self.at_most)}" if self.at_most is not None else ""

    def as_json(self) -> dict[str, Any]:
        """For programs. Includes floors and single runs only if there are any."""
        return {name: value for name, value in asdict(self).items() if value not in (None, ())}


def written(value: float) -> str:
    """Three significant digits or whole numbers, to match the precision."""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


def rows(metrics: list[Metric], *, judged: bool) -> list[list[str]]:
    """The table for people."""
    return [
        [
            metric.title,
            written(metric.value).rjust(8),
            metric.unit,
            metric.promise,
            ("missed" if metric.missed else "met") if judged and metric.promise else "",
        ]
        for metric in metrics
    ]
