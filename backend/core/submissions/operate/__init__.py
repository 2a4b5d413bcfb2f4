"""What an operator may do with a submission: cancel, retry, resolve, resume. Each is audited."""

from core.submissions.operate.cancel import submission_cancel
from core.submissions.operate.erase import Erasure, submission_erase
from core.submissions.operate.resolve import Decision, step_resolve
from core.submissions.operate.resume import resume_check, submission_resume
from core.submissions.operate.retry import submission_retry_now

__all__ = [
    "Decision",
    "Erasure",
    "resume_check",
    "step_resolve",
    "submission_cancel",
    "submission_erase",
    "submission_resume",
    "submission_retry_now",
]
