from __future__ import annotations

import asyncio
import uuid
from contextlib import AsyncExitStack
from types import TracebackType
from typing import Any, Self

from core.connections.opening import open_connector
from core.delivery.claim import Plan
from core.delivery.send.health import Health, HealthChecks
from integrations.sdk import Connector


class OpenConnectors:
    """The connectors of one slice, each opened once and closed at the end."""

    def __init__(self) -> None:
        self._stack = AsyncExitStack()
        self._opened: dict[tuple[uuid.UUID, float], Connector[Any, Any, Any]] = {}
        self._opening = asyncio.Lock()
        self._checks = HealthChecks()

    async def get(self, plan: Plan) -> Connector[Any, Any, Any]:
        """The open connector of a plan's connection.

        Raises InvalidInput for incomplete settings.
        """
        key = (plan.connection.pk, plan.timeout)
        connector = self._opened.get(key)
        if connector is None:
            async with self._opening:
                connector = self._opened.get(key) or await self._open(key, plan)
        return connector

    async def health(self, plan: Plan) -> Health:
        """The health of a plan's connection, by its own test. Never raises."""
        try:
            connector = await self.get(plan)
        except Exception:
            return Health()
        return await self._checks.health(plan.connection.pk, connector)

    async def _open(self, key: tuple[uuid.UUID, float], plan: Plan) -> Connector[Any, Any, Any]:
        opening = open_connector(
            plan.connection, credentials=plan.credentials, timeout=plan.timeout
        )
        connector = self._opened[key] = await self._stack.enter_async_context(opening)
        return connector

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self._stack.__aexit__(kind, error, traceback)
