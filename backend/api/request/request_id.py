from __future__ import annotations

import structlog


def request_id() -> str:
    """The current request's id from `api.middleware.request_log`; empty outside a request."""
    return str(structlog.contextvars.get_contextvars().get("request_id", ""))
