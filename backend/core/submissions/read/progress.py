"""What is happening, in words for the person who submitted and the one who operates."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime

from core.submissions.models import StepRun, StepStatus, Submission, SubmissionStatus
from core.workflows.compile import step_done
from integrations.discovery import get_action
from waybill_definitions.languages import ENGLISH, fill, words_in

_IN_THE_WAY: list[str] = [
    StepStatus.UNKNOWN,
    StepStatus.FAILED,
    StepStatus.WAITING,
    StepStatus.READY,
    StepStatus.SENDING,
    StepStatus.CANCELLED,
    StepStatus.BLOCKED,
]
_NAMED = re.compile(r"\$\{\{\s*(subject|system|record)\s*\}\}")


def submission_title(submission: Submission) -> str:
    """What the submission is about, e.g. the company; its reference when nothing names it."""
    return submission.subject or submission.reference


def state_changed_at(submission: Submission) -> datetime:
    """When its state changed last; of long ago, the nearest to that which is known."""
    changed = submission.state.changed_at
    return changed if changed.year > 1970 else submission.finished_at or submission.created_at


def step_in_the_way(runs: Iterable[StepRun]) -> StepRun | None:
    """The one that keeps a submission from being delivered, None when nothing does.

    What a person must decide comes before what waits, and that before what waits for it.
    """
    undone = [run for run in runs if run.status in _IN_THE_WAY]
    return min(undone, key=lambda run: (_IN_THE_WAY.index(run.status), run.position), default=None)


def system_name(step_run: StepRun) -> str:
    return step_run.connection.name


def step_effect(step_run: StepRun) -> str | None:
    """The effect class of the step's action, None if this release does not know the action."""
    try:
        return str(get_action(step_run.connection.connector, step_run.step.action).effect)
    except KeyError:
        return None


def step_sentence(step_run: StepRun, language: str = ENGLISH) -> str:
    """One sentence for a step's present state."""
    words = words_in(language).progress.steps
    match step_run.status:
        case StepStatus.WAITING:
            return fill(words.waiting, {"reason": waiting_reason(step_run, language)})
        case StepStatus.SUCCEEDED:
            return _done(step_run, language)
        case StepStatus.SKIPPED if language == ENGLISH and step_run.error_message:
            return step_run.error_message  # which names the step that did not succeed
        case StepStatus.SKIPPED:
            return words.not_needed if step_run.not_needed else words.skipped
        case StepStatus.BLOCKED:
            sentence = words.blocked
        case StepStatus.READY:
            sentence = words.ready
        case StepStatus.SENDING:
            sentence = words.sending
        case StepStatus.UNKNOWN:
            sentence = words.unknown
        case StepStatus.CANCELLED:
            sentence = words.cancelled
        case _:
            sentence = words.failed
    return fill(sentence, {"system": system_name(step_run)})


def waiting_reason(step_run: StepRun, language: str = ENGLISH) -> str | None:
    """Why a waiting step waits, without the destination's own words; None when it does not wait."""
    words = words_in(language).progress.reasons
    if step_run.status == StepStatus.BLOCKED:
        return words.earlier
    if step_run.status != StepStatus.WAITING:
        return None
    match step_run.error_kind:
        case "rate_limited":
            sentence = words.rate_limited
        case "auth_failed":
            sentence = words.auth_failed
        case "outcome_unknown":
            sentence = words.outcome_unknown
        case "internal":
            sentence = words.internal
        case _:
            sentence = words.transient
    return fill(sentence, {"system": system_name(step_run)})


def headline(submission: Submission, language: str = ENGLISH) -> str:
    """The tracking page's first line."""
    words = words_in(language).progress.headlines
    match submission.status:
        case SubmissionStatus.SUCCEEDED:
            nothing = all(run.not_needed for run in submission.step_runs.all())
            sentence = words.not_needed if nothing else words.succeeded
        case SubmissionStatus.NEEDS_ATTENTION:
            sentence = words.needs_attention
        case SubmissionStatus.FAILED:
            sentence = words.failed
        case SubmissionStatus.CANCELLED:
            sentence = words.cancelled
        case _:
            sentence = words.on_its_way
    return fill(sentence, {"subject": submission_title(submission)})


def _sent_of(step_run: StepRun) -> Submission:
    """The submission whose answers it sent: one that takes up another brings along what is done."""
    submission, ended = step_run.submission, step_run.finished_at
    while submission.resumed_from and ended and ended <= submission.created_at:
        submission = submission.resumed_from
    return submission


def _done(step_run: StepRun, language: str) -> str:
    """The step's own words, or those of its action in this language, or a general sentence."""
    names = {
        "subject": submission_title(_sent_of(step_run)),
        "system": system_name(step_run),
        "record": step_run.record,
    }
    own = step_done(step_run.step, language)
    if own.strip():
        return _NAMED.sub(lambda named: names[named[1]], own)
    connector, action = step_run.connection.connector, step_run.step.action
    words = words_in(language)
    done = words.done.get(f"{connector}.{action}") or words.progress.steps.done
    if language == ENGLISH:
        with suppress(KeyError):  # delivered by a release that still knew the action
            done = get_action(connector, action).done
    return fill(done, names)
