"""The dead man's switch: a call to somebody outside while all is well.

When Waybill itself is down nothing here can tell anybody. The service that expects the call does.
"""

from __future__ import annotations

import asyncio

import structlog

from core.connections.opening import egress_policy
from core.delivery.operate import heartbeats_missing
from core.workflows.models import Queue
from integrations.sdk import AnswerLost, ConnectorError, Http, Network, Trace

log = structlog.get_logger(__name__)

_TIMEOUT_SECONDS = 10.0


def outside_call(url: str) -> bool:
    """Call ``url`` if the dispatcher and a worker of every queue are alive; whether it answered.

    The address is a secret: whoever knows it can keep the other side quiet.
    """
    missing = heartbeats_missing(["dispatcher", *(f"deliver.{queue}" for queue in Queue.values)])
    if missing:
        log.warning("outside not called: something does not live", missing=missing)
        return False
    try:
        return asyncio.run(_get(url))
    except (ConnectorError, AnswerLost) as error:
        log.warning("outside not reached", error=type(error).__name__)
        return False


async def _get(url: str) -> bool:
    trace = Trace()
    trace.hide(url)
    async with Network(egress_policy(), _TIMEOUT_SECONDS, "The outside") as network:
        answer = await Http(network, trace).request("GET", url, status_only=True)
    return 200 <= answer.status < 300
