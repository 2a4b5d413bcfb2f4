from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from core.delivery.models import Heartbeat, LedgerCheck
from core.delivery.operate import heartbeat_note
from core.postgres.tenancy import database_owner
from core.version import VERSION
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
        "migrations": True,
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


@pytest.fixture
def _behind(db: None) -> None:
    """As after a deployment without its migrations."""
    with database_owner("as a database that was not migrated"):
        MigrationRecorder(connection).record_unapplied("submissions", "0014_trace")


@pytest.fixture
def _ahead(db: None) -> None:
    """As after going back by one release."""
    with database_owner("as a later release has left it"):
        MigrationRecorder(connection).record_applied("submissions", "9999_of_a_later_release")


@pytest.mark.usefixtures("_behind")
def test_not_ready_while_the_schema_is_behind(public: Api, workers: None) -> None:
    answer = public.get("/health/ready")
    assert answer.status_code == 503
    assert answer.json()["checks"]["migrations"] == {
        "ok": False,
        "detail": "1 not applied: run `manage.py migrate`",
    }


@pytest.mark.usefixtures("_ahead")
def test_ready_on_the_schema_of_a_later_release(public: Api, workers: None) -> None:
    answer = public.get("/health/ready")
    assert answer.status_code == 200
    detail = answer.json()["checks"]["migrations"]["detail"]
    assert detail == "all applied, and 1 of another release"


@pytest.mark.parametrize(
    ("schema", "state"), [(None, "current"), ("_behind", "behind"), ("_ahead", "ahead")]
)
def test_the_version_tells_the_state_of_the_schema(
    public: Api,
    db: None,
    request: pytest.FixtureRequest,
    settings: Any,
    schema: str | None,
    state: str,
) -> None:
    if schema:
        request.getfixturevalue(schema)
    settings.WAYBILL_COMMIT = "1f2e3d"
    answer = public.get("/health/version")
    assert answer.status_code == 200
    body = answer.json()
    assert (body["version"], body["commit"]) == (VERSION, "1f2e3d")
    assert body["database"]["state"] == state
    assert "submissions" not in str(body)


def test_the_version_is_told_without_a_database(
    public: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OperationalError("password=planted")

    with monkeypatch.context() as patch:
        patch.setattr(connection, "cursor", refuse)
        answer = public.get("/health/version")
    assert answer.status_code == 200
    assert answer.json()["database"]["state"] == "unknown"


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
