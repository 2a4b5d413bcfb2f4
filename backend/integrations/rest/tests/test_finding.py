"""Requests that are looked up by our reference before they are sent again."""

from __future__ import annotations

from typing import Any

import pytest

from integrations.rest.connector import RestConnector
from integrations.rest.models import RequestOut
from integrations.sdk import ConnectorError, InvalidInput, OutcomeUnknown, Trace, Transient
from integrations.sdk.testing.calls import LOOPBACK, REF, send
from integrations.sdk.testing.wire import Request, Server, answer, http_server, reset

BY_QUERY = {
    "path": "/leads",
    "query": {"external_id": "{reference}", "limit": "5"},
    "records": "/data",
    "reference": "/attributes/external_id",
    "record": "/id",
}
BY_PATH = {"path": "/leads/ref/{reference}", "reference": "/external_id", "record": "/number"}
MINE = {"id": 7, "attributes": {"external_id": REF.code}}
OTHER = {"id": 3, "attributes": {"external_id": "WB-OTHER-1"}}


async def post(server: Server, look_up: dict[str, Any] | None, body: Any) -> RequestOut:
    config = {"base_url": server.url, "look_up": look_up}
    payload = {"path": "/leads", "body": body}
    result = await send(RestConnector, "request.send_found", payload, config=config)
    assert isinstance(result, RequestOut)
    return result


async def find(server: Server, look_up: dict[str, Any]) -> RequestOut | None:
    config = {"base_url": server.url, "look_up": look_up}
    async with RestConnector.open(config, {}, LOOPBACK, 5.0) as opened:
        result = await opened.find("request.send_found", REF, Trace())
    assert result is None or isinstance(result, RequestOut)
    return result


@pytest.mark.parametrize("body", [None, {"name": "Ada", "attributes": {"tags": ["a"]}}])
async def test_the_reference_is_sent_where_it_is_looked_for(body: dict[str, Any] | None) -> None:
    async with http_server(lambda _: answer(201, {})) as server:
        await post(server, BY_QUERY, body)
    sent = server.requests[0].json
    assert sent["attributes"]["external_id"] == REF.code
    assert body is None or (sent["name"], sent["attributes"]["tags"]) == ("Ada", ["a"])


@pytest.mark.parametrize(
    "body", [[1], "text", {"attributes": 5}, {"attributes": {"external_id": "X"}}]
)
async def test_what_stands_in_the_references_place_is_refused_unsent(body: Any) -> None:
    async with http_server(lambda _: answer(201, {})) as server:
        with pytest.raises(InvalidInput):
            await post(server, BY_QUERY, body)
        assert not server.requests


async def test_without_a_look_up_nothing_is_sent() -> None:
    async with http_server(lambda _: answer(201, {})) as server:
        with pytest.raises(InvalidInput, match="does not say how a record is found again"):
            await post(server, None, {})
        assert not server.requests


async def test_a_lost_answer_leaves_the_outcome_open() -> None:
    async with http_server(reset) as server:
        with pytest.raises(OutcomeUnknown):
            await post(server, BY_QUERY, {})


async def test_the_record_with_our_reference_is_found_among_others() -> None:
    async with http_server(lambda _: answer(200, {"data": [OTHER, MINE]})) as server:
        found = await find(server, BY_QUERY)
    assert found is not None
    assert (found.record, found.body) == ("7", MINE)
    request = server.requests[0]
    assert (request.method, request.target) == ("GET", f"/leads?external_id={REF.code}&limit=5")


@pytest.mark.parametrize(
    "body", [{"data": []}, {"data": [OTHER]}, {"data": None}, {}, [], {"data": [None, 5, "x"]}]
)
async def test_records_without_our_reference_are_not_ours(body: Any) -> None:
    async with http_server(lambda _: answer(200, body)) as server:
        assert await find(server, BY_QUERY) is None


async def test_one_record_by_its_own_address() -> None:
    record = {"number": "L-1", "external_id": REF.code}
    async with http_server(lambda _: answer(200, record)) as server:
        found = await find(server, BY_PATH)
    assert found is not None
    assert found.record == "L-1"
    assert server.requests[0].target == f"/leads/ref/{REF.code}"


async def test_404_means_none_only_where_the_address_is_that_of_the_record() -> None:
    async with http_server(lambda _: answer(404, {})) as server:
        assert await find(server, BY_PATH) is None
        with pytest.raises(InvalidInput, match="HTTP 404"):
            await find(server, BY_QUERY)


@pytest.mark.parametrize(
    "said", [answer(500, {}), answer(200, b"<html>", Content_Type="text/html")]
)
async def test_a_look_up_that_is_not_understood_is_asked_again(said: bytes) -> None:
    async with http_server(lambda _: said) as server:
        with pytest.raises(Transient):
            await find(server, BY_QUERY)


@pytest.mark.parametrize(
    ("rules", "kind"),
    [({"refused": [{"at": "/error"}]}, InvalidInput), ({"retry": [{"at": "/error"}]}, Transient)],
)
async def test_an_error_inside_a_look_up_is_no_absence(
    rules: dict[str, Any], kind: type[ConnectorError]
) -> None:
    """It would be sent a second time."""
    async with http_server(lambda _: answer(200, {"error": "search is down"})) as server:
        config = {"base_url": server.url, "look_up": BY_QUERY, **rules}
        async with RestConnector.open(config, {}, LOOPBACK, 5.0) as opened:
            with pytest.raises(kind):
                await opened.find("request.send_found", REF, Trace())


async def test_the_rules_of_a_success_are_not_about_look_ups() -> None:
    async with http_server(lambda _: answer(200, {"data": [MINE]})) as server:
        config = {"base_url": server.url, "look_up": BY_QUERY, "success": [{"at": "/id"}]}
        async with RestConnector.open(config, {}, LOOPBACK, 5.0) as opened:
            assert await opened.find("request.send_found", REF, Trace()) is not None


async def test_no_content_is_an_absence_and_an_empty_answer_is_none() -> None:
    async with http_server(lambda _: answer(204, b"")) as server:
        assert await find(server, BY_QUERY) is None
    for said in (answer(200, b""), answer(200, b"[]" + b" " * 2_000_000)):
        async with http_server(lambda _, said=said: said) as server:  # type: ignore[misc]
            with pytest.raises(Transient):
                await find(server, BY_QUERY)


async def test_a_look_up_signs_in_like_any_request() -> None:
    def judge(request: Request) -> bytes:
        known = request.headers.get("authorization") == "Bearer t-123"
        return answer(200 if known else 401, {"data": [MINE]})

    config = {"look_up": BY_QUERY}
    credentials = {"auth": {"scheme": "bearer", "token": "t-123"}}
    async with (
        http_server(judge) as server,
        RestConnector.open(
            {"base_url": server.url, **config}, credentials, LOOPBACK, 5.0
        ) as opened,
    ):
        assert await opened.find("request.send_found", REF, Trace()) is not None


@pytest.mark.parametrize(
    "look_up",
    [
        {"path": "/leads", "reference": "/id"},
        {"path": "/leads", "query": {"q": "{ref}"}, "reference": "/id"},
        {"path": "leads/{reference}", "reference": "/id"},
        {"path": "/../{reference}", "reference": "/id"},
        {"path": "/leads/{reference}", "reference": "id"},
        {"path": "/leads/{reference}"},
    ],
)
async def test_a_look_up_that_cannot_work_is_refused(look_up: dict[str, Any]) -> None:
    with pytest.raises(ConnectorError, match="look_up"):
        await send(
            RestConnector, "request.send_found", {"path": "/x"},
            config={"base_url": "https://api.example.com", "look_up": look_up},
        )  # fmt: skip
