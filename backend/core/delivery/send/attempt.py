"""One attempt: compute the input, call the connector, return the outcome. Never raises."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field, replace
from typing import Any

import structlog
from django.conf import settings

from core.delivery.claim import Claim, Plan, send_seconds, too_late_to_send
from core.delivery.outcome import (
    AttemptContext,
    Outcome,
    delivered,
    failed,
    interrupted,
    not_needed,
    not_repeated,
    parked,
    sign_in_refused,
    without_evidence,
)
from core.delivery.send.open_connectors import OpenConnectors
from core.delivery.send.payload import step_input
from core.delivery.send.redaction import outcome_redact
from core.failpoints import failpoint
from core.text.log_redaction import log_redact_with
from core.tracing import Kind, span
from integrations.sdk import (
    AuthFailed,
    ConnectFailed,
    ConnectorError,
    Effect,
    InvalidInput,
    OutcomeUnknown,
    Output,
    Reference,
    Trace,
    Transient,
)
from waybill_definitions.document import RetryPolicy
from waybill_definitions.expressions import MappingFailed

log = structlog.get_logger(__name__)


@dataclass(slots=True)
class Attempt:
    """What is known during one try. A look-up with a result ends ``in_doubt``."""

    claim: Claim
    plan: Plan
    trace: Trace = field(default_factory=Trace)
    began: float = field(default_factory=time.monotonic)
    in_doubt: bool = False

    def __post_init__(self) -> None:
        self.in_doubt = self.claim.in_doubt

    def require_lease(self) -> None:
        """Raise LeaseOver when it is too late to send."""
        if too_late_to_send(self.claim.taken):
            raise LeaseOver("The worker was suspended for too long to send this.")

    def context(self) -> AttemptContext:
        passed = time.monotonic() - self.began
        return AttemptContext(
            step_run_id=self.claim.step_run_id,
            fence=self.claim.fence,
            claimed_at=self.claim.claimed_at,
            failures=self.claim.failures,
            tries=self.claim.tries,
            effect=self.plan.effect,
            policy=self.plan.policy,
            in_doubt=self.in_doubt,
            look_up_in=max(0.0, self.plan.timeout - passed)
            + max(settings.WAYBILL_LOOKUP_GRACE_SECONDS, self.plan.search_lag),
            written=self.trace.written,
            request=self.trace.request,
            response=self.trace.response,
        )


async def attempt_send(claim: Claim, plan: Plan | None, connectors: OpenConnectors) -> Outcome:
    """Try one claimed step run. Every failure becomes an outcome, even our own defects.

    A stopping worker interrupts it by cancelling: that is an outcome too.
    """
    if plan is None:
        return _not_deliverable(claim)
    with span("send", Kind.CLIENT, parent=claim.traced) as sending:
        if sending is None:
            return await _send(claim, plan, connectors)
        claim.traced = sending.context
        outcome = await _send(claim, plan, connectors)
        sending.attributes.update(_told(claim, plan, outcome))
        sending.error = outcome.error_kind
    return outcome


async def _send(claim: Claim, plan: Plan, connectors: OpenConnectors) -> Outcome:
    current = Attempt(claim, plan)
    current.trace.parent = claim.traced.header if claim.traced else ""
    if plan.closed or claim.closed:
        return parked(current.context(), NotDeliverable(plan.closed or _closed(claim)))
    if claim.sensitive is not None:
        current.trace.hide_all(claim.sensitive.hidden, answers=True)
        log_redact_with(current.trace.redactor.message)
    outcome = await _attempt(current, connectors)
    try:
        return outcome_redact(outcome, claim, plan, current.trace)
    except Exception:
        # The outcome of the step is still known, and nothing unredacted may be kept.
        log.exception("record of an attempt dropped", step_run_id=str(claim.step_run_id))
        return without_evidence(outcome)


def _told(claim: Claim, plan: Plan, outcome: Outcome) -> dict[str, str | int]:
    """What its span says: ids and our own words, nothing that was sent or answered."""
    return {
        "waybill.step_run_id": str(claim.step_run_id),
        "waybill.connection_id": str(claim.connection_id),
        "waybill.connector": plan.connection.connector,
        "waybill.action": plan.action,
        "waybill.try": claim.tries,
        "waybill.outcome": outcome.attempt,
        "waybill.error_kind": outcome.error_kind,
    }


def attempt_not_begun(claim: Claim, plan: Plan | None) -> Outcome:
    """The outcome of an attempt that was cancelled before it began: nothing was sent."""
    if plan is None:
        return _not_deliverable(claim)
    current = Attempt(claim, plan)
    return interrupted(current.context(), _stopped(current), sent=False)


async def _attempt(current: Attempt, connectors: OpenConnectors) -> Outcome:
    claim, plan = current.claim, current.plan
    if _key_forgotten(current):
        return not_repeated(current.context(), _forgotten(current))
    try:
        # Each exchange has the step's timeout. An action with several exchanges gets more time, and
        # still ends well before its lease.
        async with asyncio.timeout(send_seconds(plan.timeout)):
            output, found = await _deliver(current, connectors)
    except ConnectorError as error:
        return await _judged(current, error, connectors)
    except NotNeeded:
        return not_needed(current.context(), plan.when)
    except Doubted:
        return not_repeated(current.context(), _doubted(current))
    except LeaseOver as error:
        return interrupted(current.context(), OutcomeUnknown(str(error)), sent=False)
    except asyncio.CancelledError:
        return interrupted(current.context(), _stopped(current), sent=current.trace.written)
    except TimeoutError:
        return await _judged(current, _timed_out(current), connectors)
    except Exception as error:
        log.exception("attempt broke", step_run_id=str(claim.step_run_id), action=plan.action)
        return failed(current.context(), _broke(error, current))
    failpoint("sent")
    return delivered(current.context(), output, found=found)


async def _judged(current: Attempt, error: ConnectorError, connectors: OpenConnectors) -> Outcome:
    """What a failure means for the step and for its connection.

    A refusal counts as a problem of this payload at first. Before it stops the whole connection,
    the connection's own test must confirm it; that test sends no payload.
    """
    try:
        if isinstance(error, AuthFailed):
            health = await connectors.health(current.plan)
            if health.refused:
                return sign_in_refused(current.context(), AuthFailed(health.message))
            return failed(current.context(), error)
        outcome = failed(current.context(), error)
        if outcome.signal.failed and not isinstance(error, ConnectFailed):
            health = await connectors.health(current.plan)
            if health.well:
                return replace(outcome, signal=replace(outcome.signal, failed=0, answered=1))
    except asyncio.CancelledError:
        return failed(current.context(), error)  # the worker stops, but the outcome is known
    return outcome


async def _deliver(current: Attempt, connectors: OpenConnectors) -> tuple[Output, bool]:
    claim, plan, trace = current.claim, current.plan, current.trace
    looks_first = current.in_doubt and plan.effect is Effect.READABLE
    if not looks_first:
        _require_needed(current)
    if current.in_doubt and plan.effect is Effect.BLIND:
        raise Doubted
    connector = await connectors.get(plan)
    current.require_lease()
    reference = Reference(key=str(claim.step_run_id), code=claim.reference)
    if looks_first:
        earlier = await connector.find(plan.action, reference, trace)
        if earlier is not None:
            return earlier, True
        current.in_doubt = False
        _require_needed(current)
    current.require_lease()
    return await connector.send(plan.action, _payload(current), reference, trace), False


def _require_needed(current: Attempt) -> None:
    """Raise NotNeeded if the step's condition is false, InvalidInput if it cannot be computed."""
    claim, condition = current.claim, current.plan.condition
    if condition is None:
        return
    try:
        needed = condition.compute(claim.context) if claim.needed is None else claim.needed
    except MappingFailed as error:
        raise InvalidInput(f"The step's condition (when) could not be computed. {error}") from error
    if not needed:
        raise NotNeeded


def _payload(current: Attempt) -> dict[str, Any]:
    claim = current.claim
    names = claim.sensitive.names if claim.sensitive else frozenset[str]()
    return step_input(current.plan.mapping, claim.context, names, current.trace)


def _closed(claim: Claim) -> str:
    return f"The sensitive answers of {claim.submission_reference} cannot be opened. {claim.closed}"


def _not_deliverable(claim: Claim) -> Outcome:
    """Nothing is sent. An earlier send stays in doubt if it was."""
    context = AttemptContext(
        step_run_id=claim.step_run_id,
        fence=claim.fence,
        claimed_at=claim.claimed_at,
        failures=claim.failures,
        tries=claim.tries,
        effect=Effect.BLIND,
        policy=RetryPolicy(),
        in_doubt=claim.in_doubt,
        look_up_in=0.0,
        written=False,
        request=None,
        response=None,
    )
    words = "This release of Waybill cannot deliver this step: the log names what it lacks."
    return failed(context, NotDeliverable(words))


class LeaseOver(Exception):
    """Another worker may hold the run now, so this worker must not send it."""


class NotNeeded(Exception):
    """The step's condition is false, so nothing is sent."""


class Doubted(Exception):
    """It may have been sent before, and nobody can be asked: so it is not sent."""


class NotDeliverable(Transient):
    """A defect of ours. It says nothing about the connection."""

    kind = "internal"


def _key_forgotten(current: Attempt) -> bool:
    window = current.plan.key_window
    keyed = current.plan.effect is Effect.KEYED
    in_doubt = current.in_doubt and keyed and window is not None
    return in_doubt and current.claim.key_age + current.plan.timeout > (window or 0.0)


def _forgotten(current: Attempt) -> OutcomeUnknown:
    system = current.plan.connection.name
    return OutcomeUnknown(
        f"An earlier send may have arrived, and {system} has forgotten its idempotency key by now,"
        " so it was not sent again. Look for the reference there."
    )


def _doubted(current: Attempt) -> OutcomeUnknown:
    system = current.plan.connection.name
    return OutcomeUnknown(
        f"It may have been sent before Waybill was restored from a backup, and {system} cannot be"
        " asked, so it was not sent again. Look for the reference there."
    )


def _stopped(current: Attempt) -> OutcomeUnknown:
    return OutcomeUnknown(
        f"The worker was stopped before {current.plan.connection.name} answered."
        " It may have been done there."
    )


def _timed_out(current: Attempt) -> ConnectorError:
    system, seconds = current.plan.connection.name, current.plan.timeout
    if not current.trace.written:
        return Transient(f"{system} could not be reached within {seconds:.0f} s.")
    return OutcomeUnknown(f"{system} did not answer within {seconds:.0f} s.")


def _broke(error: Exception, current: Attempt) -> ConnectorError:
    """A defect of ours. Nothing was done if no request that writes was sent."""
    fault = type(error).__name__
    words = f"Waybill failed here ({fault}); the log has the details."
    return OutcomeUnknown(words) if current.trace.written else NotDeliverable(words)
