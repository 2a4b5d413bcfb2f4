"""Which trace, and which span of it: what one process tells the next."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from typing import Self

# https://www.w3.org/TR/trace-context/#traceparent-header: later versions may have more behind.
_HEADER = re.compile(r"([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-.*)?")
_TRACE_BYTES, _SPAN_BYTES = 16, 8


@dataclass(frozen=True, slots=True)
class TraceContext:
    """A span of a recorded trace. Traces that are not recorded have none."""

    trace_id: int
    span_id: int

    @classmethod
    def parse(cls, header: str) -> Self | None:
        """From `traceparent`; None if it is none. Whether its sender records it does not matter."""
        found = _HEADER.fullmatch(header)
        if found is None:
            return None
        version, trace_id, span_id, more = found.groups()
        if version == "ff" or (version == "00" and more is not None):
            return None
        context = cls(int(trace_id, 16), int(span_id, 16))
        return context if context.trace_id and context.span_id else None

    @classmethod
    def from_bytes(cls, stored: bytes | None) -> Self | None:
        """As `to_bytes` wrote it; None if nothing was."""
        if stored is None:
            return None
        data = bytes(stored)
        return cls(int.from_bytes(data[:_TRACE_BYTES]), int.from_bytes(data[_TRACE_BYTES:]))

    def to_bytes(self) -> bytes:
        """24 bytes: of the trace, then of the span."""
        return self.trace_id.to_bytes(_TRACE_BYTES) + self.span_id.to_bytes(_SPAN_BYTES)

    def child(self) -> TraceContext:
        """The place of a new span of the same trace."""
        return TraceContext(self.trace_id, secrets.randbits(64) or 1)

    @property
    def header(self) -> str:
        """As `traceparent`."""
        return f"00-{self.trace_id_text}-{self.span_id:016x}-01"

    @property
    def trace_id_text(self) -> str:
        """32 digits, as stores of traces show it."""
        return f"{self.trace_id:032x}"


def trace_begin() -> TraceContext:
    """The first place of a new trace."""
    return TraceContext(secrets.randbits(128) or 1, secrets.randbits(64) or 1)
