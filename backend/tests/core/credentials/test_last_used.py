from __future__ import annotations

import time
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from api.authentication import bearer
from core.accounts.api_keys import api_key_create
from core.accounts.models import ApiKey, Organization
from core.credentials.last_used import LastUsed
from tests.conftest import Api

ME = "/api/v1/me"


@pytest.fixture
def key(organization: Organization) -> ApiKey:
    return api_key_create(organization=organization, name="CI")[0]


def test_a_use_is_written_down(key: ApiKey) -> None:
    used = LastUsed(60)
    used._thread = used  # type: ignore[assignment]  # the test writes
    used.note(ApiKey, key.pk)
    used.note(ApiKey, key.pk)
    used.note(ApiKey, uuid.uuid4())
    assert used.write() == 1
    key.refresh_from_db()
    assert key.last_used_at is not None
    assert used.write() == 0


def test_a_row_is_written_at_most_once_a_minute(key: ApiKey) -> None:
    used = LastUsed(60)
    used._thread = used  # type: ignore[assignment]
    for ago, changed in ((30, 0), (90, 1)):
        ApiKey.unscoped.update(last_used_at=timezone.now() - timedelta(seconds=ago))
        used.note(ApiKey, key.pk)
        assert used.write() == changed


def test_no_request_writes_it_down(
    machine: Api, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Any
) -> None:
    """Only the key is looked up, by a prepared statement that Django does not count."""
    used = LastUsed(60)
    used._thread = used  # type: ignore[assignment]
    monkeypatch.setattr(bearer, "LAST_USED", used)
    with django_assert_num_queries(0):
        assert machine.get(ME).status_code == 200
    assert used.write() == 1


@pytest.mark.django_db(transaction=True)
def test_the_thread_writes_beside_the_requests(key: ApiKey) -> None:
    used = LastUsed(0.05)
    used.note(ApiKey, key.pk)
    for _ in range(100):
        time.sleep(0.05)
        key.refresh_from_db()
        if key.last_used_at is not None:
            break
    assert key.last_used_at is not None
