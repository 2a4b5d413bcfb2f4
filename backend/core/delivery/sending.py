"""One attempt: compute the input, call the connector, say what it came to. Never raises."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field

import structlog
from django.conf import settings

from core.delivery.claims import Claim
from core.delivery.discretion import discreet
from core.delivery.open_connectors import OpenConnectors
from core.delivery.outcomes import (
    Outcome,
    Tried,
    delivered,
    failed,
    interrupted,
    key_expired,
    parked,
)
from core.delivery.plans import Plan
from core.delivery.retry import RetryPolicy
from core.kit.failpoints import failpoint
from core.kit.hushing import hush_with
from core.workflows.mapping import MappingFailed, expression_names
from integrations.sdk import (
    ConnectorError,
    Effect,
    Hidden,
    InvalidInput,
    OutcomeUnknown,
    Output,
    Reference,
    Trace,
    Transient,
)

log = structlog.get_logger(__name__)


@dataclass(slots=True)
class Attempt:
    """What is known while one try goes on. ``in_doubt`` ends when a look-up told."""

    claim: Claim
    plan: Plan
    trace: Trace = field(default_factory=Trace)
    began: float = field(default_factory=time.monotonic)
    in_doubt: bool = False

    def __post_init__(self) -> None:
        self.in_doubt = self.claim.in_doubt

    @property
    def late(self) -> bool:
        """Whether too much of the lease is over to send: its holder stood still meanwhile.

        An attempt takes at most its timeout and half of the grace, so one that begins within the
        other half has ended when somebody else may take the run over.
        """
        return time.monotonic() - self.claim.taken > settings.WAYBILL_LEASE_GRACE_SECONDS / 2

    def require_lease(self) -> None:
        """Raise LeaseOver when it is too late to send."""
        if self.late:
            raise LeaseOver("The worker stood still for too long to send this.")

    def tried(self) -> Tried:
        passed = time.monotonic() - self.began
        return Tried(
            step_run_id=self.claim.step_run_id,
            fence=self.claim.fence,
            claimed_at=self.claim.claimed_at,
            failures=self.claim.failures,
            effect=self.plan.effect,
            policy=self.plan.policy,
            in_doubt=self.in_doubt,
            look_up_in=max(0.0, self.plan.timeout - passed) + settings.WAYBILL_LOOKUP_GRACE_SECONDS,
            request=self.trace.request,
            response=self.trace.response,
        )


async def attempt(claim: Claim, plan: Plan | None, connectors: OpenConnectors) -> Outcome:
    """Try one claimed step run. Every failure becomes an outcome, defects of ours included.

    Cancelling it is how a stopping worker interrupts it: that too is an outcome.
    """
    if plan is None:
        return _not_deliverable(claim)
    trying = Attempt(claim, plan)
    if plan.closed or claim.closed:
        return parked(trying.tried(), NotDeliverable(plan.closed or _closed(claim)))
    if claim.sensitive is not None:
        trying.trace.hide_all(claim.sensitive.hidden, answers=True)
        hush_with(trying.trace.redactor.message)
    return discreet(await _attempt(trying, connectors), claim, plan, trying.trace)


async def _attempt(trying: Attempt, connectors: OpenConnectors) -> Outcome:
    claim, plan = trying.claim, trying.plan
    if _key_forgotten(trying):
        return key_expired(trying.tried(), _forgotten(trying))
    try:
        # Each exchange has the step's timeout; an action of several has this much longer,
        # and still ends well before its lease does.
        more = settings.WAYBILL_LEASE_GRACE_SECONDS / 2
        async with asyncio.timeout(plan.timeout + more):
            output, found = await _deliver(trying, connectors)
    except ConnectorError as error:
        return failed(trying.tried(), error)
    except LeaseOver as error:
        return interrupted(trying.tried(), OutcomeUnknown(str(error)), sent=False)
    except asyncio.CancelledError:
        return interrupted(trying.tried(), _stopped(trying), sent=bool(trying.trace.exchanges))
    except TimeoutError:
        return failed(trying.tried(), _timed_out(trying))
    except Exception as error:
        log.exception("attempt broke", step_run_id=str(claim.step_run_id), action=plan.action)
        return failed(trying.tried(), _broke(error, trying))
    failpoint("sent")
    return delivered(trying.tried(), output, found=found)


async def _deliver(trying: Attempt, connectors: OpenConnectors) -> tuple[Output, bool]:
    claim, plan, trace = trying.claim, trying.plan, trying.trace
    connector = await connectors.get(plan)
    trying.require_lease()
    reference = Reference(key=str(claim.step_run_id), code=claim.reference)
    if trying.in_doubt and plan.effect is Effect.READABLE:
        earlier = await connector.find(plan.action, reference, trace)
        if earlier is not None:
            return earlier, True
        trying.in_doubt = False
    trying.require_lease()
    return await connector.send(plan.action, _payload(trying), reference, trace), False


def _payload(trying: Attempt) -> dict[str, object]:
    claim = trying.claim
    context = {
        "input": claim.data,
        "steps": claim.outputs,
        "submission": {"id": str(claim.submission_id), "reference": claim.submission_reference},
    }
    sensitive = claim.sensitive
    computed: list[object] = []

    def note(expression: str, result: object) -> None:
        if sensitive and expression_names(expression, sensitive.names) and _is_plain(result):
            computed.append(result)

    try:
        payload: dict[str, object] = trying.plan.mapping.compute(
            context, note if sensitive else None
        )
    except MappingFailed as error:
        raise InvalidInput(f"The step's input could not be computed. {error}") from error
    if computed:
        # A part of a sensitive answer, or what it is turned into, is as sensitive.
        trying.trace.hide_all(Hidden(computed), answers=True)
    return payload


def _is_plain(value: object) -> bool:
    return isinstance(value, str | int | float) and not isinstance(value, bool)


def _closed(claim: Claim) -> str:
    return f"The sensitive answers of {claim.submission_reference} cannot be opened. {claim.closed}"


def _not_deliverable(claim: Claim) -> Outcome:
    """Nothing is sent; what an earlier attempt sent stays as open as it was."""
    tried = Tried(
        step_run_id=claim.step_run_id,
        fence=claim.fence,
        claimed_at=claim.claimed_at,
        failures=claim.failures,
        effect=Effect.BLIND,
        policy=RetryPolicy(),
        in_doubt=claim.in_doubt,
        look_up_in=0.0,
        request=None,
        response=None,
    )
    words = "This release of Waybill cannot deliver this step: the log names what it lacks."
    return failed(tried, NotDeliverable(words))


class LeaseOver(Exception):
    """Somebody else may hold the run by now, so this worker must not send it."""


class NotDeliverable(Transient):
    """The fault is ours, so it says nothing about the connection."""

    kind = "internal"


def _key_forgotten(trying: Attempt) -> bool:
    window = trying.plan.key_window
    keyed = trying.plan.effect is Effect.KEYED
    in_doubt = trying.in_doubt and keyed and window is not None
    return in_doubt and trying.claim.key_age + trying.plan.timeout > (window or 0.0)


def _forgotten(trying: Attempt) -> OutcomeUnknown:
    system = trying.plan.connection.name
    return OutcomeUnknown(
        f"An earlier send may have arrived, and {system} has forgotten its idempotency key by now,"
        " so it was not sent again. Look for the reference there."
    )


def _stopped(trying: Attempt) -> OutcomeUnknown:
    return OutcomeUnknown(
        f"The worker was stopped before {trying.plan.connection.name} answered."
        " It may have been done there."
    )


def _timed_out(trying: Attempt) -> ConnectorError:
    system, seconds = trying.plan.connection.name, trying.plan.timeout
    if not trying.trace.exchanges:
        return Transient(f"{system} could not be reached within {seconds:.0f} s.")
    return OutcomeUnknown(f"{system} did not answer within {seconds:.0f} s.")


def _broke(error: Exception, trying: Attempt) -> ConnectorError:
    """A defect of ours: nothing was sent if nothing was traced, else the outcome is open."""
    words = f"Waybill failed here ({type(error).__name__}); the log has the details."
    return OutcomeUnknown(words) if trying.trace.exchanges else NotDeliverable(words)
