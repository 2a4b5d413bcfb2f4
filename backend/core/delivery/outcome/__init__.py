"""The result of an attempt, and what follows from it."""

from core.delivery.outcome.backoff import jittered, with_retry_after
from core.delivery.outcome.connection_signals import Signal
from core.delivery.outcome.decision import (
    AttemptContext,
    Outcome,
    abandoned,
    delivered,
    failed,
    interrupted,
    not_needed,
    not_repeated,
    parked,
    sign_in_refused,
    without_evidence,
)

__all__ = [
    "AttemptContext",
    "Outcome",
    "Signal",
    "abandoned",
    "delivered",
    "failed",
    "interrupted",
    "jittered",
    "not_needed",
    "not_repeated",
    "parked",
    "sign_in_refused",
    "with_retry_after",
    "without_evidence",
]
