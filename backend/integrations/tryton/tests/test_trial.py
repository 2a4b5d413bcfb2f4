"""The test of a connection, against the real Tryton: what it says, and how it names trouble."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest

from integrations.sdk import ConnectorError, Problem, Trace
from integrations.sdk.testing.calls import LOOPBACK
from integrations.sdk.testing.wire import Request, answer, http_server, unused_port
from integrations.tryton.connector import TrytonConnector
from integrations.tryton.tests.conftest import Tryton


async def trial(settings: dict[str, Any], keys: dict[str, Any], trace: Trace) -> str:
    async with TrytonConnector.open(settings, keys, LOOPBACK, 30.0) as connector:
        return await connector.probe(trace)


@pytest.mark.tryton
async def test_it_says_what_answers_who_is_signed_in_and_what_may_be_done(tryton: Tryton) -> None:
    trace = Trace()
    said = await trial(tryton.config, tryton.credentials, trace)
    assert said == (
        f"Tryton 8.0 at {tryton.config['base_url']}, database {tryton.config['database']}, "
        "signed in as Waybill (company Riverside Trading). It may create parties, opportunities "
        "and sales."
    )
    assert not trace.written
    kept = json.dumps([[one.request, one.response] for one in trace.exchanges])
    assert tryton.credentials["application_key"] not in kept


@pytest.mark.tryton
async def test_it_says_what_the_user_may_not_do(tryton: Tryton) -> None:
    said = await trial(tryton.config, {"application_key": tryton.auditor_key}, Trace())
    assert said.endswith("It may create parties and sales, but not opportunities.")


WRONG: list[tuple[str, dict[str, Any], dict[str, str], Problem, str]] = [
    ("key", {}, {"application_key": "0" * 128}, Problem.WRONG_CREDENTIALS, "Approve it"),
    ("database", {"database": "nowhere"}, {}, Problem.WRONG_SETTINGS, "no database nowhere"),
    ("company", {"company": 4711}, {}, Problem.WRONG_SETTINGS, "Riverside Trading"),
    ("employee", {"employee": 4711}, {}, Problem.WRONG_SETTINGS, "employee 4711"),
    (
        "port",
        {"base_url": f"http://127.0.0.1:{unused_port()}"},
        {},
        Problem.REFUSED_CONNECTION,
        "connection refused",
    ),
]


@pytest.mark.tryton
@pytest.mark.parametrize(
    ("config", "keys", "problem", "words"),
    [case[1:] for case in WRONG],
    ids=[case[0] for case in WRONG],
)
async def test_what_is_wrong_has_a_name_and_words(
    tryton: Tryton, config: dict[str, Any], keys: dict[str, str], problem: Problem, words: str
) -> None:
    with pytest.raises(ConnectorError, match=words) as caught:
        await trial(tryton.config | config, tryton.credentials | keys, Trace())
    assert caught.value.problem is problem


NO_TRYTON: list[tuple[str, bytes]] = [
    ("a page", answer(200, b"<html>", Content_Type="text/html")),
    ("a page that is not there", answer(404, b"<html>", Content_Type="text/html")),
    ("another API", answer(200, {"ok": True})),
    ("no POST", answer(405, b"")),
]


@pytest.mark.parametrize("said", [case[1] for case in NO_TRYTON], ids=[c[0] for c in NO_TRYTON])
async def test_a_server_that_is_not_tryton_is_called_that(said: bytes) -> None:
    async with http_server(lambda _: said) as server:
        settings = {"base_url": server.url, "company": 1}
        with pytest.raises(ConnectorError, match="does not answer as Tryton") as caught:
            await trial(settings, {"application_key": "key-of-the-test"}, Trace())
    assert caught.value.problem is Problem.NOT_THIS_SYSTEM


async def test_an_older_tryton_is_named_by_its_version() -> None:
    def older(request: Request) -> bytes:
        is_rpc = request.target == "/rpc/"
        return answer(200, {"id": 1, "result": "7.0"}) if is_rpc else answer(404, b"<html>")

    async with http_server(older) as server:
        settings = {"base_url": server.url, "company": 1}
        with pytest.raises(ConnectorError, match=r"Tryton 7\.0 .* needs 8\.0") as caught:
            await trial(settings, {"application_key": "key-of-the-test"}, Trace())
    assert caught.value.problem is Problem.WRONG_SETTINGS


async def test_a_user_without_any_right_is_told_so() -> None:
    def poor(request: Request) -> bytes:
        if request.target == "/rpc/":
            return answer(200, {"id": 1, "result": "8.0"})
        if "get_access" in request.target:
            return answer(200, {"party.party": {"read": True, "create": False}})
        if "ir.model" in request.target:
            return answer(200, [{"id": 1, "name": "party.party"}])
        return answer(200, [{"id": 1, "user": {"id": 2, "name": "Ada"}}])

    async with http_server(poor) as server:
        settings = {"base_url": server.url, "company": 1}
        with pytest.raises(ConnectorError, match="Give the user a role") as caught:
            await trial(settings, {"application_key": "key-of-the-test"}, Trace())
    assert caught.value.problem is Problem.MISSING_RIGHTS


async def test_a_company_is_named_to_tryton_only_when_it_is_one_of_the_users() -> None:
    """Tryton would remember that the user of the key may see no company at all."""
    user = {"id": 2, "name": "Ada", "companies": [{"id": 1, "rec_name": "Riverside"}]}

    def theirs(request: Request) -> bytes:
        if request.target == "/rpc/":
            return answer(200, {"id": 1, "result": "8.0"})
        return answer(200, [{"id": 1, "user": user}] if "application" in request.target else [])

    async def named(company: int) -> list[bool]:
        async with http_server(theirs) as server:
            settings = {"base_url": server.url, "company": company}
            with suppress(ConnectorError):
                await trial(settings, {"application_key": "key-of-the-test"}, Trace())
            return ["x-tryton-context" in map(str.lower, each.headers) for each in server.requests]

    assert await named(4711) == [False]
    assert await named(1) == [False, False, True]
