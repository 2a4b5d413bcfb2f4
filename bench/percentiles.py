from __future__ import annotations

import math
from collections.abc import Sequence


def percentile(ordered: Sequence[float], percent: float) -> float:
    """The value that ``percent`` of the ascending values do not exceed (nearest rank).

    Raises ValueError when there are no values.
    """
    if not ordered:
        raise ValueError("no values were measured")
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]
