from __future__ import annotations

from typing import Any

import pytest
from aiohttp import web

from core.connections.opening import egress_policy
from core.delivery.models import Heartbeat
from core.delivery.operate import heartbeat_note
from tasks.alerts import call_outside
from tests.destination import Sink

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def outside(sink: Sink, allow_loopback: None, settings: Any) -> Sink:
    settings.WAYBILL_HEARTBEAT_URL = f"http://127.0.0.1:{sink.port}/ping/secret"
    heartbeat_note(name="dispatcher")
    return sink


def test_somebody_outside_is_called_while_all_is_well(outside: Sink) -> None:
    assert call_outside() == {"called": True}
    assert [each["path"] for each in outside.requests] == ["/ping/secret"]


@pytest.mark.parametrize("name", ["dispatcher", "deliver.default"])
def test_nobody_is_called_when_something_does_not_live(outside: Sink, name: str) -> None:
    Heartbeat.objects.filter(name=name).delete()
    assert call_outside() == {"called": False}
    assert outside.requests == []


def test_an_outside_that_refuses_is_no_error_of_ours(outside: Sink) -> None:
    outside.answer = lambda _: web.Response(status=500)
    assert call_outside() == {"called": False}


def test_without_an_address_nobody_is_called(settings: Any, sink: Sink) -> None:
    settings.WAYBILL_HEARTBEAT_URL = ""
    assert call_outside() == {"called": False}


def test_a_private_address_is_not_called(outside: Sink, settings: Any) -> None:
    settings.WAYBILL_EGRESS_ALLOW = ""
    egress_policy.cache_clear()
    assert call_outside() == {"called": False}
    assert outside.requests == []
