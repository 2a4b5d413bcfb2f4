"""The contract that every connector passes."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict
from string import Formatter
from typing import Any

import pytest
from pydantic import BaseModel, SecretStr

from integrations.discovery import connectors, get_action, get_connector, open_connector
from integrations.sdk import (
    Action,
    AuthFailed,
    ConnectFailed,
    ConnectorError,
    Effect,
    EgressBlocked,
    EgressPolicy,
    InvalidInput,
    OutcomeUnknown,
    Output,
    RateLimited,
    Shown,
    Trace,
    Transient,
)
from integrations.sdk.testing.calls import LOOPBACK, REF, send
from integrations.sdk.testing.examples import CANARY, examples_of
from integrations.sdk.testing.rendered import require_rendered
from integrations.sdk.testing.wire import Request, answer, http_server, reset, unused_port

NAME = re.compile(r"[a-z][a-z0-9_]*")
ACTION_NAME = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*")
SECRET_FIELD = re.compile(r"key|token|password|secret", re.IGNORECASE)
ALL = sorted(connectors())
ACTIONS = [(name, action.name) for name in ALL for action in connectors()[name].actions]
EXAMPLES = {name: examples_of(connector) for name, connector in connectors().items()}
HTTP_ACTIONS = [pair for pair in ACTIONS if EXAMPLES[pair[0]].willing_server is None]


def models(root: type[BaseModel]) -> list[type[BaseModel]]:
    """The model and every model inside it."""
    found = [root]
    for field in root.model_fields.values():
        inner = getattr(field.annotation, "__args__", (field.annotation,))
        for part in inner:
            if inspect.isclass(part) and issubclass(part, BaseModel):
                found += models(part)
    return found


async def attempt(name: str, action: str, port: int, trace: Trace, **options: Any) -> Output:
    example = EXAMPLES[name]
    return await send(
        get_connector(name),
        action,
        example.payloads[action],
        config=example.config(port),
        credentials=example.credentials,
        trace=trace,
        **options,
    )


def kept(trace: Trace) -> str:
    return json.dumps([[one.request, one.response] for one in trace.exchanges])


@pytest.mark.parametrize(("name", "action"), ACTIONS)
def test_an_action_has_an_example(name: str, action: str) -> None:
    assert action in EXAMPLES[name].payloads


@pytest.mark.parametrize("name", ALL)
def test_a_connector_is_named_titled_and_documented(name: str) -> None:
    connector = get_connector(name)
    assert NAME.fullmatch(name)
    assert connector.name == name
    assert connector.title.strip()
    assert (inspect.getdoc(connector) or "").strip()
    assert connector.actions
    assert len({action.name for action in connector.actions}) == len(connector.actions)


@pytest.mark.parametrize(("name", "action"), ACTIONS)
def test_an_action_is_named_titled_documented_and_typed(name: str, action: str) -> None:
    chosen = get_action(name, action)
    assert ACTION_NAME.fullmatch(action)
    assert chosen.title.strip()
    assert (chosen.__doc__ or "").strip()
    assert isinstance(chosen.effect, Effect)
    assert issubclass(chosen.output_model, Output)


@pytest.mark.parametrize(("name", "action"), ACTIONS)
def test_an_action_says_in_words_what_is_done(name: str, action: str) -> None:
    words = get_action(name, action).done
    placeholders = {part[1] for part in Formatter().parse(words) if part[1] is not None}
    assert words.endswith(".")
    assert placeholders <= {"subject", "system", "record"}


@pytest.mark.parametrize(("name", "action"), ACTIONS)
def test_exactly_the_readable_actions_can_be_looked_up(name: str, action: str) -> None:
    chosen = get_action(name, action)
    can_find = chosen.find is not Action.find
    assert can_find == (chosen.effect is Effect.READABLE)


@pytest.mark.parametrize("name", ALL)
def test_models_refuse_unknown_fields_and_make_json_schema(name: str) -> None:
    connector = get_connector(name)
    roots: list[type[BaseModel]] = [connector.config_model, connector.credentials_model]
    for action in connector.actions:
        roots += [action.input_model, action.output_model]
    for root in roots:
        assert root.model_json_schema()["type"] == "object"
        for model in models(root):
            assert model.model_config.get("extra") == "forbid", model.__name__


def forms(name: str) -> list[type[BaseModel]]:
    connector = get_connector(name)
    roots: list[type[BaseModel]] = [connector.config_model, connector.credentials_model]
    for action in connector.actions:
        roots += [action.input_model, action.output_model]
    return [model for root in roots for model in models(root)]


@pytest.mark.parametrize("name", ALL)
def test_every_field_of_a_form_has_a_title_and_says_what_it_is(name: str) -> None:
    bare = [
        f"{model.__name__}.{field_name}"
        for model in forms(name)
        for field_name, field in model.model_fields.items()
        if not (field.title and field.description)
    ]
    assert bare == []


@pytest.mark.parametrize("name", ALL)
def test_a_secret_is_write_only_in_the_form(name: str) -> None:
    for model in models(get_connector(name).credentials_model):
        properties = model.model_json_schema()["properties"]
        for field_name, field in model.model_fields.items():
            if "SecretStr" in str(field.annotation):
                schema = properties[field_name]
                assert any(each.get("writeOnly") for each in schema.get("anyOf", [schema]))


@pytest.mark.parametrize("name", ALL)
def test_every_list_in_a_form_is_bounded(name: str) -> None:
    unbounded: list[str] = []

    def look(schema: Any, place: str) -> None:
        if isinstance(schema, dict):
            if schema.get("type") == "array" and "maxItems" not in schema:
                unbounded.append(place)
            for key, inner in schema.items():
                look(inner, f"{place}.{key}")
        elif isinstance(schema, list):
            for inner in schema:
                look(inner, place)

    for model in forms(name):
        look(model.model_json_schema(), model.__name__)
    assert unbounded == []


@pytest.mark.parametrize(("name", "action"), ACTIONS)
def test_an_action_is_described_in_one_sentence(name: str, action: str) -> None:
    for about in (get_connector(name).about(), get_action(name, action).about()):
        assert about.endswith(".")
        assert 10 < len(about) < 150
        assert "`" not in about
        assert ". " not in about


@pytest.mark.parametrize("name", ALL)
def test_lists_are_named_and_titled(name: str) -> None:
    lists = get_connector(name).lists
    assert len({each.name for each in lists}) == len(lists)
    for each in lists:
        assert NAME.fullmatch(each.name)
        assert each.title.strip()


@pytest.mark.parametrize("name", ALL)
def test_secrets_are_secret_and_only_in_the_credentials(name: str) -> None:
    connector = get_connector(name)
    for model in models(connector.credentials_model):
        for field_name, field in model.model_fields.items():
            if SECRET_FIELD.search(field_name):
                assert "SecretStr" in str(field.annotation), f"{model.__name__}.{field_name}"
    for model in models(connector.config_model):
        assert not any(SECRET_FIELD.search(field_name) for field_name in model.model_fields)
    shown = repr(connector.credentials_model.model_validate(EXAMPLES[name].credentials))
    assert CANARY not in shown
    assert str(SecretStr(CANARY)) in shown


@pytest.mark.parametrize(("name", "action"), ACTIONS)
async def test_an_unknown_field_is_named_and_nothing_is_sent(name: str, action: str) -> None:
    trace = Trace()
    example = EXAMPLES[name]
    payload = {**example.payloads[action], "surprise": 1}
    with pytest.raises(InvalidInput) as caught:
        await send(
            get_connector(name), action, payload, config=example.config(unused_port()),
            credentials=example.credentials, trace=trace,
        )  # fmt: skip
    assert "surprise" in caught.value.fields
    assert not trace.exchanges


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("part", ["config", "credentials"])
async def test_wrong_settings_are_named_when_it_opens(name: str, part: str) -> None:
    example = EXAMPLES[name]
    config, credentials = example.config(1), dict(example.credentials)
    {"config": config, "credentials": credentials}[part]["surprise"] = 1
    with pytest.raises(InvalidInput, match="surprise") as caught:
        async with open_connector(name, config, credentials, LOOPBACK, 5.0):
            pytest.fail("it opened")
    assert CANARY not in caught.value.message


@pytest.mark.parametrize(("name", "action"), ACTIONS)
async def test_a_destination_that_is_down_is_transient(name: str, action: str) -> None:
    trace = Trace()
    with pytest.raises(ConnectFailed, match="connection refused"):
        await attempt(name, action, unused_port(), trace)
    assert trace.response is not None
    assert "connection refused" in trace.response["error"]


@pytest.mark.parametrize(("name", "action"), ACTIONS)
async def test_a_private_destination_is_blocked_unless_allowed(name: str, action: str) -> None:
    async with http_server(lambda _: answer(200, {})) as server:
        with pytest.raises(EgressBlocked, match="WAYBILL_EGRESS_ALLOW"):
            await attempt(name, action, server.port, Trace(), policy=EgressPolicy())
        assert server.connections == 0


@pytest.mark.parametrize(("name", "action"), ACTIONS)
async def test_a_destination_that_never_answers_is_given_up(name: str, action: str) -> None:
    async with http_server(lambda _: b"") as server:
        with pytest.raises((Transient, OutcomeUnknown)):
            await attempt(name, action, server.port, Trace(), limit=0.3)


@pytest.mark.parametrize(("name", "action"), HTTP_ACTIONS)
async def test_a_lost_answer_leaves_the_outcome_unknown(name: str, action: str) -> None:
    def lose_writes(request: Request) -> Any:
        return answer(200, [{"id": 1}]) if request.method == "GET" else reset(request)

    async with http_server(lose_writes) as server:
        with pytest.raises(OutcomeUnknown):
            await attempt(name, action, server.port, Trace())
        writes = [one for one in server.requests if one.method != "GET"]
        assert len(writes) == 1


@pytest.mark.parametrize(("name", "action"), HTTP_ACTIONS)
@pytest.mark.parametrize("status", [200, 400, 401, 403, 422, 500])
async def test_a_destination_that_echoes_its_input_does_not_leak_secrets(
    name: str, action: str, status: int
) -> None:
    def echo(request: Request) -> bytes:
        said = {"message": f"{request.headers} {request.target}", "headers": request.headers}
        return answer(status, said)

    trace = Trace()
    error: ConnectorError | None = None
    async with http_server(echo) as server:
        try:
            await attempt(name, action, server.port, trace)
        except ConnectorError as caught:
            error = caught
        raw = " ".join(str(one.headers) for one in server.requests)
    sent = {CANARY, EXAMPLES[name].canary_encoded}
    assert any(secret in raw for secret in sent), "the secret must have reached the destination"
    for secret in sent:
        assert secret not in kept(trace)
        if error is not None:
            assert secret not in f"{error.message} {error} {getattr(error, 'fields', '')}"


@pytest.mark.parametrize(("name", "action"), HTTP_ACTIONS)
async def test_refused_credentials_pause_rather_than_retry(name: str, action: str) -> None:
    async with http_server(lambda _: answer(401, {})) as server:
        with pytest.raises(AuthFailed, match="refused"):
            await attempt(name, action, server.port, Trace())
        assert len(server.requests) == 1


def render(name: str, action: str, config: dict[str, Any]) -> tuple[Shown, ...]:
    opened = get_connector(name).offline(config, EXAMPLES[name].credentials)
    return opened.rendered(action, EXAMPLES[name].payloads[action], REF, Trace())


def willing(request: Request) -> bytes:
    """There is one of everything that is asked for, and every write is taken."""
    return answer(200, [{"id": 1}] if request.method == "GET" else {"id": 1})


@pytest.mark.parametrize(("name", "action"), HTTP_ACTIONS)
async def test_what_is_rendered_is_what_goes_over_the_wire(name: str, action: str) -> None:
    connector, example = get_connector(name), EXAMPLES[name]
    payload = connector.action(action).input_model.model_validate(example.payloads[action])
    async with http_server(willing) as server:
        config = example.config(server.port)
        async with open_connector(name, config, example.credentials, LOOPBACK, 5) as opened:
            calls = connector.action(action)().render(opened.client(Trace()), payload, REF)
            assert not server.connections
            await opened.send(action, example.payloads[action], REF, Trace())
    assert any(not call.reads for call in calls)
    require_rendered(calls, server.requests)


@pytest.mark.parametrize(("name", "action"), ACTIONS)
def test_what_is_rendered_says_everything_but_secrets(name: str, action: str) -> None:
    shown = render(name, action, EXAMPLES[name].config(unused_port()))
    assert all(each.about.endswith(".") for each in shown)
    assert all(each.when.endswith(".") for each in shown if each.when)
    assert any(not each.reads and each.body is not None for each in shown)
    told = json.dumps([asdict(each) for each in shown], allow_nan=False)
    assert not any(secret in told for secret in (CANARY, EXAMPLES[name].canary_encoded))


@pytest.mark.parametrize(("name", "action"), ACTIONS)
def test_an_input_that_is_not_valid_is_not_rendered(name: str, action: str) -> None:
    example = EXAMPLES[name]
    opened = get_connector(name).offline(example.config(1), example.credentials)
    with pytest.raises(InvalidInput) as caught:
        opened.rendered(action, {**example.payloads[action], "surprise": 1}, REF, Trace())
    assert "surprise" in caught.value.fields


@pytest.mark.parametrize(("name", "action"), ACTIONS)
async def test_a_connector_that_is_offline_reaches_nothing(name: str, action: str) -> None:
    example = EXAMPLES[name]
    async with http_server(willing) as server:
        opened = get_connector(name).offline(example.config(server.port), example.credentials)
        with pytest.raises(RuntimeError, match="offline"):
            await opened.send(action, example.payloads[action], REF, Trace())
        assert not server.connections


async def probe(name: str, port: int, trace: Trace, *, limit: float = 5.0) -> str:
    example = EXAMPLES[name]
    opening = get_connector(name).open(example.config(port), example.credentials, LOOPBACK, limit)
    async with opening as connector:
        return await connector.probe(trace)


HTTP_NAMES = sorted({name for name, _ in HTTP_ACTIONS})


@pytest.mark.parametrize("name", ALL)
async def test_a_connections_own_test_says_what_answered_and_writes_nothing(name: str) -> None:
    trace = Trace()
    async with willing_server(name) as settings:
        opening = get_connector(name).open(
            settings["config"], settings["credentials"], LOOPBACK, 5.0
        )
        async with opening as connector:
            said = await connector.probe(trace)
    assert said.endswith(".")
    assert not trace.written
    assert trace.response is not None
    assert not any(
        secret in f"{said} {kept(trace)}" for secret in (CANARY, EXAMPLES[name].canary_encoded)
    )


@pytest.mark.parametrize("name", ALL)
async def test_a_connections_own_test_tells_that_nothing_is_there(name: str) -> None:
    trace = Trace()
    with pytest.raises(ConnectFailed) as caught:
        await probe(name, unused_port(), trace)
    assert caught.value.not_done
    assert trace.response is not None
    assert "connection refused" in trace.response["error"]


@pytest.mark.parametrize(("name", "action"), ACTIONS)
def test_a_search_lags_by_seconds(name: str, action: str) -> None:
    lag = get_connector(name).search_lag(EXAMPLES[name].config(1), action)
    assert isinstance(lag, float)
    assert lag >= 0


@pytest.mark.parametrize(("name", "action"), ACTIONS)
def test_a_search_of_an_action_that_is_none_is_an_error_of_the_program(
    name: str, action: str
) -> None:
    with pytest.raises(KeyError):
        get_connector(name).search_lag({}, f"{action}_not")


@pytest.mark.parametrize("name", HTTP_NAMES)
async def test_a_connections_own_test_tells_refused_from_away(name: str) -> None:
    async with http_server(lambda _: answer(401, {})) as server:
        with pytest.raises(AuthFailed):
            await probe(name, server.port, Trace())
    async with http_server(lambda _: answer(503, {})) as server:
        with pytest.raises((Transient, RateLimited)):
            await probe(name, server.port, Trace())
    async with http_server(lambda _: None) as server:
        with pytest.raises(Transient):
            await probe(name, server.port, Trace(), limit=0.3)


@pytest.mark.parametrize(
    ("name", "action"),
    [pair for pair in ACTIONS if get_action(*pair).effect is Effect.READABLE],
)
async def test_a_look_up_that_fails_can_be_asked_again(name: str, action: str) -> None:
    example = EXAMPLES[name]
    async with (
        http_server(reset) as server,
        open_connector(
            name, example.config(server.port), example.credentials, LOOPBACK, 5
        ) as opened,
    ):
        with pytest.raises(Transient):
            await opened.find(action, REF, Trace())


NASTY = [
    "", " ", "\x00", "a\x00b", "\ud800", "a\r\nb", "a\n", "\x7f", "\u2028", "\u202e", "🙂" * 100,
    "x" * 300_000, "../..", "/../..", "%00", "/%2e%2e/x", "http://[", "https://a]b/", "http://:80",
    "http://a:99999", "http://ex ample", "ﬀ@ﬀ.example", "jörg@example.com", "a@bücher.example",
    "a@" + "b" * 300 + ".example", "<b>", "{{7*7}}", "'; drop table x; --",
]  # fmt: skip


def variants(value: dict[str, Any], path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Where a text stands in a nested mapping."""
    found: list[tuple[str, ...]] = []
    for name, item in value.items():
        if isinstance(item, dict):
            found += variants(item, (*path, name))
        elif isinstance(item, str):
            found.append((*path, name))
    return found


def replaced(value: dict[str, Any], path: tuple[str, ...], new: str) -> dict[str, Any]:
    """The mapping with another text at one place."""
    head, *rest = path
    inner = replaced(value[head], tuple(rest), new) if rest else new
    return {**value, head: inner}


@asynccontextmanager
async def willing_server(name: str) -> AsyncIterator[dict[str, Any]]:
    """A server that takes everything, and the settings and credentials to reach it."""
    example = EXAMPLES[name]
    if example.willing_server is not None:
        async with example.willing_server() as settings:
            yield settings
    else:
        async with http_server(lambda _: answer(200, [])) as web:
            yield {"config": example.config(web.port), "credentials": example.credentials}


@pytest.mark.parametrize(("name", "action"), ACTIONS)
async def test_no_text_breaks_a_connector(name: str, action: str) -> None:
    """Whatever stands in a field, a setting or a secret: it is sent, or refused in words."""
    broken: list[str] = []
    async with willing_server(name) as settings:
        whole = {"payload": EXAMPLES[name].payloads[action], **settings}
        for path in variants(whole):
            for text in NASTY:
                parts = replaced(whole, path, text)
                settings = {"config": parts["config"], "credentials": parts["credentials"]}
                try:
                    await send(get_connector(name), action, parts["payload"], **settings)
                except ConnectorError:
                    continue
                except Exception as error:
                    broken.append(f"{'.'.join(path)} = {text[:20]!r}: {error!r}"[:200])
    assert not broken, "\n".join(broken)
