from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings


@dataclass(frozen=True, slots=True)
class Pace:
    """The pace of a delivery slice. All times are in seconds.

    ``in_flight``: sends at once. ``batch``: runs per claim. ``slice_seconds``: no new claims after
    this; sends in flight complete. ``stop_seconds``: how long they may take after a stop.
    ``poll_seconds``: how often to look for newly due runs while others are in flight.
    ``gather_seconds``: sends that complete this soon after the first are settled with it. With many
    in flight ``busy_gather_seconds`` applies, since every batch has the same fixed costs.
    ``locked_seconds``: when to look again at a queue that another worker was claiming from.
    """

    in_flight: int = 500
    batch: int = 128
    slice_seconds: float = 20.0
    stop_seconds: float = 15.0
    poll_seconds: float = 0.05
    gather_seconds: float = 0.003
    busy_gather_seconds: float = 0.015
    locked_seconds: float = 0.005


def pace_configured() -> Pace:
    """The pace from the settings."""
    return Pace(
        in_flight=settings.WAYBILL_DELIVERY_IN_FLIGHT,
        batch=settings.WAYBILL_DELIVERY_BATCH,
        slice_seconds=settings.WAYBILL_DELIVERY_SLICE_SECONDS,
        stop_seconds=settings.WAYBILL_DELIVERY_STOP_SECONDS,
    )
