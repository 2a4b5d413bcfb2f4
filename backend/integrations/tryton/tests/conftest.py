"""The real Tryton server, and a way to ask it that shares no code with the connector."""

from __future__ import annotations

import base64
import json
import os
import uuid
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest

from integrations.sdk import Answer, Call, Http, Output, Reference, Trace
from integrations.sdk.testing.rendered import as_it_arrives, require_rendered
from integrations.tryton.connector import TrytonConnector

VARIABLES = (
    "TRYTON_URL",
    "TRYTON_DATABASE",
    "TRYTON_COMPANY",
    "TRYTON_EMPLOYEE",
    "TRYTON_KEY",
    "TRYTON_VERIFY_KEY",
)


@dataclass(frozen=True)
class Tryton:
    """How to reach the server, as the environment tells."""

    config: dict[str, Any]
    credentials: dict[str, str]
    auditor_key: str

    async def search(self, model: str, domain: list[Any], *fields: str) -> list[dict[str, Any]]:
        """Ask Tryton itself, as its auditor."""
        company = self.config["company"]
        headers = {
            "Authorization": f"Bearer {self.auditor_key}",
            "X-Tryton-Context": _encoded({"company": company, "companies": [company]}),
        }
        url = f"{self.config['base_url']}/{self.config['database']}/rest/model/{model}"
        query = [("d", _encoded(domain)), *(("f", name) for name in fields)]
        async with (
            aiohttp.ClientSession(trust_env=False) as session,
            session.get(url, params=query, headers=headers) as answer,
        ):
            assert answer.status == 200, await answer.text()
            found: list[dict[str, Any]] = await answer.json()
            return found


def _encoded(value: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode()


@pytest.fixture
async def tryton() -> Tryton:
    """The server of the local stack. Fails, rather than skips, when there is none."""
    missing = [name for name in VARIABLES if not os.environ.get(name)]
    if missing:
        pytest.fail(
            f"These tests need the real Tryton; the environment lacks {', '.join(missing)}."
        )
    found = Tryton(
        config={
            "base_url": os.environ["TRYTON_URL"],
            "database": os.environ["TRYTON_DATABASE"],
            "company": int(os.environ["TRYTON_COMPANY"]),
            "employee": int(os.environ["TRYTON_EMPLOYEE"]),
        },
        credentials={"application_key": os.environ["TRYTON_KEY"]},
        auditor_key=os.environ["TRYTON_VERIFY_KEY"],
    )
    try:
        await found.search("party.party", [["id", "=", 1]], "code")
    except aiohttp.ClientError as error:
        pytest.fail(f"Tryton does not answer at {found.config['base_url']}: {error}")
    return found


@pytest.fixture
def new_reference() -> Callable[[], Reference]:
    """A reference that Tryton has not seen."""

    def make() -> Reference:
        key = uuid.uuid4()
        return Reference(key=str(key), code=f"WB-{key.hex[:8].upper()}-1")

    return make


_sent: ContextVar[list[Call] | None] = ContextVar("sent", default=None)


@pytest.fixture(autouse=True)
def sends_are_what_was_rendered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every send of these tests that Tryton takes at once is compared with its rendering."""
    send_call, send_action = Http.send, TrytonConnector.send

    async def noting(self: Http, call: Call, **options: Any) -> Answer:
        answer = await send_call(self, call, **options)
        sent = _sent.get()
        if sent is not None:
            sent.append(call)
            if answer.status >= 400:
                _sent.set(None)  # it is looked up then, which is not the way that is rendered
        return answer

    async def comparing(
        self: TrytonConnector, action: str, payload: Any, ref: Reference, trace: Trace
    ) -> Output:
        chosen = self.action(action)
        client, checked = self.client(Trace()), chosen.input_model.model_validate(payload)
        calls = chosen().render(client, checked, ref)
        token = _sent.set([])
        try:
            output = await send_action(self, action, payload, ref, trace)
            if (sent := _sent.get()) is not None:
                require_rendered(calls, [as_it_arrives(call) for call in sent])
        finally:
            _sent.reset(token)
        return output

    monkeypatch.setattr(Http, "send", noting)
    monkeypatch.setattr(TrytonConnector, "send", comparing)
