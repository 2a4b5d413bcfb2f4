"""Remembers the ids of authentic messages, so that one that is sent again is noticed.

In Redis, only for as long as a signature is good: what is older than that, its timestamp refuses.
While Redis is away a message cannot be told from its repetition, so the caller hears of it and
asks the sender to try again later.
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
"""A timestamp may lie so far in the future that it is good for twice the tolerance."""


def first_seen(*, receiver: str, message_id: str) -> bool:
    """Whether ``receiver`` sees this message for the first time; asking remembers it.

    Raises Unavailable while Redis does not answer.
    """
    name = hashlib.sha256(f"{receiver}\n{message_id}".encode()).hexdigest()
    try:
        return bool(_client().set(f"waybill:seen:{name}", "1", nx=True, ex=_KEPT_SECONDS))
    except redis.RedisError as error:
        raise Unavailable(
            "Whether this message came before cannot be told right now. Send it again later."
        ) from error


@functools.cache
def _client() -> redis.Redis:
    return redis.Redis.from_url(
        settings.WAYBILL_EVENTS_REDIS_URL,
        socket_timeout=_TIMEOUT_SECONDS,
        socket_connect_timeout=_TIMEOUT_SECONDS,
    )
