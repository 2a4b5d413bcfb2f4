"""Any JSON API: what is sent, and what its answers mean."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from email.utils import format_datetime
from typing import Any

import pytest
from pydantic import ValidationError

from integrations.rest.connector import RestConnector
from integrations.rest.models import RequestOut, RestConfig
from integrations.rest.pointers import pick
from integrations.sdk import (
    AuthFailed,
    ConnectorError,
    InvalidInput,
    OutcomeUnknown,
    RateLimited,
    Transient,
)
from integrations.sdk.testing.calls import REF, send
from integrations.sdk.testing.wire import Server, answer, http_server

BODY = {"company": "Ada Ltd", "tags": ["a", 1, None, {"ü": "ß"}]}


async def post(server: Server, *, keyed: bool = False, **payload: Any) -> RequestOut:
    action = "request.send_keyed" if keyed else "request.send"
    config = {"base_url": f"{server.url}/v2/", "headers": {"X-Tenant": "t1"}}
    config |= payload.pop("settings", {})
    credentials = payload.pop("credentials", {})
    result = await send(
        RestConnector, action, {"path": "/leads", **payload}, config=config, credentials=credentials
    )
    assert isinstance(result, RequestOut)
    return result


async def test_method_path_query_headers_and_body_arrive_as_given() -> None:
    async with http_server(lambda _: answer(200, {})) as server:
        await post(
            server, method="PUT", path="/leads/ü 1", query={"a b": "c&d"},
            headers={"X-Trace": "7"}, body=BODY,
        )  # fmt: skip
    request = server.requests[0]
    assert (request.method, request.target) == ("PUT", "/v2/leads/%C3%BC%201?a+b=c%26d")
    assert (request.headers["x-tenant"], request.headers["x-trace"]) == ("t1", "7")
    assert request.headers["content-type"] == "application/json"
    assert request.json == BODY
    assert "idempotency-key" not in request.headers


async def test_numbers_and_yes_become_text_and_nothing_is_left_out() -> None:
    query = {"limit": 5, "price": 9.5, "whole": 7.0, "open": True, "none": None, "text": "x"}
    async with http_server(lambda _: answer(200, {})) as server:
        await post(server, query=query, headers={"X-Page": 2, "X-Dry": False, "X-None": None})
    request = server.requests[0]
    assert request.target == "/v2/leads?limit=5&price=9.5&whole=7&open=true&text=x"
    assert (request.headers["x-page"], request.headers["x-dry"]) == ("2", "false")
    assert "x-none" not in request.headers


@pytest.mark.parametrize("value", [[1], {"a": 1}, float("nan"), float("inf"), "x" * 4_001])
async def test_what_is_no_single_value_is_named(value: Any) -> None:
    async with http_server(lambda _: answer(200, {})) as server:
        with pytest.raises(InvalidInput) as caught:
            await post(server, query={"q": value})
        assert "query.q" in caught.value.fields
        assert not server.requests


async def test_a_request_may_have_rules_of_its_own() -> None:
    connection = {"refused": [{"at": "/error"}]}
    said = answer(200, {"error": "taken", "state": "ok"})
    payload: dict[str, Any] = {"path": "/leads"}
    async with http_server(lambda _: said) as server:
        config = {"base_url": server.url} | connection
        with pytest.raises(InvalidInput):
            await send(RestConnector, "request.send", payload, config=config)
        await send(RestConnector, "request.send", payload | {"refused": []}, config=config)
        own: dict[str, Any] = {"refused": [], "retry": [{"at": "/state", "equals": "ok"}]}
        with pytest.raises(Transient):
            await send(RestConnector, "request.send", payload | own, config=config)
        own = {"refused": [], "success": [{"at": "/state", "equals": "done"}]}
        with pytest.raises(InvalidInput, match="something else than success at /state"):
            await send(RestConnector, "request.send", payload | own, config=config)


async def test_a_large_answer_is_cut_and_says_so() -> None:
    async with http_server(lambda _: answer(200, b"x" * 2_000_000)) as server:
        result = await post(server)
    assert len(result.body) < 9_000
    assert "more than 1 MiB" in str(result.remark)


async def test_the_keyed_action_sends_the_key_of_the_step() -> None:
    async with http_server(lambda _: answer(200, {})) as server:
        for _ in range(2):
            await post(server, keyed=True)
    assert [one.headers["idempotency-key"] for one in server.requests] == [REF.key] * 2


@pytest.mark.parametrize(
    ("auth", "header", "value"),
    [
        ({"scheme": "bearer", "token": "t-123"}, "authorization", "Bearer t-123"),
        (
            {"scheme": "basic", "username": "ü", "password": "p:w"},
            "authorization",
            "Basic w7w6cDp3",
        ),
        ({"scheme": "header", "name": "X-API-Key", "value": "k-123"}, "x-api-key", "k-123"),
    ],
)
async def test_each_way_to_sign_in(auth: dict[str, str], header: str, value: str) -> None:
    async with http_server(lambda _: answer(200, {})) as server:
        await post(server, credentials={"auth": auth})
    assert server.requests[0].headers[header] == value


async def test_a_key_copied_with_its_line_end_works() -> None:
    async with http_server(lambda _: answer(200, {})) as server:
        await post(server, credentials={"auth": {"scheme": "bearer", "token": " t-123\n"}})
    assert server.requests[0].headers["authorization"] == "Bearer t-123"


async def test_no_credentials_send_no_authorization() -> None:
    async with http_server(lambda _: answer(200, {})) as server:
        await post(server)
    assert "authorization" not in server.requests[0].headers


async def test_record_and_link_come_from_the_answer() -> None:
    said = answer(201, {"data": {"id": 42}}, Location="/v2/leads/42")
    async with http_server(lambda _: said) as server:
        result = await post(server, record_pointer="/data/id")
    assert (result.record, result.status, result.body) == ("42", 201, {"data": {"id": 42}})
    assert result.record_url == f"{server.url}/v2/leads/42"


async def test_a_location_on_another_host_is_not_shown_as_the_record() -> None:
    said = answer(201, {}, Location="https://evil.example/leads/42")
    async with http_server(lambda _: said) as server:
        assert (await post(server)).record_url is None


RECORDS = "https://crm.example.com/leads/{record}?tab=all"


@pytest.mark.parametrize(
    ("number", "address"),
    [
        (42, "https://crm.example.com/leads/42?tab=all"),
        ("A/7 ü", "https://crm.example.com/leads/A%2F7%20%C3%BC?tab=all"),
        ("//evil.example", "https://crm.example.com/leads/%2F%2Fevil.example?tab=all"),
        ("javascript:alert(1)", "https://crm.example.com/leads/javascript%3Aalert%281%29?tab=all"),
        ("..", None),
    ],
)
async def test_a_record_is_opened_where_the_connection_says(
    number: int | str, address: str | None
) -> None:
    async with http_server(lambda _: answer(201, {"id": number})) as server:
        result = await post(server, settings={"record_url": RECORDS}, record_pointer="/id")
    assert result.record_url == address


@pytest.mark.parametrize(
    "template",
    [
        "javascript:alert('{record}')",
        "ftp://crm.example.com/{record}",
        "https://{record}.example.com/",
        "https://{record}/",
        "https://crm.example.com/leads",
        "https://crm.example.com/ {record}",
        "/leads/{record}",
    ],
)
def test_an_address_of_records_that_could_lead_elsewhere_is_refused(template: str) -> None:
    with pytest.raises(ValidationError):
        RestConfig.model_validate({"base_url": "https://crm.example.com", "record_url": template})


async def test_an_empty_success_is_a_success() -> None:
    async with http_server(lambda _: answer(204, b"")) as server:
        assert (await post(server)).body is None


async def test_a_success_with_an_error_inside_is_no_success() -> None:
    said = answer(200, {"error": {"message": "not saved"}})
    async with http_server(lambda _: said) as server:
        with pytest.raises(OutcomeUnknown, match=r"without the record .* It says: not saved"):
            await post(server, record_pointer="/id")


@pytest.mark.parametrize(
    ("pointer", "found"),
    [("/a/b", "1"), ("/l/1", "y"), ("/x~1y", "slash"), ("/no", None), ("/l/9", None), ("/a", None)],
)
def test_json_pointers(pointer: str, found: str | None) -> None:
    assert pick({"a": {"b": 1}, "l": ["x", "y"], "x/y": "slash"}, pointer) == found


def in_90_s() -> str:
    return format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)


@pytest.mark.parametrize(
    ("header", "low", "high"),
    [
        (lambda: "7", 7, 7),
        (in_90_s, 1, 90),
        (lambda: "soon", None, None),
        (str, None, None),
        (lambda: "1.5", 2, 2),
        (lambda: "-5", None, None),
        (lambda: "9" * 400, 86_400, 86_400),
        (lambda: "Sun, 06 Nov 99999999999 08:49:37 GMT", None, None),
        (lambda: "Sun, 06 Nov 9999 08:49:37 +9999", None, None),
    ],
    ids=["seconds", "date", "words", "empty", "parts", "minus", "huge", "odd date", "odd zone"],
)
async def test_429_says_how_long_to_wait(
    header: Callable[[], str], low: int | None, high: int | None
) -> None:
    async with http_server(lambda _: answer(429, {}, Retry_After=header())) as server:
        with pytest.raises(RateLimited) as caught:
            await post(server)
    wait = caught.value.retry_after
    if low is None or high is None:
        assert wait is None
    else:
        assert wait is not None
        assert low <= wait <= high


HTML = b"<html>Please sign in</html>"
JUDGED: list[tuple[str, bytes, type[ConnectorError], str]] = [
    ("503", answer(503, {}), RateLimited, "not available"),
    ("503 with a time", answer(503, {}, Retry_After="9"), RateLimited, "not available"),
    ("409 with a time", answer(409, {}, Retry_After="5"), Transient, "still busy"),
    ("409", answer(409, {"detail": "exists"}), InvalidInput, "It says: exists"),
    ("400", answer(400, {"error": {"message": "bad phone"}}), InvalidInput, "It says: bad phone"),
    ("422 problem", answer(422, {"title": "Wrong"}), InvalidInput, "It says: Wrong"),
    ("404 page", answer(404, HTML, Content_Type="text/html"), InvalidInput, r"HTTP 404\)\.$"),
    ("401", answer(401, {}), AuthFailed, "Check them in the connection"),
    ("403", answer(403, {"message": "read only"}), InvalidInput, "read only"),
    ("403 asks", answer(403, {}, WWW_Authenticate="Bearer"), AuthFailed, "Check them"),
    ("207", answer(207, {"items": [{"status": 400}]}), OutcomeUnknown, "a part of it"),
    ("302", answer(302, b"", Location="http://169.254.169.254/"), InvalidInput, "redirects"),
    ("303", answer(303, b"", Location="/done"), OutcomeUnknown, "may have been done"),
    ("500", answer(500, {"error": "boom"}), OutcomeUnknown, "boom"),
    ("502", answer(502, HTML, Content_Type="text/html"), OutcomeUnknown, "HTTP 502"),
]


DELIVERED: dict[str, tuple[bytes, str | None, Any]] = {
    "a word": (answer(200, b"ok", Content_Type="text/plain"), None, "ok"),
    "nothing": (answer(201, b""), None, None),
    "a page": (answer(200, HTML, Content_Type="text/html"), None, HTML.decode()),
    "no content type": (answer(201, b'{"id": 1}', Content_Type=""), "/id", {"id": 1}),
    "a byte-order mark": (answer(200, b'\xef\xbb\xbf{"id": 1}'), "/id", {"id": 1}),
    "half of JSON": (answer(200, b'{"id": '), None, '{"id": '),
    "no UTF-8": (answer(200, b'{"id": 1, "a": "\xff"}'), "/id", {"id": 1, "a": "\ufffd"}),
    "a NUL": (answer(201, b'{"id": 7, "a": "b\\u0000"}'), "/id", {"id": 7, "a": "b\ufffd"}),
    "half a surrogate": (answer(201, b'{"id": 7, "\\ud800": 1}'), "/id", {"id": 7, "\ufffd": 1}),
    "no numbers": (
        answer(201, b'{"id": 7, "a": [NaN, 1e400]}'),
        "/id",
        {"id": 7, "a": ["[not a number]", "[not a number]"]},
    ),
    "large numbers": (
        answer(201, b'{"id": 123456789012345678901234567890}'),
        "/id",
        {"id": 123456789012345678901234567890},
    ),
    "the number alone": (answer(201, b"42"), "", 42),
}


@pytest.mark.parametrize(("said", "pointer", "body"), DELIVERED.values(), ids=DELIVERED)
async def test_a_success_is_a_success_whatever_it_looks_like(
    said: bytes, pointer: str | None, body: Any
) -> None:
    async with http_server(lambda _: said) as server:
        result = await post(server, record_pointer=pointer)
    assert result.body == body
    found = body["id"] if isinstance(body, dict) and pointer else body
    assert result.record == (None if pointer is None else str(found))


async def test_an_answer_nested_deeply_is_delivered_without_its_depth() -> None:
    said = answer(201, b'{"id": 7, "a": ' + b'{"a":' * 300 + b"1" + b"}" * 300 + b"}")
    async with http_server(lambda _: said) as server:
        result = await post(server, record_pointer="/id")
    assert result.record == "7"
    assert "[nested too deeply]" in result.model_dump_json()


async def test_an_abyss_is_delivered_as_text() -> None:
    async with http_server(lambda _: answer(201, b"[" * 100_000)) as server:
        result = await post(server, record_pointer="/id")
    assert (result.status, result.record) == (201, None)


async def test_the_record_beside_an_abyss_is_kept() -> None:
    abyss = b'{"a": ' + b'{"a":' * 100_000 + b'"]"' + b"}" * 100_000 + b', "id": 7}'
    async with http_server(lambda _: answer(201, abyss)) as server:
        result = await post(server, record_pointer="/id")
    assert result.record == "7"


@pytest.mark.parametrize(
    "number", ["18446744073709551616", "12345678901234567890.12", "0.1", "1e20", "-7", "9" * 200]
)
async def test_a_number_of_a_record_is_exactly_what_was_written(number: str) -> None:
    said = answer(201, b'{"id": ' + number.encode() + b"}")
    async with http_server(lambda _: said) as server:
        record = (await post(server, record_pointer="/id")).record
    assert record is not None
    assert Decimal(record) == Decimal(number)


@pytest.mark.parametrize("number", ["9" * 201, "9" * 5_000, "NaN", "1e400", '" "', "null", "{}"])
async def test_what_is_no_number_of_a_record_is_none(number: str) -> None:
    said = answer(201, b'{"id": ' + number.encode() + b"}")
    async with http_server(lambda _: said) as server:
        assert (await post(server, record_pointer="/id")).record is None


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (answer(200, b"ok", Content_Type="text/plain"), "without the record"),
        (answer(204, b""), "without the record"),
        (answer(201, {"name": "Ada"}), "without the record"),
        (answer(201, b"x" * 2_000_000), "larger than 1 MiB"),
    ],
    ids=["a word", "nothing", "another object", "2 MiB"],
)
async def test_a_success_without_the_record_is_delivered_and_says_so(
    said: bytes, words: str
) -> None:
    async with http_server(lambda _: said) as server:
        result = await post(server, record_pointer="/id")
    assert result.record is None
    assert words in (result.remark or "")
    assert len(result.model_dump_json()) < 10_000


@pytest.mark.parametrize(
    ("location", "record"),
    [
        ("/v2/leads/42", "42"),
        ("/v2/leads/42/", "42"),
        ("leads/a%20b?x=1", "a b"),
        ("/leads/a%00b", "a\ufffdb"),
        ("/", None),
        ("mailto:ada@example.com", None),
        ("//[broken", None),
        ("\udcff\udcfe", None),
        ("https://elsewhere.example/42", None),
        ("/" + "x" * 4_000, None),
    ],
)
async def test_the_record_is_the_end_of_the_location(location: str, record: str | None) -> None:
    head = f"HTTP/1.1 201 Made\r\nContent-Length: 0\r\nLocation: {location}\r\n\r\n"
    said = head.encode("utf-8", "surrogateescape")
    async with http_server(lambda _: said) as server:
        result = await post(server, record_pointer="/id")
    assert result.record == record
    assert len(result.record_url or "") <= 500


EMAIL_TAKEN = answer(200, {"success": False, "error": "email taken"})
RULES: dict[str, tuple[dict[str, Any], bytes, type[ConnectorError]]] = {
    "a refusal in a 200": (
        {"refused": [{"statuses": [200], "at": "/success", "equals": False}]},
        EMAIL_TAKEN,
        InvalidInput,
    ),
    "an error that is there": ({"refused": [{"at": "/error"}]}, EMAIL_TAKEN, InvalidInput),
    "a permanent 500": (
        {"refused": [{"statuses": [500], "at": "/code", "equals": "duplicate"}]},
        answer(500, {"code": "duplicate"}),
        InvalidInput,
    ),
    "later, in a 200": ({"retry": [{"at": "/busy", "equals": True}]}, answer(200, {"busy": True}),
                        Transient),
    "no success by the rule": (
        {"success": [{"at": "/success", "equals": True}]}, EMAIL_TAKEN, InvalidInput
    ),
    "nothing about success": (
        {"success": [{"at": "/done", "equals": True}]}, EMAIL_TAKEN, OutcomeUnknown
    ),
    "a page where success is looked for": (
        {"success": [{"at": "/success", "equals": True}]},
        answer(200, HTML, Content_Type="text/html"), OutcomeUnknown,
    ),
    "a range": ({"refused": [{"statuses": ["500-599"]}]}, answer(502, HTML), InvalidInput),
    "later, under 5xx": ({"retry": [{"statuses": [500, "502-504"]}]}, answer(503, {}), RateLimited),
    "a sign-in is no refusal": ({"refused": [{"statuses": ["400-499"]}]}, answer(401), AuthFailed),
    "a sign-in is no success": ({"success": [{"statuses": ["200-499"]}]}, answer(401), AuthFailed),
    "more than 1 MiB to judge": (
        {"refused": [{"at": "/error"}]}, answer(200, b" " * 2_000_000), OutcomeUnknown
    ),
}  # fmt: skip


@pytest.mark.parametrize(("rules", "said", "kind"), RULES.values(), ids=RULES)
async def test_the_connection_says_what_an_answer_means(
    rules: dict[str, Any], said: bytes, kind: type[ConnectorError]
) -> None:
    async with http_server(lambda _: said) as server:
        config = {"base_url": server.url, **rules}
        with pytest.raises(kind):
            await send(RestConnector, "request.send", {"path": "/leads"}, config=config)


async def test_a_rule_to_try_again_may_promise_that_nothing_was_done() -> None:
    rule = {"at": "/busy", "equals": True, "not_done": True}
    async with http_server(lambda _: answer(200, {"busy": True})) as server:
        config = {"base_url": server.url, "retry": [rule]}
        with pytest.raises(Transient) as caught:
            await send(RestConnector, "request.send", {"path": "/leads"}, config=config)
    assert caught.value.not_done


async def test_a_success_by_the_rule_is_one_with_any_status() -> None:
    async with http_server(lambda _: answer(409, {"error": "exists"})) as server:
        config = {
            "base_url": server.url,
            "success": [{"statuses": [409], "at": "/error", "equals": "exists"}],
        }
        result = await send(RestConnector, "request.send", {"path": "/leads"}, config=config)
    assert isinstance(result, RequestOut)
    assert result.status == 409


@pytest.mark.parametrize("status", [408, 425, 429, 503])
@pytest.mark.parametrize("proven", [True, False])
async def test_only_the_connection_can_promise_that_nothing_was_done(
    status: int, proven: bool
) -> None:
    async with http_server(lambda _: answer(status, {})) as server:
        config = {"base_url": server.url, "not_done_statuses": [status] if proven else []}
        with pytest.raises((Transient, RateLimited)) as caught:
            await send(RestConnector, "request.send", {"path": "/leads"}, config=config)
    assert isinstance(caught.value, Transient | RateLimited)
    assert caught.value.not_done is proven


@pytest.mark.parametrize(
    "rule",
    [{}, {"equals": True}, {"statuses": [99]}, {"at": "id"}, {"statuses": ["5xx"]},
     {"statuses": ["599-500"]}],
)  # fmt: skip
def test_a_rule_that_says_nothing_is_refused(rule: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        RestConfig.model_validate({"base_url": "https://example.com", "refused": [rule]})


@pytest.mark.parametrize(
    ("said", "kind", "words"),
    [case[1:] for case in JUDGED],
    ids=[case[0] for case in JUDGED],
)
async def test_what_an_answer_means(said: bytes, kind: type[ConnectorError], words: str) -> None:
    async with http_server(lambda _: said) as server:
        with pytest.raises(kind, match=words) as caught:
            await post(server)
        assert type(caught.value) is kind
        assert len(server.requests) == 1


async def test_a_lost_keyed_request_is_for_the_engine_to_send_again() -> None:
    async with http_server(lambda _: answer(500, {})) as server:
        with pytest.raises(OutcomeUnknown):
            await post(server, keyed=True)


@pytest.mark.parametrize(
    "path",
    ["leads", "//evil.example/x", "/a/../../admin", "/a/%2e%2e/admin", "/a\r\nX: y", "/a?b=c",
     "/a#b", "/\\evil.example", "/a/./b"],
)  # fmt: skip
async def test_a_path_stays_below_the_address(path: str) -> None:
    async with http_server(lambda _: answer(200, {})) as server:
        with pytest.raises(InvalidInput) as caught:
            await post(server, path=path)
        assert "path" in caught.value.fields
        assert not server.requests


@pytest.mark.parametrize(
    "headers",
    [{"X-A": "b\r\nX-C: d"}, {"X A": "b"}, {"Authorization": "mine"}, {"host": "evil"},
     {"Idempotency-Key": "mine"}, {"Transfer-Encoding": "chunked"}],
)  # fmt: skip
async def test_a_header_that_is_not_the_requests_to_set_is_refused(headers: dict[str, str]) -> None:
    async with http_server(lambda _: answer(200, {})) as server:
        with pytest.raises(InvalidInput) as caught:
            await post(server, headers=headers)
        assert "headers" in caught.value.fields
        assert not server.requests


@pytest.mark.parametrize(
    "base_url",
    ["example.com", "ftp://example.com", "https://", "https://u:p@example.com", "https://e.com/?a=1",
     "https://exa mple.com"],
)  # fmt: skip
async def test_an_address_that_is_none_is_refused(base_url: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        await send(RestConnector, "request.send", {"path": "/x"}, config={"base_url": base_url})
    assert "base_url" in caught.value.fields
