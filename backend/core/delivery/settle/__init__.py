"""Write outcomes, release dependants, open and close gates."""

from core.delivery.settle.settlement import Settled, settle
from core.delivery.settle.with_retry import settle_with_retry, write_with_retry

__all__ = [
    "Settled",
    "settle",
    "settle_with_retry",
    "write_with_retry",
]
