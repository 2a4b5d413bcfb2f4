"""Backups by themselves: the task starts a process of its own and does not wait for it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from core.delivery.models import Heartbeat
from tasks.backup import backup, running

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def none_was_made_yet() -> None:
    Heartbeat.objects.filter(name__startswith="backup").delete()
    running.clear()


def test_a_backup_that_is_due_is_made(
    settings: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settings.WAYBILL_BACKUP_TO = str(tmp_path)
    monkeypatch.setenv("WAYBILL_BACKUP_TO", str(tmp_path))
    _let_it_reach_this_database(monkeypatch)
    assert backup() == {"started": 1}
    assert backup() == {"started": 0}
    (process,) = running
    assert process.wait() == 0
    assert Heartbeat.objects.filter(name="backup").exists()
    assert len(list(tmp_path.glob("waybill-*/manifest.json"))) == 1
    assert backup() == {"started": 0}
    assert running == []


def test_a_backup_that_fails_is_told(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.WAYBILL_BACKUP_TO = "/dev/null/nowhere"
    monkeypatch.setenv("WAYBILL_BACKUP_TO", "/dev/null/nowhere")
    _let_it_reach_this_database(monkeypatch)
    assert backup() == {"started": 1}
    (process,) = running
    assert process.wait() == 1
    assert Heartbeat.objects.filter(name="backup.failed").exists()
    assert not Heartbeat.objects.filter(name="backup").exists()
    assert backup() == {"started": 0}


def _let_it_reach_this_database(monkeypatch: pytest.MonkeyPatch) -> None:
    address = os.environ["DATABASE_URL"].rpartition("/")[0]
    monkeypatch.setenv("DATABASE_URL", f"{address}/{connection.settings_dict['NAME']}")


def test_without_a_place_none_is_made(settings: Any) -> None:
    settings.WAYBILL_BACKUP_TO = ""
    assert backup() == {"started": 0}
