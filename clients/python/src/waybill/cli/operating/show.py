from __future__ import annotations

import json as json_text

from waybill.api.models.attempt_out import AttemptOut
from waybill.api.models.step_run_out import StepRunOut
from waybill.api.models.submission_detail_out import SubmissionDetailOut
from waybill.cli.operating.follow import SubmissionName
from waybill.cli.operating.named import submission_named
from waybill.cli.operating.statuses import status_style
from waybill.cli.profiles import ProfileOption, signed_in
from waybill.cli.terminal import JsonOption, Output


def show(name: SubmissionName, profile: ProfileOption = None, json: JsonOption = False) -> None:
    """Show a submission: its answers, its steps and every attempt.

    Sensitive answers are masked. `--json` has the redacted request and answer of each attempt, too.

    Examples:

      waybill show WB-7K3M9QXD01
    """
    out = Output(json_lines=json)
    with signed_in(profile) as waybill:
        state = waybill.submission(submission_named(waybill, name))
    out.record(state.to_dict())
    print_submission(state, out)


def print_submission(state: SubmissionDetailOut, out: Output) -> None:
    """For people and pipes."""
    out.line(f"{state.reference}  {state.status}", status_style(state.status))
    out.facts(
        {
            "Id": state.id,
            "Workflow": f"{state.workflow.slug}, version {state.version}",
            "About": state.title,
            "Accepted": out.time(state.created_at),
            "Ended": out.time(state.finished_at),
            "Problem": state.problem,
            "Tracking page": state.tracking_url,
            "Taken up from": state.resumed_from.reference if state.resumed_from else None,
            "Taken up as": state.resumed_as.reference if state.resumed_as else None,
        }
    )
    out.line()
    for key, value in state.data.to_dict().items():
        out.line(f"{key} = {json_text.dumps(value, ensure_ascii=False)}")
    for step in state.steps:
        _print_step(step, out)


def _print_step(step: StepRunOut, out: Output) -> None:
    out.line()
    out.line(f"{step.position}. {step.title}  {step.status}", status_style(step.status))
    out.line(f"   {step.sentence}")
    if step.record:
        out.line(f"   Record: {step.record} {step.record_url or ''}".rstrip())
    for attempt in step.attempts:
        out.line(f"   {_attempt_line(attempt, out.time(attempt.started_at))}")


def _attempt_line(attempt: AttemptOut, began: str) -> str:
    took = "" if attempt.duration_ms is None else f", {attempt.duration_ms} ms"
    said = f": {attempt.message}" if attempt.message else ""
    return f"try {attempt.number}, {began}{took}, {attempt.outcome}{said}"
