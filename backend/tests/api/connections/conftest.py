"""A key that manages connections, and a real system behind them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web
from django.utils import timezone

from core.connections.models import ConnectionList
from core.connections.opening import egress_policy
from integrations.rest.connector import RestConnector
from integrations.rest.models import RequestIn
from integrations.sdk import Entry, ListOf, Trace
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


@pytest.fixture
def allowed_systems(settings: Any) -> Iterator[None]:
    """The local Tryton and mail server may be reached."""
    settings.WAYBILL_EGRESS_ALLOW = "127.0.0.1,localhost"
    egress_policy.cache_clear()
    yield
    egress_policy.cache_clear()


def tryton() -> dict[str, Any]:
    """The body that connects to the real Tryton of the local stack."""
    return {
        "slug": "tryton",
        "name": "Tryton",
        "connector": "tryton",
        "settings": {
            "base_url": os.environ["TRYTON_URL"],
            "database": os.environ["TRYTON_DATABASE"],
            "company": int(os.environ["TRYTON_COMPANY"]),
        },
        "credentials": {"application_key": os.environ["TRYTON_KEY"]},
    }


async def read_leads(connector: RestConnector, name: str, trace: Trace) -> list[Entry]:
    api, asked = connector.client(trace), RequestIn(method="GET", path=f"/{name}")
    answer = await api.call(api.made(asked, {}), asked)
    return [Entry(each["id"], each["name"], each.get("city", "")) for each in answer.body]


@pytest.fixture
def leads(monkeypatch: pytest.MonkeyPatch) -> None:
    """A list of the sink, asked for over HTTP like any other."""
    monkeypatch.setattr(RestConnector, "lists", (ListOf("leads", "Leads"),))
    monkeypatch.setattr(RestConnector, "entries", read_leads)


def entries(*names: str) -> list[dict[str, str]]:
    return [{"id": str(at), "name": name, "city": "Graz"} for at, name in enumerate(names, 1)]


def tells(sink: Sink, *names: str) -> None:
    sink.answer = lambda _: web.json_response(entries(*names))


def older(**age: float) -> None:
    """As if everything had been read so long ago."""
    ConnectionList.unscoped.update(fetched_at=timezone.now() - timedelta(**age), failed_at=None)
