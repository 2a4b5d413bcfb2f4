"""One submission's trace over all that it goes through, as a collector gets it."""

from __future__ import annotations

import itertools
import time
from typing import Any

import pytest
from aiohttp import web

from core.audit.services import SYSTEM
from core.callbacks.endpoints import endpoint_create
from core.callbacks.models import CallbackKind
from core.callbacks.run import callbacks_deliver
from core.connections.models import Connection
from core.connections.services import connection_save
from core.submissions.models import Submission
from core.tracing import TraceContext, span
from core.workflows.models import WorkflowVersion
from tests.collector import Collector
from tests.core.tracing.conftest import BROWSER, SECRETS, Submit
from tests.destination import Sink
from tests.engine import deliver, due_now
from tests.logged import Read

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_trace_from_the_submit_to_the_callback(
    traced: Collector, submit: Submit, version: WorkflowVersion, sink: Sink, trace_id: str
) -> None:
    endpoint_create(
        organization=version.organization,
        url=f"http://127.0.0.1:{sink.port}/callback",
        kinds=list(CallbackKind),
        actor=SYSTEM,
    )
    accepted = submit()
    deliver()
    callbacks_deliver(seconds=1)

    route = "POST api/v1/workflows/<slug>/submissions"
    names = (route, "accept", "commit", "claim", "send", "settle", "callback")
    found = traced.trace(trace_id, *names)
    parents = {name: found[name].parent_span_id for name in names}
    assert parents == {
        route: bytes.fromhex(BROWSER),
        "accept": found[route].span_id,
        "commit": found["accept"].span_id,
        "claim": found["commit"].span_id,
        "send": found["claim"].span_id,
        "settle": found["send"].span_id,
        "callback": found["commit"].span_id,
    }
    assert len({found[name].span_id for name in names}) == len(names)
    for earlier, later in itertools.pairwise(names):
        assert found[earlier].start_time_unix_nano <= found[later].start_time_unix_nano
    told = {each.key: each.value for each in found["send"].attributes}
    assert told["waybill.outcome"].string_value == "succeeded"
    assert told["waybill.connector"].string_value == "rest"
    told = {each.key: each.value for each in found["settle"].attributes}
    assert told["waybill.submission_id"].string_value == accepted["id"]


def test_nothing_that_was_sent_or_typed_is_in_what_leaves(
    traced: Collector, submit: Submit, version: WorkflowVersion, sink: Sink, trace_id: str
) -> None:
    sink.answer = _answer_badly
    submit(
        cookie="planted-canary-cookie",
        tracestate="planted=canary",
        baggage="planted=canary",
        **{"user-agent": "planted-canary-agent"},
    )
    deliver()
    traced.trace(trace_id, "settle")
    everything = b"".join(traced.bodies)
    for planted in (*SECRETS, "planted", "canary", "127.0.0.1", "wb_"):
        assert planted.encode() not in everything, planted


def _answer_badly(_: web.Request) -> web.Response:
    return web.json_response({"error": "planted-canary-answer"}, status=422)


def test_a_destination_gets_the_trace_only_where_its_connection_says_so(
    traced: Collector, submit: Submit, connection: Connection, sink: Sink, trace_id: str
) -> None:
    submit()
    deliver()
    assert sink.parents == [None]
    connection_save(
        organization=connection.organization,
        slug=connection.slug,
        name=connection.name,
        connector="rest",
        config={**connection.config, "send_trace": True},
        credentials={"auth": {"scheme": "bearer", "token": "planted-canary-token"}},
    )
    submit()
    deliver()
    sent = {each.span_id.hex() for each in _sends(traced, 2)}
    parent = sink.parents[1]
    assert parent is not None
    version, trace, span, flags = parent.split("-")
    assert (version, trace, flags) == ("00", trace_id, "01")
    assert span in sent


def _sends(collector: Collector, count: int) -> list[Any]:
    until = time.monotonic() + 30
    while len(found := [each for each in collector.spans if each.name == "send"]) < count:
        assert time.monotonic() < until
        time.sleep(0.05)
    return found


def test_without_an_endpoint_nothing_is_stored_or_sent(
    collector: Collector, submit: Submit, version: WorkflowVersion, sink: Sink
) -> None:
    submit()
    deliver()
    assert Submission.unscoped.get().trace is None
    assert (sink.parents, collector.bodies) == ([None], [])


def test_a_claim_tells_which_slice_made_it(
    traced: Collector, submit: Submit, sink: Sink, trace_id: str
) -> None:
    submit()
    with span("deliver", parent=TraceContext(1, 2)) as slice_of_another:
        assert slice_of_another is not None
        deliver()
    claim = traced.trace(trace_id, "claim")["claim"]
    assert [link.span_id for link in claim.links] == [slice_of_another.context.span_id.to_bytes(8)]


def test_each_try_has_spans_of_its_own(
    traced: Collector, submit: Submit, sink: Sink, trace_id: str
) -> None:
    sink.answer = _fail
    submit()
    deliver()
    sink.answer = None
    due_now()
    deliver()
    first, second = sorted(_sends(traced, 2), key=lambda each: each.start_time_unix_nano)
    assert first.trace_id == second.trace_id == bytes.fromhex(trace_id)
    assert first.parent_span_id != second.parent_span_id
    assert (first.status.code, second.status.code) == (2, 0)


def _fail(request: web.Request) -> web.Response:
    return web.json_response({}, status=200 if request.path == "/" else 500)


def test_lines_of_the_log_name_the_trace(
    traced: Collector, submit: Submit, sink: Sink, trace_id: str, written: Read
) -> None:
    submit()
    (line,) = [line for line in written() if line["event"] == "request"]
    assert line["trace_id"] == trace_id
