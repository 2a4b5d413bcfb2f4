"""What a collector may do without costing anybody anything, and what is asked of it."""

from __future__ import annotations

import subprocess
import sys
import threading
import time

import pytest

from core.tracing import Kind, TraceContext, entry_span, span, trace_current, tracing_close
from mysite.observability import otlp
from mysite.observability.traces import start
from tests.collector import REFUSED, Collector

CALLER = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"


def record(count: int) -> float:
    """Seconds that so many spans took."""
    began = time.perf_counter()
    for _ in range(count):
        with entry_span("request", Kind.SERVER, CALLER):
            pass
    return time.perf_counter() - began


def test_a_collector_that_hangs_holds_up_nobody_and_fills_no_memory(collector: Collector) -> None:
    collector.hang = threading.Event()
    start(collector.address)
    record(1)
    assert collector.came.wait(30)
    took = record(3 * otlp.QUEUE)
    began = time.perf_counter()
    tracing_close()
    closed = time.perf_counter() - began
    start("")
    # One call to the collector hangs for `EXPORT_SECONDS`; nobody waited for it.
    assert took < 3 * otlp.QUEUE * 0.001
    assert closed < otlp.CLOSE_SECONDS + 10
    assert len(collector.bodies) < otlp.QUEUE // 512


def test_a_collector_that_refuses_or_is_away_is_no_error(collector: Collector) -> None:
    collector.status = REFUSED
    start(collector.address)
    record(10)
    assert collector.came.wait(30)
    tracing_close()
    start("http://127.0.0.1:9")
    record(10)
    tracing_close()
    start("")


def test_headers_for_the_collector_are_sent(collector: Collector) -> None:
    start(collector.address, headers={"authorization": "Bearer of-the-collector"})
    record(1)
    tracing_close()
    start("")
    assert collector.headers[0]["authorization"] == "Bearer of-the-collector"


@pytest.mark.parametrize(
    ("share", "least", "most"), [(0.0, 0, 0), (0.25, 150, 350), (1.0, 1000, 1000)]
)
def test_a_share_of_what_enters_is_recorded(
    collector: Collector, share: float, least: int, most: int
) -> None:
    """Whatever the caller asks for: every call here has the flag that says it is recorded."""
    start(collector.address, share=share)
    record(1000)
    tracing_close()
    start("")
    assert least <= len(collector.spans) <= most


def test_what_is_not_recorded_has_no_spans_below_it(traced: Collector) -> None:
    start(traced.address, share=0.0)
    with entry_span("request", Kind.SERVER, CALLER) as entered:
        assert entered is None
        with span("accept", parent=trace_current()) as below:
            assert below is None


def test_only_known_attributes_leave(traced: Collector) -> None:
    with span("send", parent=TraceContext(1, 2)) as sending:
        assert sending is not None
        sending.attributes |= {"email": "ada@example.com", "waybill.queue": "default"}
    tracing_close()
    (sent,) = traced.spans
    assert [each.key for each in sent.attributes] == ["waybill.queue"]


def test_an_error_is_told_by_its_kind_alone(traced: Collector) -> None:
    with pytest.raises(ValueError, match="planted"), span("send", parent=TraceContext(1, 2)):
        raise ValueError("planted")
    tracing_close()
    assert b"ValueError" in traced.bodies[0]
    assert b"planted" not in traced.bodies[0]


def test_without_an_endpoint_nothing_that_sends_is_even_imported() -> None:
    """redis-py imports the metrics of the library wherever they are installed, and nothing else."""
    code = """
import sys, threading, django
django.setup()
import mysite.celery, mysite.wsgi
senders = ('opentelemetry.exporter', 'opentelemetry.sdk.trace', 'mysite.observability.otlp')
found = sorted(name for name in sys.modules if name.startswith(senders))
assert not found, found
assert not [each.name for each in threading.enumerate() if 'Otel' in each.name]
"""
    subprocess.run([sys.executable, "-c", code], check=True, timeout=300)
