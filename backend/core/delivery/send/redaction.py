"""Keeps credentials and sensitive answers out of an attempt's record."""

from __future__ import annotations

from dataclasses import replace

from core.delivery.claim import Claim, Plan
from core.delivery.outcome import Outcome
from integrations.sdk import Trace


def outcome_redact(outcome: Outcome, claim: Claim, plan: Plan, trace: Trace) -> Outcome:
    """The outcome with all credentials and sensitive values redacted.

    An output with sensitive values is also kept whole, sealed.
    """
    redactor, sensitive = trace.redactor, claim.sensitive
    record, record_url = redactor.text(outcome.record), redactor.text(outcome.record_url)
    if sensitive is None and not redactor.found:
        return outcome
    output = outcome.output
    if output is not None:
        redacted = redactor.values(output)
        if sensitive is not None and redacted != redactor.values(output, answers=False):
            full = redactor.values(output, answers=False)
            output = sensitive.output(plan.step_key, redacted, full)
        else:
            output = redacted
    return replace(
        outcome,
        record=record,
        record_url=record_url,
        output=output,
        message=redactor.message(outcome.message),
        request=redactor.values(outcome.request),
        response=redactor.values(outcome.response),
        signal=replace(outcome.signal, refused=redactor.message(outcome.signal.refused)),
    )
