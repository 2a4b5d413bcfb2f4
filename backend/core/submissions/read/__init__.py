"""What is shown of submissions, and to whom."""

from core.submissions.read.access_log import submission_was_read, submission_was_watched
from core.submissions.read.candidates import COUNTED, Counted, submission_count
from core.submissions.read.change_watch import Watch, latest_events
from core.submissions.read.filters import Moment, SubmissionFilter, Within, submissions_matching
from core.submissions.read.orders import Sort
from core.submissions.read.progress import (
    headline,
    state_changed_at,
    step_effect,
    step_in_the_way,
    step_sentence,
    submission_title,
    system_name,
    waiting_reason,
)
from core.submissions.read.search import FOUND, FOUND_AT_MOST, FOUND_WITHOUT_END, NOT_FOUND
from core.submissions.read.selectors import (
    attempts_of,
    events_after,
    notes_of,
    step_ahead,
    submission_by_token,
    submission_get,
    submission_page,
    submissions_whole,
    workflow_submissions_count,
)
from core.submissions.read.tracking_links import token_url, tracking_token, tracking_url

__all__ = [
    "COUNTED",
    "FOUND",
    "FOUND_AT_MOST",
    "FOUND_WITHOUT_END",
    "NOT_FOUND",
    "Counted",
    "Moment",
    "Sort",
    "SubmissionFilter",
    "Watch",
    "Within",
    "attempts_of",
    "events_after",
    "headline",
    "latest_events",
    "notes_of",
    "state_changed_at",
    "step_ahead",
    "step_effect",
    "step_in_the_way",
    "step_sentence",
    "submission_by_token",
    "submission_count",
    "submission_get",
    "submission_page",
    "submission_title",
    "submission_was_read",
    "submission_was_watched",
    "submissions_matching",
    "submissions_whole",
    "system_name",
    "token_url",
    "tracking_token",
    "tracking_url",
    "waiting_reason",
    "workflow_submissions_count",
]
