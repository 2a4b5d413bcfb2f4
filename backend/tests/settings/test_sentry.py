"""Error reports as they would leave the machine: real envelopes, captured at the transport."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any
from wsgiref.util import setup_testing_defaults

import pytest
import sentry_sdk
import structlog
from sentry_sdk.envelope import Envelope
from sentry_sdk.transport import Transport

from api.errors.handlers import render
from mysite.celery import app
from mysite.observability.sentry import release_of, start
from mysite.wsgi import application

DSN = "http://public@127.0.0.1:9/1"
SENT: list[Envelope] = []


class Kept(Transport):
    """Keeps envelopes instead of sending them."""

    def capture_envelope(self, envelope: Envelope) -> None:
        SENT.append(envelope)


@pytest.fixture(autouse=True)
def reporting() -> Iterator[None]:
    SENT.clear()
    start(DSN, environment="test", transport=Kept)
    yield
    sentry_sdk.get_client().close()
    sentry_sdk.get_global_scope().set_client(None)


def reported() -> tuple[dict[str, Any], str]:
    """The one event that was sent, and everything that was sent as text."""
    sentry_sdk.flush()
    events = [event for envelope in SENT if (event := envelope.get_event()) is not None]
    assert len(events) == 1
    text = b"".join(envelope.serialize() for envelope in SENT).decode(errors="replace")
    return dict(events[0]), text


def test_without_a_dsn_nothing_starts() -> None:
    sentry_sdk.get_global_scope().set_client(None)
    start("", environment="test", transport=Kept)
    assert not sentry_sdk.is_initialized()


def test_a_defect_is_reported_with_its_place_and_ids() -> None:
    with structlog.contextvars.bound_contextvars(request_id="r-12345678"):
        try:
            raise RuntimeError("broke here\nplanted detail")
        except RuntimeError as error:
            planted_local = "planted-local"
            render(error)
            assert planted_local
    event, text = reported()
    (found,) = event["exception"]["values"]
    assert (found["type"], found["value"]) == ("RuntimeError", "broke here")
    assert found["stacktrace"]["frames"][-1]["filename"].endswith("test_sentry.py")
    assert event["tags"] == {"request_id": "r-12345678"}
    assert "planted" not in text


@pytest.mark.django_db(transaction=True)
def test_a_request_leaves_nothing_of_its_content(monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_: Any, **__: Any) -> Any:
        raise RuntimeError("broke while accepting")

    monkeypatch.setattr("api.endpoints.forms.forms.form_language", break_down)
    body = b'{"data": {"company": "planted-company", "email": "planted@example.com"}}'
    environ: dict[str, Any] = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": "/api/v1/forms/planted-slug/submissions",
        "QUERY_STRING": "q=planted-query",
        "CONTENT_TYPE": "application/json",
        "CONTENT_LENGTH": str(len(body)),
        "HTTP_COOKIE": "sessionid=planted-cookie",
        "HTTP_AUTHORIZATION": "Bearer planted-key",
        "HTTP_X_FORWARDED_FOR": "203.0.113.7",
        "REMOTE_ADDR": "203.0.113.7",
        "wsgi.input": io.BytesIO(body),
    }
    setup_testing_defaults(environ)
    headers: dict[str, str] = {}

    def start_response(status: str, given: Any, exc_info: Any = None) -> Any:
        headers.update(given)

    answer = b"".join(application(environ, start_response))
    assert json.loads(answer)["code"] == "internal"
    event, text = reported()
    assert event["request"] == {"method": "POST"}
    assert event["tags"]["request_id"] == headers["X-Request-ID"]
    assert event["transaction"] == "/api/v1/forms/{slug}/submissions"
    assert "planted" not in text
    assert "203.0.113.7" not in text
    assert "user" not in event


def test_a_task_leaves_its_name_and_not_its_arguments() -> None:
    def break_down(secret: str) -> None:
        raise RuntimeError("broke in a task")

    app.task(break_down, name="tests.break_down").apply(args=["planted-argument"])
    app.tasks.pop("tests.break_down")
    event, text = reported()
    assert event["exception"]["values"][-1]["value"] == "broke in a task"
    assert "planted" not in text


@pytest.mark.parametrize(
    ("named", "version", "release"),
    [("", "", None), ("", "1f2e3d", "waybill@1f2e3d"), ("mine@2", "1f2e3d", "mine@2")],
)
def test_a_release_is_named_after_the_version(
    named: str, version: str, release: str | None
) -> None:
    assert release_of(named, version) == release


@pytest.mark.django_db(transaction=True)
def test_times_are_reported_as_often_as_the_setting_says_and_carry_no_content() -> None:
    sentry_sdk.get_client().close()
    start(DSN, environment="test", transport=Kept, traces_sample_rate=1.0)
    environ: dict[str, Any] = {
        "PATH_INFO": "/api/v1/track/planted-token",
        "QUERY_STRING": "q=planted-query%40example.com",
        "HTTP_COOKIE": "sessionid=planted-cookie",
        "HTTP_AUTHORIZATION": "Bearer planted-key",
        "REMOTE_ADDR": "203.0.113.7",
    }
    setup_testing_defaults(environ)

    def start_response(status: str, given: Any, exc_info: Any = None) -> Any:
        assert status.startswith("4")

    b"".join(application(environ, start_response))

    sentry_sdk.flush()
    items = [item for envelope in SENT for item in envelope.items]
    (transaction,) = [item.payload.json for item in items if item.type == "transaction"]
    assert transaction is not None
    assert transaction["transaction"] == "/api/v1/track/{token}"
    assert transaction["spans"]
    text = b"".join(envelope.serialize() for envelope in SENT).decode(errors="replace")
    assert "planted" not in text
    assert "203.0.113.7" not in text
