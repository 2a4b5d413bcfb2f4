"""A submission's events, one line each, until nothing more happens by itself."""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from waybill import Waybill
from waybill.api.models.event_out import EventOut
from waybill.api.models.step_run_out import StepRunOut
from waybill.api.models.submission_detail_out import SubmissionDetailOut
from waybill.cli.operating.statuses import status_style
from waybill.cli.problems import Exit
from waybill.cli.terminal import Output, note

_STANDS = "needs_attention"
_WORDS = {
    "step.succeeded": "delivered",
    "step.found": "found at the destination",
    "step.waiting": "will be tried again",
    "step.failed": "failed",
    "step.unknown": "outcome not known",
    "step.skipped": "skipped",
    "step.cancelled": "cancelled",
    "step.resolved": "resolved by a person",
    "step.retry_requested": "retry requested",
    "submission.accepted": "accepted",
    "submission.succeeded": "everything delivered",
    "submission.failed": "could not be completed",
    "submission.needs_attention": "needs a person",
    "submission.cancelled": "cancelled",
    "submission.resumed": "taken up again",
}
_SHOWN_FACTS = ("record", "error_kind", "attempt", "seconds")


def follow_to_the_end(waybill: Waybill, submission_id: uuid.UUID, out: Output) -> int:
    """Print each event as it comes. Returns the exit code of the outcome.

    Ends when the submission has ended, or waits for a person.
    """
    state = waybill.submission(submission_id)
    try:
        for seen in waybill.follow(submission_id):
            if isinstance(seen, SubmissionDetailOut):
                state = seen
                if state.status == _STANDS:
                    break
            else:
                _print(seen, {step.position: step for step in state.steps}, out)
    except KeyboardInterrupt:
        note("\nYou no longer follow it; it goes on by itself.")
        raise
    return _outcome(state)


def _print(event: EventOut, steps: Mapping[int, StepRunOut], out: Output) -> None:
    out.record(event.to_dict())
    detail = event.detail.to_dict()
    step = steps.get(detail.get("step", -1))
    what = _WORDS.get(event.kind, event.kind)
    facts = [f"{name} {detail[name]}" for name in _SHOWN_FACTS if detail.get(name)]
    about = f"{step.title}: " if step else ""
    told = f" ({', '.join(facts)})" if facts else ""
    ending = event.kind.rpartition(".")[2]
    out.line(f"{out.time(event.at)}  {about}{what}{told}", status_style(ending))


def _outcome(state: SubmissionDetailOut) -> int:
    if state.status == "succeeded":
        return Exit.DONE
    problem = state.problem or "see its steps."
    note(f"{state.reference} {str(state.status).replace('_', ' ')}: {problem}")
    note(f"See every attempt with: waybill show {state.reference}")
    return Exit.FAILED
