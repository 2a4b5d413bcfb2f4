"""From what was sent to a committed submission."""

from core.submissions.accept.accept import Accepted, submission_accept, submission_accept_at
from core.submissions.accept.batch import BATCH_MOST, Item, Result, submissions_accept
from core.submissions.accept.check import data_check, submission_make
from core.submissions.accept.order import places_behind, places_of

__all__ = [
    "BATCH_MOST",
    "Accepted",
    "Item",
    "Result",
    "data_check",
    "places_behind",
    "places_of",
    "submission_accept",
    "submission_accept_at",
    "submission_make",
    "submissions_accept",
]
