"""One try: sign the message, send it, say what it came to. Never raises."""

from __future__ import annotations

import asyncio
import time
from datetime import datetime

import structlog
from django.utils import timezone

from core.callbacks.claim import TIMEOUT_SECONDS
from core.callbacks.mail import Refused, mail_send
from core.callbacks.messages import Message
from core.callbacks.models import CallbackStatus, Channel
from core.callbacks.outcome import CallbackOutcome, accepted, answered, broke, failed
from core.connections.opening import egress_policy
from core.crypto.webhook_signatures import signed_headers
from core.delivery.claim import send_seconds, too_late_to_send
from core.tracing import Kind, TraceContext, span, trace_current
from integrations.sdk import AnswerLost, ConnectorError, Http, Network, Trace

log = structlog.get_logger(__name__)

_SHOWN_BYTES = 2048


def receivers_network() -> Network:
    """The network to send by, to be opened once for many tries."""
    return Network(egress_policy(), TIMEOUT_SECONDS, "The receiver")


async def callback_send(network: Network, message: Message) -> CallbackOutcome:
    """Try one claimed callback. Every failure becomes an outcome, defects of ours included."""
    accepted_in = TraceContext.from_bytes(message.claim.trace)
    with span("callback", Kind.CLIENT, parent=accepted_in, link=trace_current()) as sending:
        outcome = await _send(network, message)
        if sending is not None:
            sending.attributes.update(_told(message, outcome))
            if outcome.status is not CallbackStatus.SUCCEEDED:
                sending.error = outcome.status
    return outcome


def _told(message: Message, outcome: CallbackOutcome) -> dict[str, str | int]:
    claim = message.claim
    told: dict[str, str | int] = {
        "waybill.callback_id": str(claim.id),
        "waybill.try": claim.tries,
        "waybill.status": outcome.status,
    }
    if outcome.status_code is not None:
        told["http.response.status_code"] = outcome.status_code
    return told


async def _send(network: Network, message: Message) -> CallbackOutcome:
    claim, started_at, trace = message.claim, timezone.now(), Trace()
    trace.hide(*message.secrets)
    if not message.secrets and message.channel != Channel.EMAIL:
        return failed(claim, started_at, "The endpoint's secret cannot be opened. Rotate it.")
    if too_late_to_send(claim.taken):
        return broke(claim, started_at, "The worker stood still for too long to send this.")
    if message.channel == Channel.EMAIL:
        return await _mailed(message, started_at)
    try:
        async with asyncio.timeout(send_seconds(TIMEOUT_SECONDS)):
            answer = await Http(network, trace).request(
                "POST", message.url, body=message.body, headers=_headers(message), status_only=True
            )
    except (ConnectorError, AnswerLost) as error:
        return failed(claim, started_at, trace.redactor.message(error.message))
    except TimeoutError:
        seconds = round(TIMEOUT_SECONDS)
        return failed(claim, started_at, f"The receiver did not answer within {seconds} s.")
    except Exception as error:
        log.exception("callback broke", callback_id=str(claim.id))
        fault = type(error).__name__
        words = f"Waybill failed here ({fault}); the log has the details."
        return broke(claim, started_at, words)
    return answered(
        claim,
        started_at,
        status_code=answer.status,
        answer=_beginning(answer.body, trace),
        retry_after=answer.retry_after(),
    )


def _beginning(body: bytes, trace: Trace) -> str:
    """How an answer begins, for people: without the secrets that signed the message."""
    return trace.redactor.message(body[:_SHOWN_BYTES].decode("utf-8", "replace")).strip()


async def _mailed(message: Message, started_at: datetime) -> CallbackOutcome:
    claim = message.claim
    if not message.recipients:
        return failed(claim, started_at, "The organization has no owner. Name recipients.")
    try:
        async with asyncio.timeout(send_seconds(TIMEOUT_SECONDS)):
            await mail_send(message, timeout=TIMEOUT_SECONDS)
    except Refused as error:
        log.warning("alert not mailed", callback_id=str(claim.id), error=type(error).__name__)
        words = f"The mail server did not take the message ({type(error).__name__})."
        return failed(claim, started_at, words)
    return accepted(claim, started_at)


def _headers(message: Message) -> dict[str, str]:
    if message.channel != Channel.WEBHOOK:
        return {"Content-Type": "application/json"}
    return signed_headers(
        message_id=str(message.claim.id),
        timestamp=int(time.time()),
        body=message.body,
        keys=message.secrets,
    )
