from __future__ import annotations

import pytest

from core.tracing import TraceContext

TRACE, SPAN = "4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"


@pytest.mark.parametrize(
    "header",
    [f"00-{TRACE}-{SPAN}-01", f"00-{TRACE}-{SPAN}-00", f"cc-{TRACE}-{SPAN}-01-of-the-future"],
)
def test_a_valid_header_names_its_span(header: str) -> None:
    context = TraceContext.parse(header)
    assert context == TraceContext(int(TRACE, 16), int(SPAN, 16))
    assert context.header == f"00-{TRACE}-{SPAN}-01"


@pytest.mark.parametrize(
    "header",
    [
        "",
        f"00-{TRACE}-{SPAN}",
        f"00-{TRACE}-{SPAN}-01-more",
        f"ff-{TRACE}-{SPAN}-01",
        f"00-{'0' * 32}-{SPAN}-01",
        f"00-{TRACE}-{'0' * 16}-01",
        f"00-{TRACE.upper()}-{SPAN}-01",
        f"00-{TRACE}-{SPAN}-01\n",
        f"00-{TRACE}-{SPAN}-01, 00-{TRACE}-{SPAN}-01",
        "x" * 100_000,
    ],
)
def test_any_other_header_is_none(header: str) -> None:
    assert TraceContext.parse(header) is None


def test_what_is_stored_is_24_bytes_and_comes_back() -> None:
    context = TraceContext(1, 2**64 - 1)
    assert len(context.to_bytes()) == 24
    assert TraceContext.from_bytes(context.to_bytes()) == context
    assert TraceContext.from_bytes(None) is None
