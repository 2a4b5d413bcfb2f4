from __future__ import annotations

import pytest
from django.test import AsyncClient, Client

from core.tracing import tracing_close
from tests.collector import Collector
from tests.core.tracing.conftest import BROWSER

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_request_without_a_trace_begins_one(traced: Collector) -> None:
    answer = Client().get("/api/v1/nothing/secret-in-the-path?secret=in-the-query")
    tracing_close()
    (span,) = traced.spans
    told = {each.key: each.value for each in span.attributes}
    assert (span.name, span.parent_span_id) == ("GET unmatched", b"")
    assert told["http.response.status_code"].int_value == answer.status_code
    assert b"secret" not in traced.bodies[0]


async def test_a_request_of_the_stream_has_a_span_too(traced: Collector, trace_id: str) -> None:
    header = f"00-{trace_id}-{BROWSER}-00"
    await AsyncClient().get("/api/v1/nothing", headers={"traceparent": header})
    tracing_close()
    (span,) = traced.spans
    assert (span.trace_id.hex(), span.parent_span_id.hex()) == (trace_id, BROWSER)


def test_checks_of_health_are_left_out(traced: Collector) -> None:
    Client().get("/health/live")
    tracing_close()
    assert traced.spans == []
