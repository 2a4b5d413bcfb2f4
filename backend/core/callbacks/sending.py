"""The callbacks' delivery: claim, sign, send at once, settle, until nothing is due."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass

from django.utils import timezone

from core.callbacks.claiming import (
    CallbackClaim,
    callbacks_claim,
    callbacks_give_back,
)
from core.callbacks.endpoints import endpoint_secrets
from core.callbacks.messages import message_body, message_data
from core.callbacks.models import CallbackEndpoint
from core.callbacks.settling import Answered, callbacks_settle
from core.callbacks.signing import signed_headers
from core.connections.opening import egress_policy
from integrations.sdk import AnswerLost, ConnectorError, Http, Network, Trace

TIMEOUT_SECONDS = 15.0
BATCH = 64


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


def callbacks_deliver(
    *, seconds: float, stopping: Callable[[], bool] = lambda: False
) -> CallbackReport:
    """Send due callbacks until there are none, for so long at most."""
    report = CallbackReport(given_back=callbacks_give_back())
    until = time.monotonic() + seconds
    while time.monotonic() < until and not stopping():
        messages = _messages(callbacks_claim(limit=BATCH))
        if not messages:
            break
        answers = asyncio.run(_send_all(messages))
        callbacks_settle(answers)
        report.sent += len(answers)
        report.succeeded += sum(answer.ok for answer in answers)
    return report


def _messages(claims: list[CallbackClaim]) -> list[Message]:
    endpoints = CallbackEndpoint.objects.in_bulk({claim.endpoint_id for claim in claims})
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
            endpoint_secrets(endpoints[claim.endpoint_id]),
        )
        for claim in claims
        if claim.endpoint_id in endpoints
    ]


async def _send_all(messages: list[Message]) -> list[Answered]:
    async with Network(egress_policy(), TIMEOUT_SECONDS, "The receiver") as network:
        return await asyncio.gather(*(_send(network, message) for message in messages))


async def _send(network: Network, message: Message) -> Answered:
    """One try. A redirect is a failure like any other answer that is not a success."""
    began = timezone.now()
    status, words, retry_after = None, "", None
    headers = signed_headers(
        message_id=str(message.claim.id),
        timestamp=int(time.time()),
        body=message.body,
        keys=message.secrets,
    )
    try:
        async with asyncio.timeout(TIMEOUT_SECONDS + 5):
            answer = await Http(network, Trace()).request(
                "POST", message.url, body=message.body, headers=headers
            )
        status, retry_after = answer.status, answer.retry_after()
        words = "" if 200 <= status < 300 else f"The receiver answered HTTP {status}."
    except (ConnectorError, AnswerLost) as error:
        words = error.message
    except TimeoutError:
        words = f"The receiver did not answer within {TIMEOUT_SECONDS:.0f} s."
    return Answered(message.claim, began, timezone.now(), status, words, retry_after)
