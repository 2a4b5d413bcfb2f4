from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import Api, Tenant

ANSWERS = {"company": "Nordwind Trading", "email": "ada.berg@example.com"}

Submit = Callable[..., dict[str, Any]]


@pytest.fixture
def submit(machine: Api, tenant: Tenant) -> Submit:
    """Submit through the API with the tenant's key; gives the body of the 202."""

    def run(**answers: str) -> dict[str, Any]:
        answer = machine.post(
            "/api/v1/workflows/new-customer/submissions", {"data": ANSWERS | answers}
        )
        assert answer.status_code == 202, answer.content
        body: dict[str, Any] = answer.json()
        return body

    return run
