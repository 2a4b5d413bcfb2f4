from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from core.delivery.models import Heartbeat, LedgerCheck
from core.delivery.operate import heartbeat_note
from tests.conftest import Api

QUEUES = ("deliver.critical", "deliver.default", "deliver.bulk")


@pytest.fixture
def workers(db: None) -> None:
    for name in (*QUEUES, "dispatcher"):
        heartbeat_note(name=name)


def test_live_asks_nothing_of_anybody(public: Api) -> None:
    answer = public.get("/health/live")
    assert (answer.status_code, answer.json()) == (200, {"status": "live"})


@pytest.mark.parametrize("path", ["/health/live", "/health/ready"])
def test_health_answers_any_host_over_plain_http(
    public: Api, workers: None, settings: Any, path: str
) -> None:
    settings.SECURE_SSL_REDIRECT = True
    answer = public.get(path, host="healthcheck.example.net")
    assert answer.status_code == 200


def test_ready_when_everything_is_there(public: Api, workers: None) -> None:
    answer = public.get("/health/ready")
    assert answer.status_code == 200
    body = answer.json()
    assert body["status"] == "ready"
    assert {name: check["ok"] for name, check in body["checks"].items()} == {
        "database": True,
        "broker": True,
        "worker": True,
    }


def test_not_ready_without_a_dispatcher(public: Api, workers: None) -> None:
    Heartbeat.objects.filter(name="dispatcher").delete()
    answer = public.get("/health/ready")
    assert answer.status_code == 503
    assert "dispatcher" in answer.json()["checks"]["worker"]["detail"]


def test_not_ready_without_a_worker(public: Api, workers: None) -> None:
    Heartbeat.objects.filter(name="deliver.bulk").update(
        seen_at=timezone.now() - timedelta(minutes=5)
    )
    answer = public.get("/health/ready")
    assert answer.status_code == 503
    assert answer.json()["checks"]["worker"] == {
        "ok": False,
        "detail": "no worker seen lately on deliver.bulk",
    }


def test_not_ready_without_a_broker(public: Api, workers: None, settings: Any) -> None:
    settings.CELERY_BROKER_URL = "redis://:planted@127.0.0.1:9/0"
    answer = public.get("/health/ready")
    assert answer.status_code == 503
    assert answer.json()["checks"]["broker"]["ok"] is False
    assert b"planted" not in answer.content


def test_not_ready_without_a_database(
    public: Api, workers: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OperationalError("password=planted")

    with monkeypatch.context() as patch:
        patch.setattr(connection, "cursor", refuse)
        answer = public.get("/health/ready")
    assert answer.status_code == 503
    checks = answer.json()["checks"]
    assert checks["database"]["ok"] is False
    assert checks["worker"]["ok"] is False
    assert b"planted" not in answer.content


def parts(answer: Any) -> dict[str, bool]:
    return {part["name"]: part["ok"] for part in answer.json()["parts"]}


def test_each_part_is_told_by_itself(public: Api, workers: None) -> None:
    for name in ("callbacks", "maintenance"):
        heartbeat_note(name=name)
    answer = public.get("/health/parts")
    assert answer.status_code == 200, answer.content
    assert set(parts(answer)) >= {"database", "broker", "dispatcher", "migrations", "ledger"}
    assert {name for name in parts(answer) if name.startswith("worker ")} == {
        *(f"worker {queue}" for queue in QUEUES),
        "worker callbacks",
        "worker maintenance",
    }


def test_a_part_that_fails_is_named_for_people(public: Api, workers: None) -> None:
    LedgerCheck.objects.create(findings=["a submission has no state"])
    Heartbeat.objects.filter(name="dispatcher").delete()
    answer = public.get("/health/parts", accept="text/html,text/plain;q=0.9,*/*;q=0.1")
    assert answer.status_code == 503
    assert answer["Content-Type"].startswith("text/plain")
    failed = [line for line in answer.content.decode().splitlines() if line.startswith("FAIL")]
    assert [line.split()[1] for line in failed] == ["dispatcher", "worker", "worker", "ledger"]


def test_a_database_that_is_away_is_told(public: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> None:
        raise OperationalError("away")

    monkeypatch.setattr(connection, "cursor", refuse)
    answer = public.get("/health/parts")
    assert answer.status_code == 503
    assert parts(answer)["database"] is False
