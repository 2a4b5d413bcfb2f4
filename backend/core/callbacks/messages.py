"""What a callback says: facts about the submission, none of its answers; or an alert."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import structlog

from core.accounts.models import Membership, Role
from core.callbacks.channels import channel_body, plain_text
from core.callbacks.claim import CallbackClaim
from core.callbacks.endpoints import endpoint_secrets
from core.callbacks.models import Callback, CallbackEndpoint, Channel
from core.crypto.encryption import SealBroken
from core.submissions.read import tracking_url

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Message:
    """A claim with everything that is needed to send it. No secrets: they cannot be opened.

    E-mail has ``recipients`` and a ``subject``, and a text as its ``body``; all others a ``url``
    and JSON. ``topic``: the id of the alert.
    """

    claim: CallbackClaim
    url: str
    body: bytes
    secrets: list[str] = field(repr=False)
    channel: Channel = Channel.WEBHOOK
    recipients: tuple[str, ...] = ()
    subject: str = ""
    topic: uuid.UUID | None = None


def messages_of(claims: Sequence[CallbackClaim]) -> list[Message]:
    """What to send for each claim, without those whose endpoint was deleted meanwhile."""
    if not claims:
        return []
    all_endpoints = CallbackEndpoint.objects.across_organizations("a batch has claims of several")
    endpoints = all_endpoints.in_bulk({claim.endpoint_id for claim in claims})
    secrets = {endpoint_id: _secrets(endpoint) for endpoint_id, endpoint in endpoints.items()}
    owners = _owners(endpoints.values())
    return [
        _message(
            claim,
            endpoints[claim.endpoint_id],
            secrets[claim.endpoint_id],
            owners.get(claim.organization_id, ()),
        )
        for claim in claims
        if claim.endpoint_id in endpoints
    ]


def _message(
    claim: CallbackClaim,
    endpoint: CallbackEndpoint,
    secrets: list[str],
    owners: tuple[str, ...],
) -> Message:
    facts: dict[str, Any] = json.loads(claim.facts or "{}")
    channel = Channel(endpoint.channel)
    match channel:
        case Channel.WEBHOOK:
            return Message(claim, endpoint.url, _body(claim, facts), secrets)
        case Channel.EMAIL:
            return Message(
                claim,
                url="",
                body=plain_text(facts).encode(),
                secrets=[],
                channel=channel,
                recipients=tuple(endpoint.recipients) or owners,
                subject=facts["title"],
                topic=uuid.UUID(facts["alert"]["id"]),
            )
        case _:
            # The address of a chat's hook is the secret; PagerDuty has its key in the body.
            hidden = secrets[0] if secrets else ""
            url = endpoint.url if channel == Channel.PAGERDUTY else hidden
            body = _json(channel_body(channel, facts, hidden))
            return Message(claim, url, body, secrets, channel)


def _owners(endpoints: Iterable[CallbackEndpoint]) -> dict[uuid.UUID, tuple[str, ...]]:
    """The addresses of the owners, by organization, where a route of e-mail goes to them."""
    asked = {
        each.organization_id
        for each in endpoints
        if each.channel == Channel.EMAIL and not each.recipients
    }
    if not asked:
        return {}
    members = Membership.objects.across_organizations("a batch has claims of several")
    owners = members.filter(organization__in=asked, role=Role.OWNER, user__is_active=True)
    found: dict[uuid.UUID, tuple[str, ...]] = {}
    for organization_id, email in owners.values_list("organization_id", "user__email").order_by(
        "created_at"
    ):
        found[organization_id] = (*found.get(organization_id, ()), email)
    return found


def _secrets(endpoint: CallbackEndpoint) -> list[str]:
    """None when they cannot be opened: that costs this endpoint's tries, and nobody else's."""
    try:
        return endpoint_secrets(endpoint)
    except SealBroken:
        log.exception("callback secret cannot be opened", endpoint_id=str(endpoint.pk))
        return []


def webhook_body(callback: Callback) -> dict[str, Any]:
    """What a callback's receiver is sent, in every try."""
    return _said(
        callback.kind, callback.happened_at, callback.submission_id, dict(callback.facts or {})
    )


def _body(claim: CallbackClaim, facts: dict[str, Any]) -> bytes:
    """The JSON that is signed and sent, the same bytes in every try."""
    return _json(_said(claim.kind, claim.happened_at, claim.submission_id, facts))


def _said(
    kind: str, happened_at: datetime, submission_id: uuid.UUID | None, facts: dict[str, Any]
) -> dict[str, Any]:
    if submission_id is not None:
        facts["tracking_url"] = tracking_url(submission_id)
    return {"type": kind, "timestamp": happened_at.isoformat(), "data": facts}


def _json(body: dict[str, Any]) -> bytes:
    return json.dumps(body, separators=(",", ":")).encode()
