"""Sends spans by OTLP over HTTP, from a thread of its own. Imported only where traces are on.

The queue is bounded and drops what does not fit. So a collector that is slow, refuses or hangs
costs spans, and nothing else.
"""

from __future__ import annotations

import atexit
import threading
from collections.abc import Mapping

from opentelemetry.exporter.otlp.proto.http import Compression
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import SERVICE_NAME, SERVICE_VERSION, Resource
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.sdk.util.instrumentation import InstrumentationScope
from opentelemetry.trace import Link, SpanContext, SpanKind, Status, StatusCode, TraceFlags

from core.tracing import Finished, Kind, TraceContext

EXPORT_SECONDS = 5.0
CLOSE_SECONDS = 2.0
_ABORT_SECONDS = 0.5
QUEUE = 8192
_BATCH = 512
_DELAY_MS = 1000.0
_KINDS = {
    Kind.INTERNAL: SpanKind.INTERNAL,
    Kind.SERVER: SpanKind.SERVER,
    Kind.CLIENT: SpanKind.CLIENT,
    Kind.PRODUCER: SpanKind.PRODUCER,
    Kind.CONSUMER: SpanKind.CONSUMER,
}
_SAMPLED = TraceFlags(TraceFlags.SAMPLED)
_OK = Status(StatusCode.UNSET)
_SCOPE = InstrumentationScope("waybill")


class Sender:
    """Takes spans and sends them each second. ``address``: where the collector takes traces."""

    def __init__(
        self, address: str, headers: Mapping[str, str], *, service: str, release: str | None
    ) -> None:
        about = {SERVICE_NAME: service} | ({SERVICE_VERSION: release} if release else {})
        self._resource = Resource.create(about)
        self._exporter = OTLPSpanExporter(
            endpoint=address,
            headers=dict(headers),
            timeout=EXPORT_SECONDS,
            compression=Compression.Gzip,
        )
        self._batches = BatchSpanProcessor(
            self._exporter,
            max_queue_size=QUEUE,
            schedule_delay_millis=_DELAY_MS,
            max_export_batch_size=_BATCH,
        )
        atexit.register(self.close)

    def take(self, finished: Finished) -> None:
        """Queue a span, or drop the oldest when the queue is full."""
        failed = Status(StatusCode.ERROR) if finished.error else _OK
        attributes = dict(finished.attributes)
        if finished.error:
            attributes["error.type"] = finished.error
        span = ReadableSpan(
            name=finished.name,
            context=_context(finished.context),
            parent=_context(finished.parent, is_remote=True) if finished.parent else None,
            resource=self._resource,
            attributes=attributes,
            links=[Link(_context(link)) for link in finished.links],
            kind=_KINDS[finished.kind],
            status=failed,
            start_time=finished.started,
            end_time=finished.ended,
            instrumentation_scope=_SCOPE,
        )
        self._batches.on_end(span)

    def close(self) -> None:
        """Send what waits, for two seconds at most: the library would wait for half a minute.

        What is not sent by then is dropped, or its retries would go on beside whatever comes next.
        """
        atexit.unregister(self.close)
        closing = threading.Thread(target=self._batches.shutdown, name="traces-close", daemon=True)
        closing.start()
        closing.join(CLOSE_SECONDS)
        if closing.is_alive():
            self._exporter.shutdown()  # type: ignore[no-untyped-call]
            closing.join(_ABORT_SECONDS)


def _context(place: TraceContext, *, is_remote: bool = False) -> SpanContext:
    return SpanContext(place.trace_id, place.span_id, is_remote=is_remote, trace_flags=_SAMPLED)
