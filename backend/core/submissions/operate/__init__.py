"""What an operator may do with a submission: cancel, retry, resolve, resume, send once more, write
notes, give it to somebody. Each is audited."""

from core.submissions.operate.assign import submission_assign
from core.submissions.operate.cancel import submission_cancel, submissions_cancel
from core.submissions.operate.erase import Erasure, submission_erase
from core.submissions.operate.hold import HeldSubmission, held_prepare, hold_each
from core.submissions.operate.notes import note_add, note_delete, note_edit
from core.submissions.operate.replay import SentAgain, replay_preview, submission_replay
from core.submissions.operate.resolve import Decision, step_resolve
from core.submissions.operate.resume import resume_check, submission_resume, submissions_resume
from core.submissions.operate.retry import submission_retry_now, submissions_retry_now

__all__ = [
    "Decision",
    "Erasure",
    "HeldSubmission",
    "SentAgain",
    "held_prepare",
    "hold_each",
    "note_add",
    "note_delete",
    "note_edit",
    "replay_preview",
    "resume_check",
    "step_resolve",
    "submission_assign",
    "submission_cancel",
    "submission_erase",
    "submission_replay",
    "submission_resume",
    "submission_retry_now",
    "submissions_cancel",
    "submissions_resume",
    "submissions_retry_now",
]
