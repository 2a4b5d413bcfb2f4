"""Kombu's Redis transport, which outlives a Redis that is killed while the worker reconnects.

A channel of kombu 5.7 may still hand back or acknowledge a message after its connection was let
go. Where it needs Redis anew for that, it trips over the missing connection with an AttributeError,
which nobody expects, and the worker ends as "unrecoverable". Said as what it is, it is one more
lost connection: the worker goes on and connects again.
"""

from __future__ import annotations

from typing import Any

from kombu.transport import redis
from redis.exceptions import ConnectionError as BrokerConnectionError


class Channel(redis.Channel):
    def _connparams(self, asynchronous: bool = False) -> dict[str, Any]:
        """Where to connect to. Raises redis' ConnectionError when our connection was let go."""
        if self.connection is None or self.connection.client is None:
            raise BrokerConnectionError("This channel's connection has been closed.")
        found: dict[str, Any] = super()._connparams(asynchronous=asynchronous)  # type: ignore[no-untyped-call]
        return found


class Transport(redis.Transport):
    Channel = Channel
