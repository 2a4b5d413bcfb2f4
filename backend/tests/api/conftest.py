from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import redis
from django.conf import settings

from api.limits import throttles as limits
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


@pytest.fixture
def fresh_buckets() -> Iterator[None]:
    """Nobody has used up a part of any limit, in Redis or in what a process remembers."""
    client = redis.Redis.from_url(settings.WAYBILL_EVENTS_REDIS_URL)
    for key in client.scan_iter("waybill:limit:*"):
        client.delete(key)
    forget = limits.limiter.cache_clear
    forget()
    limits.GOOD._until.clear()
    yield
    forget()
