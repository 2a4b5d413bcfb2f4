"""Whatever is answered: a connector ends with an output or an error, and both can be kept."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from integrations.discovery import connectors, get_connector
from integrations.sdk import AuthFailed, Connector, ConnectorError, Trace
from integrations.sdk.json_values import MAX_DEPTH, parse, storable
from integrations.sdk.testing.calls import LOOPBACK, REF, storable_json
from integrations.sdk.testing.examples import examples_of
from integrations.sdk.testing.odd_answers import OddAnswer, odd_answers
from integrations.sdk.testing.wire import Request, http_server

HTTP = {
    name: examples_of(connector)
    for name, connector in connectors().items()
    if examples_of(connector).willing_server is None
}
CORPUS = odd_answers()


async def every_call(opened: Connector[Any, Any, Any], name: str, where: str) -> None:
    for action in opened.actions:
        for verb in ("send", "find", "probe"):
            trace = Trace()
            try:
                match verb:
                    case "send":
                        payload = HTTP[name].payloads[action.name]
                        output = await opened.send(action.name, payload, REF, trace)
                        assert storable_json(output.model_dump(mode="json")), where
                    case "find" if action.effect == "readable":
                        found = await opened.find(action.name, REF, trace)
                        kept = found.model_dump(mode="json") if found else None
                        assert storable_json(kept), where
                    case "probe":
                        assert storable_json(await opened.probe(trace)), where
            except ConnectorError as error:
                said = error.message
            else:
                said = ""
            assert storable_json([said, trace.request, trace.response]), where


def test_there_are_three_hundred_of_them() -> None:
    assert len({answer.name for answer in CORPUS}) == 300


@pytest.mark.parametrize("name", HTTP)
async def test_no_odd_answer_breaks_a_connector_or_its_record(name: str) -> None:
    now: list[OddAnswer] = []
    async with http_server(lambda _: now[0].raw) as server:
        known = HTTP[name]
        opening = get_connector(name).open(
            known.config(server.port), known.credentials, LOOPBACK, 5.0
        )
        async with opening as opened:
            for odd in CORPUS:
                now[:] = [odd]
                await every_call(opened, name, odd.name)


@pytest.mark.parametrize("name", HTTP)
async def test_no_words_of_an_answer_are_a_refused_sign_in(name: str) -> None:
    """A firewall's page, or a sentence that quotes a customer, must not pause a connection."""
    words = b'{"message": "No Access Systems Ltd is not allowed to sign in: unauthorized"}'
    for status in (200, 400, 403, 404, 409, 422, 500):
        said = OddAnswer("words", status, (("Content-Type", "application/json"),), words).raw
        async with http_server(_always(said)) as server:
            known = HTTP[name]
            opening = get_connector(name).open(
                known.config(server.port), known.credentials, LOOPBACK, 5.0
            )
            async with opening as opened:
                for action in opened.actions:
                    payload = known.payloads[action.name]
                    try:
                        await opened.send(action.name, payload, REF, Trace())
                    except AuthFailed:
                        pytest.fail(f"{action.name} took words for a refusal (HTTP {status})")
                    except ConnectorError:
                        pass


def _always(said: bytes) -> Callable[[Request], bytes]:
    return lambda _: said


ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=20)
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ANY_TEXT, inner, max_size=4),
    max_leaves=20,
)


ODD_JSON = st.sampled_from(
    [
        b'{"id": 7, "a": ' + b"[" * 300 + b"]" * 300 + b"}",
        b'{"id": 7, "a": ' + b'{"a":' * 100_000 + b"1" + b"}" * 100_000 + b"}",
        b'{"id": 7, "a": ' + b"9" * 5_000 + b"}",
        b'{"id": 7, "\\ud800": "\\u0000\x00\xff", "b": [NaN, -Infinity, 1e400, 1E-400]}',
        b'{"id": 7, "a": "\x00"}',
        b"a\x00b \xff",
        '{"id": 7, "a": "\\u0000"}'.encode("utf-16"),
        b'{"id": 7, "id": 8}',
    ]
)
WRITTEN_JSON = ANY_JSON.map(lambda value: json.dumps(value).encode())
ANY_BODY = ODD_JSON | WRITTEN_JSON | st.binary(max_size=200)
ANY_LINE = st.binary(max_size=60).map(lambda text: text.translate(None, b"\r\n\x00"))
HEADER_LINES: dict[bytes, list[bytes]] = {
    b"Content-Type": [b"application/json", b"text/html", b"application/json; charset=utf-7", b";"],
    b"Location": [b"mailto:a@b", b"//[x", b"/%00/%ff", b"/" + b"x" * 5_000, b"http://:80", b"\xff"],
    b"Retry-After": [b"9" * 500, b"Sun, 06 Nov 99999999999 08:49:37 GMT", b"-1, 7", b"1.5", b"1e9"],
    b"WWW-Authenticate": [b"", b"Basic \xff"],
    b"Content-Encoding": [b"gzip", b"br", b"odd"],
    b"Set-Cookie": [b"a=b; expires=\xff", b";;;"],
    b"X-Odd": [b"x" * 9_000],
}
ANY_HEADER = st.one_of(
    [
        st.tuples(st.just(name), st.sampled_from(lines) | ANY_LINE)
        for name, lines in HEADER_LINES.items()
    ]
)
ANY_STATUS = st.sampled_from([200, 201, 202, 200, 201, 400, 409, 429, 101, 204, 304])
ANY_ANSWER = st.tuples(
    ANY_STATUS | st.integers(200, 999), st.lists(ANY_HEADER, max_size=2), ANY_BODY
)


@pytest.mark.parametrize("name", HTTP)
@given(said=ANY_ANSWER)
@example(said=(200, [], b'{"id": 7, "a": "\x00"}'))
@example(said=(201, [(b"Location", b"mailto:a@b")], b""))
@example(said=(201, [(b"Location", b"/%00/%ff")], b"a\x00b"))
@example(said=(200, [], '{"id": 7, "a": "\\u0000"}'.encode("utf-16")))
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_answer_at_all_breaks_a_connector_or_its_record(
    name: str, said: tuple[int, list[tuple[bytes, bytes]], bytes]
) -> None:
    status, headers, body = said
    lines = [b"HTTP/1.1 %d Odd" % status, *(b"%s: %s" % header for header in headers)]
    raw = b"\r\n".join([*lines, b"Content-Length: %d" % len(body), b"", body])

    async def try_all() -> None:
        known = HTTP[name]
        async with http_server(lambda _: raw) as server:
            config = known.config(server.port)
            opening = get_connector(name).open(config, known.credentials, LOOPBACK, 0.5)
            async with opening as opened:
                await every_call(opened, name, repr(said)[:500])

    asyncio.run(try_all())


@given(ANY_JSON)
def test_any_json_can_be_stored_and_stays_what_it_was_where_it_could_be(value: Any) -> None:
    clean = storable(value)
    assert storable_json(clean)
    assert storable(clean) == clean
    is_json, parsed = parse(json.dumps(value).encode())
    assert is_json
    assert parsed == clean


@given(st.integers(min_value=1, max_value=3 * MAX_DEPTH))
def test_depth_is_cut_and_marked(levels: int) -> None:
    is_json, value = parse(b"[" * levels + b"7" + b"]" * levels)
    assert is_json
    assert ("[nested too deeply]" in json.dumps(value)) == (levels > MAX_DEPTH)


@given(st.binary(max_size=200))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_any_bytes_are_json_or_not(body: bytes) -> None:
    is_json, value = parse(body)
    assert storable_json(value if is_json else None)
