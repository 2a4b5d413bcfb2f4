"""Answers that a healthy Tryton does not give, but something in between may."""

from __future__ import annotations

from typing import Any

import pytest

from integrations.sdk import (
    AuthFailed,
    ConnectorError,
    InvalidInput,
    OutcomeUnknown,
    RateLimited,
    Trace,
    Transient,
)
from integrations.sdk.testing.calls import send
from integrations.sdk.testing.wire import Request, answer, http_server
from integrations.tryton.connector import TrytonConnector

PAGE = b"<!doctype html><title>400 Bad Request</title>"
ODD: list[tuple[str, bytes, type[ConnectorError], str]] = [
    (
        "a page for 400",
        answer(400, PAGE, Content_Type="text/html"),
        InvalidInput,
        "not understand",
    ),
    ("403", answer(403, b""), InvalidInput, "right role"),
    ("403 asks", answer(403, b"", WWW_Authenticate="Bearer"), AuthFailed, "refused"),
    (
        "a missing right",
        answer(400, {"message": 'You are not allowed to access "Sale Opportunity".'}),
        AuthFailed,
        "lacks a right",
    ),
    (
        "a missing right, quoted",
        answer(400, {"message": '"x" of "You are not allowed to access "Party"." is not valid.'}),
        InvalidInput,
        "refuses the record",
    ),
    (
        "a customer named like it",
        answer(400, {"message": "No Access Systems Ltd", "description": "access denied"}),
        InvalidInput,
        "refuses the record",
    ),
    ("404", answer(404, PAGE, Content_Type="text/html"), InvalidInput, "does not know"),
    ("301", answer(301, b"", Location="https://x/"), InvalidInput, "HTTP 301"),
    ("409", answer(409, b""), Transient, "busy"),
    ("423", answer(423, b""), Transient, "busy"),
    ("429 without a time", answer(429, b""), RateLimited, "slow down"),
    ("503", answer(503, PAGE), RateLimited, "slow down"),
    ("500", answer(500, PAGE), OutcomeUnknown, "internal error"),
    ("502", answer(502, PAGE), OutcomeUnknown, "HTTP 502"),
    ("a page for 200", answer(200, PAGE, Content_Type="text/html"), OutcomeUnknown, "without JSON"),
    ("another API", answer(200, {"ok": True}), OutcomeUnknown, "may not be a Tryton"),
    ("202", answer(202, {"id": 1}), OutcomeUnknown, "HTTP 202"),
    ("made but not readable", answer(204, b""), OutcomeUnknown, "may not read it back"),
]


async def create(port: int, payload: dict[str, Any], trace: Trace | None = None) -> Any:
    return await send(
        TrytonConnector, "opportunity.create", {"party": 1, "description": "x"} | payload,
        config={"base_url": f"http://127.0.0.1:{port}", "company": 1},
        credentials={"application_key": "key-of-the-test"}, trace=trace,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("said", "kind", "words"), [case[1:] for case in ODD], ids=[case[0] for case in ODD]
)
async def test_what_an_odd_answer_means(
    said: bytes, kind: type[ConnectorError], words: str
) -> None:
    async with http_server(lambda _: said) as server:
        with pytest.raises(kind, match=words):
            await create(server.port, {})
        assert len(server.requests) == 1


async def test_a_look_up_that_answers_something_else_than_a_list_is_no_absence() -> None:
    """An empty page must not read as “not there”: the record would be made a second time."""

    def said(request: Request) -> bytes:
        return answer(200, {"records": []})

    async with http_server(said) as server:
        with pytest.raises(Transient, match="something else than a list"):
            await send(
                TrytonConnector, "party.create", {"name": "Ada", "country": "AT"},
                config={"base_url": server.url, "company": 1},
                credentials={"application_key": "key-of-the-test"},
            )  # fmt: skip
        assert [one.method for one in server.requests] == ["GET"]
