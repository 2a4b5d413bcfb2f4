"""How step runs move each other and their submission, and who is told."""

from core.submissions.state.acceptance_facts import ACCEPTED_FACTS, acceptances_note
from core.submissions.state.change_announcer import TIMEOUT_SECONDS, Announcer, channel
from core.submissions.state.due_notifications import CHANNEL, notice_read, notify_due
from core.submissions.state.event_log import (
    event_log_submission,
    events_log_steps,
    events_log_submissions,
)
from core.submissions.state.ordering import Line, ordering_lock
from core.submissions.state.propagation import (
    DELIVER_WITHIN,
    Due,
    lock_lines,
    lock_submissions,
    refresh_statuses,
    runs_ended,
)

__all__ = [
    "ACCEPTED_FACTS",
    "CHANNEL",
    "DELIVER_WITHIN",
    "TIMEOUT_SECONDS",
    "Announcer",
    "Due",
    "Line",
    "acceptances_note",
    "channel",
    "event_log_submission",
    "events_log_steps",
    "events_log_submissions",
    "lock_lines",
    "lock_submissions",
    "notice_read",
    "notify_due",
    "ordering_lock",
    "refresh_statuses",
    "runs_ended",
]
