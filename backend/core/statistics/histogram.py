"""Durations in bins of a fixed relative width, so that histograms add up.

The bins of DDSketch (Masson, Rim and Lee, VLDB 2019): bin `i` holds durations of more than
``WIDTH ** (i - 1)`` and at most ``WIDTH ** i`` milliseconds. A quantile is off by at most
`ACCURACY` of its value, however many histograms were added. `waybill_statistics_bin` in
migration 0001 counts in the same way; a test compares the two.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

ACCURACY: Final = 0.05
WIDTH: Final = (1 + ACCURACY) / (1 - ACCURACY)


def quantile(bins: Mapping[int, int], share: float) -> float | None:
    """Seconds that ``share`` (0 to 1) of the durations do not exceed; None without any.

    ``bins``: how many durations each bin holds. Negative counts, of corrected facts that are not
    rolled up yet, are left out.
    """
    counted = {index: count for index, count in bins.items() if count > 0}
    wanted = share * sum(counted.values())
    below = 0
    for index in sorted(counted):
        below += counted[index]
        if below >= wanted:
            return _middle(index)
    return None


def _middle(index: int) -> float:
    """Seconds in a bin: the value whose relative distance to both its ends is the same."""
    return 2 * WIDTH**index / (1 + WIDTH) / 1000
