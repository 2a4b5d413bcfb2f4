"""What is happening, in words for the person who submitted and the one who operates."""

from __future__ import annotations

import re

from core.submissions.models import StepRun, StepStatus, Submission, SubmissionStatus
from integrations.discovery import get_action

_REASONS = {
    "transient": "{system} could not take it",
    "rate_limited": "{system} is busy",
    "auth_failed": "{system} refused our sign-in",
    "outcome_unknown": "{system} did not confirm",
    "internal": "Something failed on our side",
}


_NAMED = re.compile(r"\$\{\{\s*(subject|system|record)\s*\}\}")


def submission_title(submission: Submission) -> str:
    """What the submission is about, e.g. the company; its reference when nothing names it."""
    return submission.subject or submission.reference


def system_name(step_run: StepRun) -> str:
    return step_run.connection.name


def step_effect(step_run: StepRun) -> str | None:
    """The effect class of the step's action, None if this release does not know the action."""
    try:
        return str(get_action(step_run.connection.connector, step_run.step.action).effect)
    except KeyError:
        return None


def step_sentence(step_run: StepRun) -> str:
    """One sentence for a step's present state."""
    system = system_name(step_run)
    match step_run.status:
        case StepStatus.BLOCKED:
            return "Starts when the steps before it are done."
        case StepStatus.READY:
            return "Next in line."
        case StepStatus.SENDING:
            return f"Sending to {system} now."
        case StepStatus.WAITING:
            return f"{waiting_reason(step_run)}. We will try again."
        case StepStatus.SUCCEEDED:
            return _done(step_run)
        case StepStatus.UNKNOWN:
            return f"{system} did not confirm. A person is checking before anything is sent again."
        case StepStatus.SKIPPED:
            return step_run.error_message
        case StepStatus.CANCELLED:
            return "Cancelled."
        case _:
            return f"{system} did not take this. The team that runs this form can see why."


def waiting_reason(step_run: StepRun) -> str | None:
    """Why a waiting step waits, without the destination's own words; None when it does not wait."""
    if step_run.status == StepStatus.BLOCKED:
        return "Waits for an earlier step"
    if step_run.status != StepStatus.WAITING:
        return None
    words = _REASONS.get(step_run.error_kind, _REASONS["transient"])
    return words.format(system=system_name(step_run))


def headline(submission: Submission) -> str:
    """The tracking page's first line."""
    title = submission_title(submission)
    match submission.status:
        case SubmissionStatus.SUCCEEDED:
            if all(run.not_needed for run in submission.step_runs.all()):
                return f"{title}: received. Nothing had to be sent."
            return f"{title}: everything has arrived."
        case SubmissionStatus.NEEDS_ATTENTION:
            return f"{title}: one step needs a person to look."
        case SubmissionStatus.FAILED:
            return f"{title}: a step could not be completed."
        case SubmissionStatus.CANCELLED:
            return f"{title}: cancelled."
        case _:
            return f"{title}: received, and on its way."


def _done(step_run: StepRun) -> str:
    """The step's own words, or those of its action."""
    names = {
        "subject": submission_title(step_run.submission),
        "system": system_name(step_run),
        "record": step_run.record,
    }
    if step_run.step.done.strip():
        return _NAMED.sub(lambda named: names[named[1]], step_run.step.done)
    try:
        done = get_action(step_run.connection.connector, step_run.step.action).done
    except KeyError:
        done = "Done in {system}."  # delivered by a release that still knew the action
    return done.format_map(names)
