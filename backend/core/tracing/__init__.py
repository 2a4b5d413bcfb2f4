"""The way of one submission over all processes, as spans of a trace; off unless a recorder is set.

It knows the words of W3C Trace Context, and no library: `mysite.observability.traces` has that.
"""

from core.tracing.context import TraceContext
from core.tracing.spans import (
    Finished,
    Kind,
    Record,
    Span,
    entry_span,
    span,
    span_record,
    trace_current,
    tracing_close,
    tracing_on,
    tracing_use,
    tracing_warm,
)

__all__ = [
    "Finished",
    "Kind",
    "Record",
    "Span",
    "TraceContext",
    "entry_span",
    "span",
    "span_record",
    "trace_current",
    "tracing_close",
    "tracing_on",
    "tracing_use",
    "tracing_warm",
]
