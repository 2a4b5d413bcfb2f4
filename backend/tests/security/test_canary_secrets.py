"""Secrets are planted through the real API and delivered for real; then everything is searched."""

from __future__ import annotations

import base64
import json
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import pytest
import redis
import sentry_sdk
import structlog
from aiohttp import web
from django.conf import settings
from django.test import Client

from api.api import api
from core.accounts.api_keys import api_key_create
from core.accounts.models import Membership, Organization, Role, User
from core.accounts.permissions import Permission
from core.callbacks.run import callbacks_deliver
from core.connections.models import Connection
from core.delivery.models import Gate
from core.sealing.data_keys import data_keys_forget
from core.submissions.models import Attempt, Submission
from core.submissions.read import tracking_token
from mysite.observability.sentry import start
from tasks.deliver import deliver, wake
from tests.canaries import ANSWERS, Haystack, add_database, add_redis, values_of
from tests.conftest import Api
from tests.destination import Answer, Sink
from tests.engine import due_now
from tests.sensitive import PublishSensitive
from tests.settings.test_sentry import DSN, SENT, Kept

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.security("canary secrets"),
]

PASSWORD = "canary pässword ~ staple 4411"
TOKEN = "canary+token/for=the:connection-8f2c"
COMPANY = "Visible Company Ltd"
SUBMIT = "/api/v1/forms/accounts/submissions"


@pytest.fixture(autouse=True)
def reporting() -> Iterator[None]:
    SENT.clear()
    start(DSN, environment="test", transport=Kept)
    yield
    sentry_sdk.get_client().close()
    sentry_sdk.get_global_scope().set_client(None)


def echo(sink: Sink, request: web.Request) -> dict[str, Any]:
    """Everything that was sent, in every form that a system might write it back in."""
    body = sink.requests[-1]["body"] or {}
    texts = [*ANSWERS.values(), TOKEN]
    return {
        "iban": ANSWERS["iban"],
        "received": body,
        "authorization": request.headers.get("Authorization"),
        "said": request.headers.get("Authorization"),
        "url": str(request.url),
        "as_text": json.dumps(body),
        "encoded": [quote(text, safe="") for text in texts],
        "base64": [base64.b64encode(text.encode()).decode() for text in texts],
        "inside": base64.b64encode(("x" + "|".join(texts)).encode()).decode(),
        "hex": [text.encode().hex().upper() for text in texts],
        ANSWERS["iban"]: {"card": int(ANSWERS["card"]), "pin": ANSWERS["pin"]},
        "sentence": f"The account {ANSWERS['iban']} of {ANSWERS['email'].upper()} is taken.",
    }


def headers(request: web.Request) -> dict[str, str]:
    return {
        "Location": f"/made/{quote(ANSWERS['iban'], safe='')}?pin={quote(ANSWERS['pin'])}",
        "X-Echo": quote(ANSWERS["iban"]),
    }


def answering(status: int, *, text: bool = False, error: bool = False) -> Callable[[Sink], Answer]:
    """A destination that answers so, with everything in it."""

    def make(sink: Sink) -> Answer:
        def answer(request: web.Request) -> web.StreamResponse | Awaitable[web.StreamResponse]:
            said = echo(sink, request)
            if text:
                words = " ".join([*ANSWERS.values(), said["authorization"] or "", *said["base64"]])
                return web.Response(status=status, text=words, headers=headers(request))
            if error:
                all_words = " / ".join([said["authorization"] or "", *ANSWERS.values()])
                said = {"detail": all_words, "error": {"message": all_words}} | said
            return web.json_response(said, status=status, headers=headers(request))

        return answer

    return make


DESTINATIONS = {
    "takes it and echoes it": answering(201),
    "refuses it in words": answering(422, error=True),
    "refuses our sign-in": answering(401, error=True),
    "does not allow it": answering(403, error=True),
    "breaks": answering(500, error=True),
    "breaks in plain text": answering(502, text=True),
    "is busy": answering(429, error=True),
    "redirects": answering(302, error=True),
    "takes it in plain text": answering(200, text=True),
}


@dataclass
class Planted:
    """Who is there, and every secret by name."""

    viewer: Client
    operator: Client
    machine: Api
    secrets: dict[str, str]
    ids: dict[str, str]


def signed_in(organization: Organization, role: Role) -> Client:
    """Through the sign-in of the browser, with the planted password."""
    email = f"{role}@example.com"
    user = User.objects.create_user(email, PASSWORD, name=role.label)
    Membership.objects.create(organization=organization, user=user, role=role)
    browser = Client(raise_request_exception=False)
    answer = browser.post(
        "/_allauth/browser/v1/auth/login",
        {"email": email, "password": PASSWORD},
        content_type="application/json",
    )
    if answer.status_code != 200:  # a second step may be asked for
        browser.force_login(user)
    return browser


@pytest.fixture
def planted(organization: Organization, connection: Connection, sink: Sink) -> Planted:
    _, key = api_key_create(organization=organization, name="Canary", scopes=Permission)
    machine = Api(Client(raise_request_exception=False), {"authorization": f"Bearer {key}"})
    replaced = machine.call(
        "PUT",
        f"/api/v1/connections/{connection.pk}/credentials",
        {"credentials": {"auth": {"scheme": "bearer", "token": TOKEN}}},
    )
    assert replaced.status_code == 200, replaced.content
    assert replaced.json()["credentials_set_at"]
    made = machine.post(
        "/api/v1/callback-endpoints",
        {
            "url": f"http://127.0.0.1:{sink.port}/hook",
            "kinds": ["submission.succeeded", "submission.failed", "submission.needs_attention"],
        },
    )
    assert made.status_code == 201, made.content
    secret = made.json()["secret"]
    return Planted(
        viewer=signed_in(organization, Role.VIEWER),
        operator=signed_in(organization, Role.OPERATOR),
        machine=machine,
        secrets={
            "the connection's token": TOKEN,
            "the callback's secret": secret,
            "the callback's key": secret.removeprefix("whsec_"),
            "the API key": key,
            "the password": PASSWORD,
            **{f"the answer {name}": value for name, value in ANSWERS.items()},
        },
        ids={
            "connection": str(connection.pk),
            "connector": "rest",
            "endpoint_id": made.json()["id"],
        },
    )


def submit(planted: Planted, public: Api) -> str:
    """Through the public form, with a key, twice; and through the API, in a batch."""
    data = {"company": COMPANY} | ANSWERS
    for _ in range(2):
        answer = public.post(SUBMIT, {"data": data}, idempotency_key="canary-1")
        assert answer.status_code == 202, answer.content
    other = public.post(SUBMIT, {"data": data | {"pin": "?"}}, idempotency_key="canary-1")
    assert other.json()["code"] == "idempotency_key_reused"
    batch = planted.machine.post(
        "/api/v1/workflows/accounts/submissions/batch",
        {"submissions": [{"data": data, "idempotency_key": "canary-2"}]},
    )
    assert batch.json()["accepted"] == 1, batch.content
    submission_id: str = answer.json()["id"]
    return submission_id


def run_delivery(rounds: int = 3) -> None:
    """Tries, as far as they go: pauses and waits are ended by hand."""
    for _ in range(rounds):
        wake("default")
        deliver.apply(args=["default"]).get()
        Gate.unscoped.update(paused_at=None, cooling_until=None, breaker_until=None)
        due_now()
    callbacks_deliver(seconds=5)


def add_answers(haystack: Haystack, who: str, browser: Client, ids: dict[str, str]) -> int:
    """Every GET of the API for what is there, and a search; how many were answered with 200."""
    found = 0
    paths = ["/submissions?q=Visible", f"/submissions?q={quote(ANSWERS['email'])}"]
    for path, operations in api.get_openapi_schema()["paths"].items():
        names = [part[1:-1] for part in path.split("/") if part.startswith("{")]
        if "get" in operations and all(name in ids for name in names):
            paths.append(path.removeprefix("/api/v1").format(**ids))
    for path in paths:
        answer = browser.get(f"/api/v1{path}")
        found += answer.status_code == 200
        streamed = getattr(answer, "streaming_content", None)
        content = answer.content if streamed is None else b"".join(streamed)
        haystack.add(f"answers to the {who}", content + str(answer.headers).encode())
    preview = {"kind": "resume", "filter": {}}
    csrf = browser.cookies["csrftoken"].value if "csrftoken" in browser.cookies else ""
    bulk = browser.post(
        "/api/v1/bulk-actions/preview",
        preview,
        content_type="application/json",
        headers={"X-CSRFToken": csrf},
    )
    haystack.add(f"answers to the {who}", bulk.content)
    return found


def search(
    planted: Planted, submission_id: str, haystack: Haystack, capfd: pytest.CaptureFixture[str]
) -> Haystack:
    found = Submission.unscoped.get(pk=submission_id)
    ids = planted.ids | {
        "submission_id": submission_id,
        "token": tracking_token(found.pk),
        "slug": "accounts",
    }
    for who, browser in (("viewer", planted.viewer), ("operator", planted.operator)):
        assert add_answers(haystack, who, browser, ids) >= 8
    out, err = capfd.readouterr()
    haystack.add("logs", out + err)
    sentry_sdk.flush()
    for envelope in SENT:
        haystack.add("error reports", envelope.serialize())
    assert add_database(haystack) > 20
    assert add_redis(haystack) > 0
    return haystack


@pytest.mark.parametrize("destination", DESTINATIONS)
def test_no_secret_is_found_anywhere(
    destination: str,
    planted: Planted,
    publish_sensitive: PublishSensitive,
    public: Api,
    sink: Sink,
    capfd: pytest.CaptureFixture[str],
) -> None:
    publish_sensitive(mapping={"record_pointer": "/iban"} if "echoes" in destination else {})
    submission_id = submit(planted, public)
    hooks: list[Any] = []
    reply = DESTINATIONS[destination](sink)

    def answer(request: web.Request) -> web.StreamResponse | Awaitable[web.StreamResponse]:
        if request.path == "/hook":
            hooks.append(sink.requests[-1]["body"])
            return web.json_response({})
        return reply(request)

    sink.answer = answer
    run_delivery()
    first = [request for request in sink.requests if request["path"] == "/first"]
    assert first[0]["body"]["customer"]["iban"] == [ANSWERS["iban"], {"deep": ANSWERS["iban"]}]
    assert first[0]["body"]["card"] == int(ANSWERS["card"])
    assert Attempt.unscoped.exclude(response=None).exists()
    haystack = Haystack()
    haystack.add("callbacks", json.dumps(hooks, ensure_ascii=False) + json.dumps(hooks))
    search(planted, submission_id, haystack, capfd)
    assert COMPANY.encode() in haystack.parts["answers to the viewer"]
    assert haystack.findings(planted.secrets) == []


def test_the_search_would_find_each_secret_in_each_place() -> None:
    """The search itself: a secret in any form, in any place, is found."""
    for secret in [*ANSWERS.values(), PASSWORD, TOKEN]:
        for where in ("table x", "redis", "logs"):
            for written in (
                secret,
                json.dumps({"a": secret}),
                json.dumps([secret], ensure_ascii=False),
                base64.b64encode(secret.encode()).decode(),
                secret.encode().hex(),
                quote(secret),
            ):
                haystack = Haystack()
                haystack.add(where, f"before {written} after")
                assert haystack.findings({"it": secret})


@pytest.mark.parametrize("action", ["request.send_keyed", "request.send"])
def test_no_secret_is_found_after_a_timeout(
    action: str,
    planted: Planted,
    publish_sensitive: PublishSensitive,
    public: Api,
    sink: Sink,
    capfd: pytest.CaptureFixture[str],
) -> None:
    publish_sensitive(action, timeout_seconds=1)
    sink.delay = 3
    submission_id = submit(planted, public)
    run_delivery(rounds=1)
    haystack = search(planted, submission_id, Haystack(), capfd)
    assert haystack.findings(planted.secrets) == []


def test_no_secret_is_found_after_defects_that_quote_values(
    planted: Planted,
    publish_sensitive: PublishSensitive,
    public: Api,
    sink: Sink,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An exception of ours that repeats what it was given, while accepting and while sending."""
    publish_sensitive()
    submission_id = submit(planted, public)

    def break_down(*_: Any, **__: Any) -> Any:
        raise RuntimeError(
            f"cannot take {ANSWERS['iban']} {ANSWERS['card']} for {ANSWERS['email']}"
        )

    with monkeypatch.context() as patched:
        patched.setattr("integrations.rest.connector.done", break_down)
        run_delivery(rounds=1)
    with monkeypatch.context() as patched:
        patched.setattr("core.submissions.accept.accept.submissions_insert", break_down)
        answer = public.post(SUBMIT, {"data": {"company": COMPANY} | ANSWERS})
        assert answer.status_code == 500
    haystack = Haystack()
    haystack.add("the answer to the sender", answer.content)
    search(planted, submission_id, haystack, capfd)
    assert b"attempt broke" in haystack.parts["logs"]
    assert b"unexpected error" in haystack.parts["logs"]
    assert "error reports" in haystack.parts
    assert haystack.findings(planted.secrets) == []
    assert structlog.contextvars.get_contextvars() == {}


def test_the_next_step_gets_what_the_first_was_answered(
    publish_sensitive: PublishSensitive, planted: Planted, public: Api, sink: Sink
) -> None:
    """What is masked in every record is whole where a mapping needs it."""
    publish_sensitive()
    submit(planted, public)
    sink.answer = DESTINATIONS["takes it and echoes it"](sink)
    data_keys_forget()
    run_delivery(rounds=1)
    second = [request for request in sink.requests if request["path"] == "/second"]
    assert len(second) == 2
    assert second[0]["body"] == {"again": ANSWERS["iban"]}


def test_a_key_that_ends_during_the_search_holds_nothing() -> None:
    store = redis.Redis.from_url(settings.CELERY_BROKER_URL)
    assert list(values_of(store, b"a key that ended between SCAN and TYPE")) == []
    store.close()
