"""Kombu's Redis transport, made to survive a Redis that dies while the worker reconnects.

A channel of kombu 5.7 may still return or acknowledge a message after its connection was dropped.
If it needs Redis for that, the missing connection raises an unexpected AttributeError, and the
worker ends as "unrecoverable". This transport raises a connection error instead: the worker
continues and reconnects.
"""

from __future__ import annotations

from typing import Any

from kombu.transport import redis
from redis.exceptions import ConnectionError as BrokerConnectionError


class Channel(redis.Channel):
    def _connparams(self, asynchronous: bool = False) -> dict[str, Any]:
        """Connection parameters. Raises redis' ConnectionError when our connection was dropped."""
        if self.connection is None or self.connection.client is None:
            raise BrokerConnectionError("This channel's connection has been closed.")
        found: dict[str, Any] = super()._connparams(asynchronous=asynchronous)  # type: ignore[no-untyped-call]
        return found


class Transport(redis.Transport):
    Channel = Channel
