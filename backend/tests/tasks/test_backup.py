"""Backups by themselves: the task starts a process of its own and does not wait for it."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from core.delivery.models import Heartbeat
from tasks.backup import backup

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_backup_that_is_due_is_made(
    settings: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settings.WAYBILL_BACKUP_TO = str(tmp_path)
    monkeypatch.setenv("WAYBILL_BACKUP_TO", str(tmp_path))
    database = connection.settings_dict["NAME"]
    address = os.environ["DATABASE_URL"].rpartition("/")[0]
    monkeypatch.setenv("DATABASE_URL", f"{address}/{database}")
    assert backup() == {"started": 1}
    assert backup() == {"started": 0}
    while not Heartbeat.objects.filter(name="backup").exists():
        assert not Heartbeat.objects.filter(name="backup.failed").exists()
        time.sleep(0.1)
    assert len(list(tmp_path.glob("waybill-*/manifest.json"))) == 1


def test_without_a_place_none_is_made(settings: Any) -> None:
    settings.WAYBILL_BACKUP_TO = ""
    assert backup() == {"started": 0}
