"""What is shown of submissions, and to whom."""

from core.submissions.read.access_log import submission_was_read, submission_was_watched
from core.submissions.read.change_watch import Watch, latest_events
from core.submissions.read.progress import (
    headline,
    step_effect,
    step_sentence,
    submission_title,
    system_name,
    waiting_reason,
)
from core.submissions.read.search import FOUND, NOT_FOUND
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
    "FOUND",
    "NOT_FOUND",
    "Watch",
    "attempts_of",
    "events_after",
    "headline",
    "latest_events",
    "notes_of",
    "step_ahead",
    "step_effect",
    "step_sentence",
    "submission_by_token",
    "submission_get",
    "submission_page",
    "submission_title",
    "submission_was_read",
    "submission_was_watched",
    "submissions_whole",
    "system_name",
    "token_url",
    "tracking_token",
    "tracking_url",
    "waiting_reason",
    "workflow_submissions_count",
]
