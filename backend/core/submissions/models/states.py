"""The state machines of step runs and submissions: what may follow what.

PostgreSQL enforces the same tables by trigger (`submissions.0009`, `0008`); a test compares
the two.
"""

from __future__ import annotations

from typing import Final

from django.db import models


class StepStatus(models.TextChoices):
    BLOCKED = "blocked", "Blocked"
    READY = "ready", "Ready"
    SENDING = "sending", "Sending"
    WAITING = "waiting", "Waiting"
    SUCCEEDED = "succeeded", "Succeeded"
    FAILED = "failed", "Failed"
    UNKNOWN = "unknown", "Unknown"
    SKIPPED = "skipped", "Skipped"
    CANCELLED = "cancelled", "Cancelled"


class SubmissionStatus(models.TextChoices):
    ACCEPTED = "accepted", "Accepted"
    DELIVERING = "delivering", "Delivering"
    SUCCEEDED = "succeeded", "Succeeded"
    NEEDS_ATTENTION = "needs_attention", "Needs attention"
    FAILED = "failed", "Failed"
    CANCELLED = "cancelled", "Cancelled"


RESUMABLE: Final = (SubmissionStatus.FAILED, SubmissionStatus.CANCELLED)
"""What ended so can go on as another submission."""

_S = StepStatus

STEP_TRANSITIONS: Final[dict[StepStatus, frozenset[StepStatus]]] = {
    _S.BLOCKED: frozenset({_S.READY, _S.SKIPPED, _S.CANCELLED}),
    _S.READY: frozenset({_S.SENDING, _S.FAILED, _S.UNKNOWN, _S.CANCELLED}),
    _S.SENDING: frozenset({_S.SUCCEEDED, _S.FAILED, _S.UNKNOWN, _S.WAITING, _S.READY, _S.SKIPPED}),
    _S.WAITING: frozenset({_S.SENDING, _S.READY, _S.FAILED, _S.UNKNOWN, _S.CANCELLED}),
    _S.UNKNOWN: frozenset({_S.SUCCEEDED, _S.READY, _S.FAILED}),
    _S.SUCCEEDED: frozenset(),
    _S.FAILED: frozenset(),
    _S.SKIPPED: frozenset(),
    _S.CANCELLED: frozenset(),
}

_T = SubmissionStatus

SUBMISSION_TRANSITIONS: Final[dict[SubmissionStatus, frozenset[SubmissionStatus]]] = {
    _T.ACCEPTED: frozenset(set(_T) - {_T.ACCEPTED}),
    _T.DELIVERING: frozenset({_T.NEEDS_ATTENTION, _T.SUCCEEDED, _T.FAILED, _T.CANCELLED}),
    _T.NEEDS_ATTENTION: frozenset({_T.DELIVERING, _T.SUCCEEDED, _T.FAILED, _T.CANCELLED}),
    _T.SUCCEEDED: frozenset(),
    _T.FAILED: frozenset(),
    _T.CANCELLED: frozenset(),
}

STEP_STARTS: Final = frozenset({_S.BLOCKED, _S.READY, _S.SUCCEEDED})
"""How a step run may begin: the last for what a resumed submission brings along as done."""

STEP_ENDS: Final = frozenset(state for state, after in STEP_TRANSITIONS.items() if not after)
SUBMISSION_ENDS: Final = frozenset(
    state for state, after in SUBMISSION_TRANSITIONS.items() if not after
)
