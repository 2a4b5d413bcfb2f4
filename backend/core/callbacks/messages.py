"""What a callback says: facts about the submission, none of its answers."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import structlog

from core.callbacks.claim import CallbackClaim
from core.callbacks.endpoints import endpoint_secrets
from core.callbacks.models import CallbackEndpoint
from core.crypto.encryption import SealBroken
from core.submissions.read import tracking_url

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Message:
    """A claim with everything that is needed to send it. No secrets: they cannot be opened."""

    claim: CallbackClaim
    url: str
    body: bytes
    secrets: list[str]


def messages_of(claims: Sequence[CallbackClaim]) -> list[Message]:
    """What to send for each claim, without those whose endpoint was deleted meanwhile."""
    if not claims:
        return []
    all_endpoints = CallbackEndpoint.objects.across_organizations("a batch has claims of several")
    endpoints = all_endpoints.in_bulk({claim.endpoint_id for claim in claims})
    secrets = {endpoint_id: _secrets(endpoint) for endpoint_id, endpoint in endpoints.items()}
    return [
        Message(
            claim,
            endpoints[claim.endpoint_id].url,
            _body(claim),
            secrets[claim.endpoint_id],
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


def _body(claim: CallbackClaim) -> bytes:
    """The JSON that is signed and sent, the same bytes in every try."""
    data: dict[str, Any] = json.loads(claim.facts or "{}")
    if claim.submission_id is not None:
        data["tracking_url"] = tracking_url(claim.submission_id)
    body = {"type": claim.kind, "timestamp": claim.happened_at.isoformat(), "data": data}
    return json.dumps(body, separators=(",", ":")).encode()
