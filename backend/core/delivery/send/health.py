"""A connection's health, by its own test: a request to the system without any payload."""

from __future__ import annotations

import asyncio
import time
import uuid
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import structlog

from integrations.sdk import AuthFailed, Connector, Trace

log = structlog.get_logger(__name__)

PROBE_SECONDS = 5.0
FRESH_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Health:
    """``well``: the system answered. ``refused``: it refused our sign-in; ``message`` says how.

    Neither: it could not be reached, or could not answer.
    """

    well: bool = False
    refused: bool = False
    message: str = ""


class HealthChecks:
    """Probes each connection at most once in `FRESH_SECONDS`, for any number of failures."""

    def __init__(self) -> None:
        self._found: dict[uuid.UUID, tuple[float, Health]] = {}
        self._asking: dict[uuid.UUID, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def health(self, connection_id: uuid.UUID, connector: Connector[Any, Any, Any]) -> Health:
        """The connection's health now. Raises nothing but cancellation."""
        asked_at = time.monotonic()
        async with self._asking[connection_id]:
            found_at, found = self._found.get(connection_id, (-FRESH_SECONDS, Health()))
            if found_at > asked_at - FRESH_SECONDS:
                return found
            found = await _probe(connector)
            self._found[connection_id] = (time.monotonic(), found)
            return found


async def _probe(connector: Connector[Any, Any, Any]) -> Health:
    try:
        async with asyncio.timeout(PROBE_SECONDS):
            await connector.probe(Trace())
    except AuthFailed as error:
        return Health(refused=True, message=error.message)
    except Exception as error:
        log.info("connection test failed", connector=connector.name, error=type(error).__name__)
        return Health()
    return Health(well=True)
