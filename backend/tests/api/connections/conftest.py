"""A key that manages connections, and a real system behind them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import Api, Tenant
from tests.destination import Sink

CONNECTIONS = "/api/v1/connections"
TOKEN = "planted-token-of-a-new-connection"


def rest(sink: Sink, **changed: Any) -> dict[str, Any]:
    """The body that connects to the sink."""
    return {
        "slug": "crm",
        "name": "The CRM",
        "connector": "rest",
        "settings": {"base_url": f"http://127.0.0.1:{sink.port}", "probe_path": "/me"},
        "credentials": {"auth": {"scheme": "bearer", "token": TOKEN}},
    } | changed


@pytest.fixture
def crm(machine: Api, tenant: Tenant, sink: Sink, allow_loopback: None) -> dict[str, Any]:
    """A connection that nothing uses yet."""
    answer = machine.post(CONNECTIONS, rest(sink))
    assert answer.status_code == 201, answer.content
    made: dict[str, Any] = answer.json()
    return made
