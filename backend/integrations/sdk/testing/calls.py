"""One call of a connector and what came of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from integrations.sdk import Connector, EgressPolicy, Output, Reference, Trace

REF = Reference(key="0192f0c1-7b1e-7c3a-9d0e-3f5a6b7c8d9e", code="WB-7K3M9QXD-1")
LOOPBACK = EgressPolicy.parse("127.0.0.0/8, ::1")


async def send(
    connector: type[Connector[Any, Any, Any]],
    action: str,
    payload: Mapping[str, Any],
    *,
    config: Mapping[str, Any],
    credentials: Mapping[str, Any] | None = None,
    ref: Reference = REF,
    trace: Trace | None = None,
    policy: EgressPolicy = LOOPBACK,
    limit: float = 5.0,
) -> Output:
    """Open the connector, send once and close it."""
    async with connector.open(config, credentials or {}, policy, limit) as opened:
        return await opened.send(action, payload, ref, trace or Trace())


def storable_json(value: Any) -> bool:
    """Whether PostgreSQL's jsonb takes it: finite numbers, no NUL, no half surrogate."""
    written = json.dumps(value, allow_nan=False, ensure_ascii=False).replace("\\\\", "")
    return "\x00" not in written and "\\u0000" not in written and bool(written.encode())
