"""Remembers the ids of authentic messages, to detect repeated ones.

Redis keeps an id as long as its signature is valid; older messages fail the timestamp check.
While Redis is down, a repetition cannot be detected. Then the caller gets Unavailable and asks the
sender to try again later.
"""

from __future__ import annotations

import functools
import hashlib

import redis
from django.conf import settings

from core.crypto.webhook_signatures import TOLERANCE_SECONDS
from core.errors import Unavailable

_TIMEOUT_SECONDS = 1.0
_KEPT_SECONDS = 2 * TOLERANCE_SECONDS + 60
"""A timestamp in the future may be valid for up to twice the tolerance."""


def first_seen(*, receiver: str, message_id: str) -> bool:
    """Whether ``receiver`` sees this message for the first time. The call remembers it.

    Raises Unavailable while Redis does not answer.
    """
    name = hashlib.sha256(f"{receiver}\n{message_id}".encode()).hexdigest()
    try:
        return bool(_client().set(f"waybill:seen:{name}", "1", nx=True, ex=_KEPT_SECONDS))
    except redis.RedisError as error:
        raise Unavailable(
            "Waybill cannot check right now whether this message came before. Send it again later."
        ) from error


@functools.cache
def _client() -> redis.Redis:
    return redis.Redis.from_url(
        settings.WAYBILL_EVENTS_REDIS_URL,
        socket_timeout=_TIMEOUT_SECONDS,
        socket_connect_timeout=_TIMEOUT_SECONDS,
    )
