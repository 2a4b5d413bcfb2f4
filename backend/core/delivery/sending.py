"""One attempt: compute the input, call the connector, say what it came to. Never raises."""

from __future__ import annotations

import asyncio

import structlog

from core.delivery.claims import LEASE_GRACE_SECONDS, Claim
from core.delivery.open_connectors import OpenConnectors
from core.delivery.outcomes import Outcome, Tried, delivered, failed
from core.delivery.plans import Plan
from core.delivery.retry import RetryPolicy
from core.workflows.mapping import MappingFailed, mapping_compute
from integrations.sdk import (
    ConnectorError,
    Effect,
    InvalidInput,
    OutcomeUnknown,
    Output,
    Reference,
    Trace,
    Transient,
)

log = structlog.get_logger(__name__)

_MORE_EXCHANGES_SECONDS = LEASE_GRACE_SECONDS / 2
"""The step's timeout is each exchange's own; an action of several has this much longer,
and still ends well before its lease does."""


async def attempt(claim: Claim, plan: Plan | None, connectors: OpenConnectors) -> Outcome:
    """Try one claimed step run. Every failure becomes an outcome, defects of ours included."""
    if plan is None:
        return _not_deliverable(claim)
    trace = Trace()
    looking = claim.in_doubt and plan.effect is Effect.READABLE
    try:
        async with asyncio.timeout(plan.timeout + _MORE_EXCHANGES_SECONDS):
            output, found = await _deliver(claim, plan, connectors, trace, looking=looking)
    except ConnectorError as error:
        return failed(_tried(claim, plan, trace), error, looking=_open_question(looking, error))
    except TimeoutError:
        return failed(_tried(claim, plan, trace), _timed_out(plan, trace), looking=looking)
    except Exception as error:
        log.exception("attempt broke", step_run_id=str(claim.step_run_id), action=plan.action)
        return failed(_tried(claim, plan, trace), _broke(error, trace), looking=looking)
    return delivered(_tried(claim, plan, trace), output, found=found)


async def _deliver(
    claim: Claim, plan: Plan, connectors: OpenConnectors, trace: Trace, *, looking: bool
) -> tuple[Output, bool]:
    connector = await connectors.get(plan)
    reference = Reference(key=str(claim.step_run_id), code=claim.reference)
    if looking:
        earlier = await connector.find(plan.action, reference, trace)
        if earlier is not None:
            return earlier, True
    return await connector.send(plan.action, _payload(claim, plan), reference, trace), False


def _payload(claim: Claim, plan: Plan) -> dict[str, object]:
    context = {
        "input": claim.data,
        "steps": claim.outputs,
        "submission": {"id": str(claim.submission_id), "reference": claim.submission_reference},
    }
    try:
        payload: dict[str, object] = mapping_compute(plan.mapping, context)
    except MappingFailed as error:
        raise InvalidInput(f"The step's input could not be computed. {error}") from error
    return payload


def _tried(claim: Claim, plan: Plan, trace: Trace) -> Tried:
    return Tried(
        step_run_id=claim.step_run_id,
        fence=claim.fence,
        tries=claim.tries,
        effect=plan.effect,
        policy=plan.policy,
        request=trace.request,
        response=trace.response,
    )


def _not_deliverable(claim: Claim) -> Outcome:
    """Nothing is sent; what an earlier attempt sent stays as open as it was."""
    tried = Tried(
        step_run_id=claim.step_run_id,
        fence=claim.fence,
        tries=claim.tries,
        effect=Effect.BLIND,
        policy=RetryPolicy(),
        request=None,
        response=None,
    )
    words = "This release of Waybill cannot deliver this step: the log names what it lacks."
    return failed(tried, Transient(words), looking=claim.in_doubt)


def _open_question(looking: bool, error: ConnectorError) -> bool:
    """A failed look-up leaves the earlier send in doubt; a refused input was never sent."""
    return looking and not isinstance(error, InvalidInput)


def _timed_out(plan: Plan, trace: Trace) -> ConnectorError:
    system = plan.connection.name
    if not trace.exchanges:
        return Transient(f"{system} could not be reached within {plan.timeout:.0f} s.")
    return OutcomeUnknown(f"{system} did not answer within {plan.timeout:.0f} s.")


def _broke(error: Exception, trace: Trace) -> ConnectorError:
    """A defect of ours: nothing was sent if nothing was traced, else the outcome is open."""
    words = f"Waybill failed here ({type(error).__name__}); the log has the details."
    return OutcomeUnknown(words) if trace.exchanges else Transient(words)
