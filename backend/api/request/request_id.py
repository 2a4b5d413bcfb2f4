from __future__ import annotations

import structlog


def request_id() -> str:
    """The id that `api.middleware.request_log` gave the present request; empty outside one."""
    return str(structlog.contextvars.get_contextvars().get("request_id", ""))
