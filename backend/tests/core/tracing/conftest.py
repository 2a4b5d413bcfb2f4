from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from core.accounts.api_keys import api_key_create
from core.accounts.permissions import Permission
from core.workflows.models import WorkflowVersion
from tests.destination import Publish

BROWSER = "00f067aa0ba902b7"
SECRETS = ("Planted Canary Ltd", "canary@example.com", "planted-canary-token")

Submit = Callable[..., dict[str, Any]]


@pytest.fixture
def trace_id() -> str:
    return secrets.token_hex(16)


@pytest.fixture
def version(publish: Publish) -> WorkflowVersion:
    return publish(("only", [], "request.send_keyed"))


@pytest.fixture
def submit(version: WorkflowVersion, trace_id: str) -> Submit:
    """Submit through the API, as a page does whose own span has the id `BROWSER`."""
    _, key = api_key_create(organization=version.organization, name="Tests", scopes=Permission)

    def run(**headers: str) -> dict[str, Any]:
        answer = Client(raise_request_exception=False).post(
            "/api/v1/workflows/orders/submissions",
            {"data": {"company": SECRETS[0], "email": SECRETS[1]}},
            content_type="application/json",
            headers={
                "authorization": f"Bearer {key}",
                "traceparent": f"00-{trace_id}-{BROWSER}-01",
            }
            | headers,
        )
        assert answer.status_code == 202, answer.content
        body: dict[str, Any] = answer.json()
        return body

    return run
