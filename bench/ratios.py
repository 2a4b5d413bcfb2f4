"""Ratios of two figures: Waybill's and a compared system's from the same run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bench.metrics import Metric


@dataclass(frozen=True)
class Ratio:
    """``value`` over ``reference``; a percentage when the unit is one."""

    name: str
    value: str
    reference: str
    unit: str
    title: str
    at_least: float | None = None


RATIOS = (
    Ratio("delivery_times_celery", "delivered_steps_per_second", "celery_steps_per_second",
          "times", "Delivered, as a multiple of plain Celery", 5.0),
    Ratio("delivery_times_procrastinate", "delivered_steps_per_second",
          "procrastinate_steps_per_second", "times",
          "Delivered, as a multiple of Procrastinate", 4.0),
    Ratio("delivery_share_of_raw", "delivered_steps_per_second", "raw_posts_per_second",
          "%", "Delivered, as a share of bare POSTs", 35.0),
    Ratio("delayed_times_celery", "delayed_steps_per_second", "celery_delayed_steps_per_second",
          "times", "Delivered to the slow sink, as a multiple of plain Celery", 25.0),
    Ratio("healthy_share", "healthy_beside_per_second", "healthy_alone_per_second",
          "%", "Healthy connections next to a hanging one, as a share of alone", 90.0),
    Ratio("healthy_share_beside_odd", "healthy_beside_odd_per_second",
          "healthy_without_odd_per_second", "%",
          "Healthy connections next to one that answers oddly, as a share of alone", 95.0),
    Ratio("intake_share_of_echo", "intake_per_second", "echo_per_second",
          "%", "Durable intake, as a share of the echo", 25.0),
    Ratio("intake_share_of_bare_echo", "intake_per_second", "bare_echo_per_second",
          "%", "Durable intake, as a share of the bare echo"),
)  # fmt: skip


def ratios(metrics: Iterable[Metric]) -> list[Metric]:
    """The ratios of the results. Ratios with a missing part are left out."""
    values = {metric.name: metric.value for metric in metrics}
    return [
        Metric(
            ratio.name,
            values[ratio.value] / values[ratio.reference] * (100 if ratio.unit == "%" else 1),
            ratio.unit,
            ratio.title,
            at_least=ratio.at_least,
        )
        for ratio in RATIOS
        if ratio.value in values and ratio.reference in values
    ]
