"""Whatever is answered: a connector ends with an output or an error, and both can be kept."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
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
        example = HTTP[name]
        opening = get_connector(name).open(
            example.config(server.port), example.credentials, LOOPBACK, 5.0
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
            example = HTTP[name]
            opening = get_connector(name).open(
                example.config(server.port), example.credentials, LOOPBACK, 5.0
            )
            async with opening as opened:
                for action in opened.actions:
                    payload = example.payloads[action.name]
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
        '{"id": 7, "a": "\\u0000"}'.encode("utf-16"),
        b'{"id": 7, "id": 8}',
    ]
)
ANY_BODY = (
    st.binary(max_size=200) | ANY_JSON.map(lambda value: json.dumps(value).encode()) | ODD_JSON
)
ANY_LINE = st.binary(max_size=60).map(lambda text: text.translate(None, b"\r\n\x00"))
ANY_HEADERS = st.lists(
    st.tuples(
        st.sampled_from(
            [b"Content-Type", b"Location", b"Retry-After", b"WWW-Authenticate", b"Content-Encoding",
             b"Set-Cookie", b"ETag", b"X-Odd"]
        ),
        ANY_LINE
        | st.sampled_from(
            [b"application/json; charset=utf-7", b"gzip", b"mailto:a@b", b"//[x", b"/%00/%ff",
             b"/" + b"x" * 5_000, b"9" * 500, b"Sun, 06 Nov 99999999999 08:49:37 GMT", b"-1, 7"]
        ),
    ),
    max_size=4,
)  # fmt: skip
ANY_ANSWER = st.tuples(
    st.integers(200, 999) | st.sampled_from([101, 204, 304]), ANY_HEADERS, ANY_BODY
)


@pytest.mark.parametrize("name", HTTP)
@given(ANY_ANSWER)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_answer_at_all_breaks_a_connector_or_its_record(
    name: str, said: tuple[int, list[tuple[bytes, bytes]], bytes]
) -> None:
    status, headers, body = said
    lines = [b"HTTP/1.1 %d Odd" % status, *(b"%s: %s" % header for header in headers)]
    raw = b"\r\n".join([*lines, b"Content-Length: %d" % len(body), b"", body])

    async def try_all() -> None:
        example = HTTP[name]
        async with http_server(lambda _: raw) as server:
            config = example.config(server.port)
            opening = get_connector(name).open(config, example.credentials, LOOPBACK, 0.5)
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
