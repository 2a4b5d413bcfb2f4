"""Callback endpoints and the log of what was sent to them."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any, Self

from pydantic import Field

from api.schemas.base import In, Json, Out, Text, Told
from core.callbacks.models import (
    Callback,
    CallbackAttempt,
    CallbackEndpoint,
    CallbackKind,
    CallbackStatus,
)
from core.callbacks.settle import LONGEST_ANSWER


class CallbackEndpointIn(In):
    """Where to send, and what about."""

    url: Text = Field(max_length=500, examples=["https://example.com/waybill"])
    kinds: list[CallbackKind] = Field(min_length=1, max_length=len(CallbackKind))
    description: Text = Field(default="", max_length=200)


class CallbackEndpointChangeIn(CallbackEndpointIn):
    enabled: bool = Field(description="Enabling sends what waited meanwhile.")


class CallbackEndpointOut(Out):
    id: uuid.UUID
    url: str
    kinds: list[CallbackKind]
    description: str
    enabled: bool
    disabled_reason: str | None = Field(
        description="`operator`, `gone` (it answered 410) or `failing` (for five days)."
    )
    disabled_at: datetime | None
    failing_since: datetime | None = Field(description="Since when no callback arrived.")
    secret_set_at: datetime | None = Field(
        description="When its secret was made; it is shown once and never again."
    )
    former_secret_until: datetime | None = Field(
        description="Until then the former secret signs too."
    )
    created_at: datetime

    @classmethod
    def of(cls, endpoint: CallbackEndpoint) -> Self:
        return cls(**endpoint_fields(endpoint))


class CallbackEndpointSecretOut(CallbackEndpointOut):
    """With the secret, which is shown this once."""

    secret: str = Field(examples=["whsec_…"])

    @classmethod
    def with_secret(cls, endpoint: CallbackEndpoint, secret: str) -> Self:
        return cls(**endpoint_fields(endpoint), secret=secret)


def endpoint_fields(endpoint: CallbackEndpoint) -> dict[str, Any]:
    """The fields of `CallbackEndpointOut`."""
    return {
        "id": endpoint.pk,
        "url": endpoint.url,
        "kinds": endpoint.kinds,
        "description": endpoint.description,
        "enabled": endpoint.disabled_at is None,
        "disabled_reason": endpoint.disabled_reason or None,
        "disabled_at": endpoint.disabled_at,
        "failing_since": endpoint.failing_since,
        "secret_set_at": endpoint.secret_set_at,
        "former_secret_until": endpoint.former_until,
        "created_at": endpoint.created_at,
    }


class CallbackEndpointPageOut(Out):
    items: list[CallbackEndpointOut]
    next_cursor: str | None


class CallbackAttemptOut(Out):
    number: int
    started_at: datetime
    ended_at: datetime
    status_code: int | None = Field(description="Empty where no answer came.")
    message: Told
    answer: str = Field(
        description=f"How the answer's body begins, at most {LONGEST_ANSWER} characters of it."
    )

    @classmethod
    def of(cls, attempt: CallbackAttempt) -> Self:
        return cls(
            number=attempt.number,
            started_at=attempt.started_at,
            ended_at=attempt.ended_at,
            status_code=attempt.status_code,
            message=attempt.message,
            answer=attempt.answer,
        )


class CallbackOut(Out):
    """One message to one endpoint; its id is the `webhook-id`."""

    id: uuid.UUID
    endpoint_id: uuid.UUID
    submission_id: uuid.UUID | None
    kind: str
    status: CallbackStatus
    happened_at: datetime
    next_attempt_at: datetime | None
    finished_at: datetime | None
    attempts: list[CallbackAttemptOut]

    @classmethod
    def of(cls, callback: Callback) -> Self:
        return cls(**_callback_fields(callback))


def _callback_fields(callback: Callback) -> dict[str, Any]:
    return {
        "id": callback.pk,
        "endpoint_id": callback.endpoint_id,
        "submission_id": callback.submission_id,
        "kind": callback.kind,
        "status": CallbackStatus(callback.status),
        "happened_at": callback.happened_at,
        "next_attempt_at": callback.next_attempt_at,
        "finished_at": callback.finished_at,
        "attempts": [CallbackAttemptOut.of(each) for each in callback.attempts.all()],
    }


class CallbackDetailOut(CallbackOut):
    """With what is sent. Times and signature are those of each try."""

    url: str = Field(description="Where it goes now.")
    body: Json = Field(description="The JSON that is signed and sent, the same in every try.")

    @classmethod
    def with_body(cls, callback: Callback, body: Json) -> Self:
        return cls(**_callback_fields(callback), url=callback.endpoint.url, body=body)


class CallbackPageOut(Out):
    items: list[CallbackOut]
    next_cursor: str | None
