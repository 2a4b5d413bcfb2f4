"""The callbacks' delivery: claim, sign, send concurrently, settle each as it ends.

A receiver that hangs keeps its own few sends waiting; claims and settlements for the others go on.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass

import structlog
from asgiref.sync import sync_to_async
from django.utils import timezone

from core.callbacks.claim import CallbackClaim, callbacks_claim, callbacks_give_back
from core.callbacks.endpoints import endpoint_secrets
from core.callbacks.messages import message_body, message_data
from core.callbacks.models import CallbackEndpoint
from core.callbacks.settle import Answered, callbacks_settle
from core.connections.opening import egress_policy
from core.crypto.encryption import SealBroken
from core.crypto.webhook_signatures import signed_headers
from integrations.sdk import AnswerLost, ConnectorError, Http, Network, Trace

log = structlog.get_logger(__name__)

TIMEOUT_SECONDS = 15.0
IN_FLIGHT = 64
_GATHER_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Message:
    """A claim with everything that is needed to send it."""

    claim: CallbackClaim
    url: str
    body: bytes
    secrets: list[str]


@dataclass(slots=True)
class CallbackReport:
    sent: int = 0
    succeeded: int = 0
    given_back: int = 0


InFlight = set["asyncio.Task[Answered]"]


def callbacks_deliver(
    *, seconds: float, stopping: Callable[[], bool] = lambda: False
) -> CallbackReport:
    """Send due callbacks until there are none, claiming new ones for so long at most."""
    report = CallbackReport(given_back=callbacks_give_back())
    asyncio.run(_deliver(report, time.monotonic() + seconds, stopping))
    return report


async def _deliver(report: CallbackReport, until: float, stopping: Callable[[], bool]) -> None:
    in_flight: InFlight = set()
    async with Network(egress_policy(), TIMEOUT_SECONDS, "The receiver") as network:
        while True:
            if time.monotonic() < until and not stopping() and len(in_flight) < IN_FLIGHT:
                for message in await sync_to_async(_claim)(IN_FLIGHT - len(in_flight)):
                    in_flight.add(asyncio.create_task(_send(network, message)))
            if not in_flight:
                return
            await _settle(report, in_flight)


async def _settle(report: CallbackReport, in_flight: InFlight) -> None:
    """Write what has ended, waiting for the first, and a moment for more."""
    await asyncio.wait(in_flight, return_when=asyncio.FIRST_COMPLETED, timeout=1.0)
    await asyncio.wait(in_flight, timeout=_GATHER_SECONDS)
    done = {task for task in in_flight if task.done()}
    in_flight -= done
    answers = [task.result() for task in done]
    if answers:
        await sync_to_async(callbacks_settle)(answers)
    report.sent += len(answers)
    report.succeeded += sum(answer.ok for answer in answers)


def _claim(limit: int) -> list[Message]:
    claims = callbacks_claim(limit=limit)
    all_endpoints = CallbackEndpoint.objects.across_organizations("a batch has claims of several")
    endpoints = all_endpoints.in_bulk({claim.endpoint_id for claim in claims})
    data = message_data((claim.submission_id, claim.kind) for claim in claims)
    return [
        Message(
            claim,
            endpoints[claim.endpoint_id].url,
            message_body(
                kind=claim.kind,
                happened_at=claim.happened_at.isoformat(),
                data=data.get(claim.submission_id, {}),
            ),
            _secrets(endpoints[claim.endpoint_id]),
        )
        for claim in claims
        if claim.endpoint_id in endpoints
    ]


def _secrets(endpoint: CallbackEndpoint) -> list[str]:
    """None when they cannot be opened: that costs this endpoint's tries, and nobody else's."""
    try:
        return endpoint_secrets(endpoint)
    except SealBroken:
        log.exception("callback secret cannot be opened", endpoint_id=str(endpoint.pk))
        return []


async def _send(network: Network, message: Message) -> Answered:
    """One try; whatever goes wrong is an answer. A redirect is a failure like any other."""
    began = timezone.now()
    status, words, retry_after = None, "", None
    try:
        if not message.secrets:
            raise ConnectorError("The endpoint's secret cannot be opened. Rotate it.")
        async with asyncio.timeout(TIMEOUT_SECONDS + 5):
            answer = await Http(network, Trace()).request(
                "POST", message.url, body=message.body, headers=_signed(message)
            )
        status, retry_after = answer.status, answer.retry_after()
        words = "" if 200 <= status < 300 else f"The receiver answered HTTP {status}."
    except (ConnectorError, AnswerLost) as error:
        words = error.message
    except TimeoutError:
        words = f"The receiver did not answer within {TIMEOUT_SECONDS:.0f} s."
    except Exception as error:
        log.exception("callback broke", callback_id=str(message.claim.id))
        words = f"Waybill failed here ({type(error).__name__}); the log has the details."
    return Answered(message.claim, began, timezone.now(), status, words, retry_after)


def _signed(message: Message) -> dict[str, str]:
    return signed_headers(
        message_id=str(message.claim.id),
        timestamp=int(time.time()),
        body=message.body,
        keys=message.secrets,
    )
