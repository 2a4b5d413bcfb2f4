from core.submissions.models.attempts import Attempt, AttemptOutcome
from core.submissions.models.confirmations import Confirmation
from core.submissions.models.events import OPERATORS_ONLY, Event, EventKind
from core.submissions.models.form_counts import FormCount
from core.submissions.models.handling import NOTE_MOST, Assignment, Note, Replay
from core.submissions.models.states import RESUMABLE, StepStatus, SubmissionStatus
from core.submissions.models.step_runs import DUE, IN_TROUBLE, StepRun
from core.submissions.models.submissions import (
    IdempotencyKey,
    Source,
    Submission,
    SubmissionState,
)
from core.submissions.models.uploads import Upload

__all__ = [
    "DUE",
    "IN_TROUBLE",
    "NOTE_MOST",
    "OPERATORS_ONLY",
    "RESUMABLE",
    "Assignment",
    "Attempt",
    "AttemptOutcome",
    "Confirmation",
    "Event",
    "EventKind",
    "FormCount",
    "IdempotencyKey",
    "Note",
    "Replay",
    "Source",
    "StepRun",
    "StepStatus",
    "Submission",
    "SubmissionState",
    "SubmissionStatus",
    "Upload",
]
