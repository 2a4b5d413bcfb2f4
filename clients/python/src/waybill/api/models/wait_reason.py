from __future__ import annotations

from enum import StrEnum


class WaitReason(StrEnum):
    BACKOFF = "backoff"
    BREAKER = "breaker"
    DEPENDENCY = "dependency"
    NO_WORKER = "no_worker"
    ORDER = "order"
    PAUSED = "paused"
    RATE_LIMIT = "rate_limit"
    TURN = "turn"

    @classmethod
    def _missing_(cls, value: object) -> WaitReason | None:
        """A value of a newer server stays as it is."""
        if not isinstance(value, str):
            return None
        unknown = str.__new__(cls, value)
        unknown._name_ = unknown._value_ = value
        return unknown
