"""From what was sent to a committed submission: command, check, order, insert, outcome."""

from core.submissions.accept.accept import (
    submission_accept,
    submission_accept_at,
    submissions_accept,
)
from core.submissions.accept.check import (
    answers_clean,
    answers_taken,
    data_check,
    steps_take,
    submission_make,
)
from core.submissions.accept.command import BATCH_MOST, Item
from core.submissions.accept.idempotency import canonical_hash, in_progress, key_reused
from core.submissions.accept.judge import Judged, answers_judge
from core.submissions.accept.opening import form_state_now, opening_require
from core.submissions.accept.order import Place, places_behind, places_of
from core.submissions.accept.outcome import Accepted, Result

__all__ = [
    "BATCH_MOST",
    "Accepted",
    "Item",
    "Judged",
    "Place",
    "Result",
    "answers_clean",
    "answers_judge",
    "answers_taken",
    "canonical_hash",
    "data_check",
    "form_state_now",
    "in_progress",
    "key_reused",
    "opening_require",
    "places_behind",
    "places_of",
    "steps_take",
    "submission_accept",
    "submission_accept_at",
    "submission_make",
    "submissions_accept",
]
