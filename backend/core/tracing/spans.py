"""Spans: what took how long, in which trace. They never fail their caller and wait for nobody.

Whether a trace is recorded is decided once, where it enters (`entry_span`). From then on a span is
recorded exactly if it has a parent, so without tracing each place costs a look at a variable.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from contextvars import ContextVar, Token
from dataclasses import dataclass, field
from enum import StrEnum
from types import TracebackType
from typing import Self

import structlog

from core.tracing.context import TraceContext, trace_begin

log = structlog.get_logger(__name__)

Value = str | int | float | bool

# Ids, counts and our own fixed words. Whatever is not named here is left out, so nobody's answers,
# headers or addresses can get into a span by mistake.
_NAMES = frozenset(
    {
        *("http.request.method", "http.route", "http.response.status_code", "error.type"),
        *("waybill.queue", "waybill.organization_id", "waybill.submission_id"),
        *("waybill.submissions", "waybill.step_run_id", "waybill.connection_id"),
        *("waybill.connector", "waybill.action", "waybill.try", "waybill.outcome"),
        *("waybill.status", "waybill.error_kind", "waybill.callback_id", "waybill.task_id"),
        *("waybill.claimed", "waybill.settled"),
    }
)
_LONGEST = 100


class Kind(StrEnum):
    INTERNAL = "internal"
    SERVER = "server"
    CLIENT = "client"
    PRODUCER = "producer"
    CONSUMER = "consumer"


@dataclass(frozen=True, slots=True)
class Finished:
    """A span that ended. Times: nanoseconds since 1970. ``error``: its kind; empty: none."""

    name: str
    kind: Kind
    context: TraceContext
    parent: TraceContext | None
    links: Sequence[TraceContext]
    attributes: Mapping[str, Value]
    error: str
    started: int
    ended: int


Record = Callable[[Finished], None]
"""Takes a span without waiting for anything."""
Make = Callable[[], tuple[Record, Callable[[], None]]]
"""Gives what takes spans, and what sends those that wait, for at most a few seconds."""


@dataclass(slots=True)
class Span(AbstractContextManager["Span"]):
    """One that goes on, the current one between enter and exit."""

    name: str
    kind: Kind
    context: TraceContext
    parent: TraceContext | None
    links: Sequence[TraceContext] = ()
    attributes: dict[str, Value] = field(default_factory=dict)
    error: str = ""
    started: int = field(default_factory=time.time_ns)
    _token: Token[TraceContext | None] | None = None

    def __enter__(self) -> Self:
        self._token = _current.set(self.context)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._token is not None:
            _current.reset(self._token)
        if kind is not None:
            self.error = self.error or kind.__name__
        self.end(time.time_ns())

    def end(self, ended: int) -> None:
        """Record it."""
        attributes = {
            name: value[:_LONGEST] if isinstance(value, str) else value
            for name, value in self.attributes.items()
            if name in _NAMES and value is not None
        }
        _tracing.record(
            Finished(
                name=self.name,
                kind=self.kind,
                context=self.context,
                parent=self.parent,
                links=self.links,
                attributes=attributes,
                error=self.error,
                started=self.started,
                ended=max(self.started, ended),
            )
        )


class _Tracing:
    """The recorder of this process. It is made when the first span ends: so after a fork."""

    def __init__(self) -> None:
        self.share = 0.0
        self.on = False
        self._make: Make | None = None
        self._made = threading.Lock()
        self._record: Record | None = None
        self._close: Callable[[], None] | None = None

    def use(self, make: Make | None, share: float) -> None:
        self.close()
        self._make, self.share, self.on = make, share, make is not None
        self._record = self._close = None

    def warm(self) -> None:
        with self._made:
            if self._record is None and self._make is not None:
                self._record, self._close = self._make()

    def record(self, finished: Finished) -> None:
        try:
            if self._record is None:
                self.warm()
            if self._record is not None:
                self._record(finished)
        except Exception:
            self.on = False
            log.exception("traces stopped: a span cannot be recorded")

    def close(self) -> None:
        if self._close is not None:
            self._close()


_tracing = _Tracing()
_current: ContextVar[TraceContext | None] = ContextVar("trace", default=None)
_NOTHING: AbstractContextManager[Span | None] = nullcontext(None)


def tracing_use(make: Make | None, *, share: float) -> None:
    """Record this share of what enters, from 0 to 1; None: nothing any more.

    ``make`` is called once in each process that has something to record.
    """
    _tracing.use(make, share)


def tracing_on() -> bool:
    """Whether spans are recorded."""
    return _tracing.on


def tracing_warm() -> None:
    """Make the recorder now, instead of during the first span."""
    if _tracing.on:
        _tracing.warm()


def tracing_close() -> None:
    """Send what waits, because the process ends."""
    _tracing.close()


def trace_current() -> TraceContext | None:
    """The span in which this runs; None if nothing of it is recorded."""
    return _current.get()


def entry_span(name: str, kind: Kind, header: str) -> AbstractContextManager[Span | None]:
    """A span by which a trace enters: the one that ``header`` (`traceparent`) names, or a new one.

    It is recorded by chance, at the share of the settings, whatever the caller asks for.
    """
    if not _tracing.on or secrets.randbits(32) >= _tracing.share * 2**32:
        return _NOTHING
    parent = TraceContext.parse(header)
    return Span(name, kind, parent.child() if parent else trace_begin(), parent)


def span(
    name: str,
    kind: Kind = Kind.INTERNAL,
    *,
    parent: TraceContext | None,
    link: TraceContext | None = None,
    attributes: Mapping[str, Value] | None = None,
) -> AbstractContextManager[Span | None]:
    """A span below ``parent``; none without. ``link``: of another trace that it has to do with."""
    if parent is None or not _tracing.on:
        return _NOTHING
    return Span(name, kind, parent.child(), parent, _links(parent, link), dict(attributes or {}))


def span_record(
    name: str,
    *,
    parent: TraceContext,
    started: int,
    link: TraceContext | None = None,
    attributes: Mapping[str, Value] | None = None,
    error: str = "",
) -> TraceContext:
    """Record what began at ``started`` (`time.time_ns`) and ends now. Returns its place."""
    made = Span(
        name,
        Kind.INTERNAL,
        parent.child(),
        parent,
        _links(parent, link),
        dict(attributes or {}),
        error,
        started,
    )
    made.end(time.time_ns())
    return made.context


def _links(parent: TraceContext, link: TraceContext | None) -> Sequence[TraceContext]:
    return (link,) if link is not None and link != parent else ()
