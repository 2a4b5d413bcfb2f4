from __future__ import annotations

import pytest
from django.utils import timezone

from api.authentication import bearer
from api.authentication.known_keys import KnownKeys
from core.accounts.models import ApiKey
from tests.api.checks import assert_problem
from tests.conftest import Api


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_good_key_is_trusted_for_its_seconds_and_no_longer() -> None:
    clock = Clock()
    known: KnownKeys[str] = KnownKeys(3, clock)
    known.keep("wbk_one", "first")
    clock.now += 2.9
    assert known.get("wbk_one") == "first"
    assert known.get("wbk_two") is None
    clock.now += 0.1
    assert known.get("wbk_one") is None


def test_no_seconds_keep_nothing() -> None:
    known: KnownKeys[str] = KnownKeys(0)
    known.keep("wbk_one", "first")
    assert known.get("wbk_one") is None


def test_a_revoked_key_is_refused_once_its_seconds_are_over(
    machine: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    monkeypatch.setattr(bearer, "_KNOWN", KnownKeys(3, clock))
    assert machine.get("/api/v1/me").status_code == 200
    ApiKey.unscoped.update(revoked_at=timezone.now())
    assert machine.get("/api/v1/me").status_code == 200
    clock.now += 3
    assert_problem(machine.get("/api/v1/me"), 401, "bad_api_key")
