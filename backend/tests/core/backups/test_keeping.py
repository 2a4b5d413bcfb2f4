"""Which backups stay, and when the next one is made."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from core.alerts.conditions.system import BACKUP, BACKUP_FAILED, system_conditions
from core.alerts.models import AlertKind
from core.backups import backup_due, backup_failed, backup_succeeded, backups_prune, place_at
from core.backups.retention import backup_name, moments_kept
from core.delivery.models import Heartbeat
from mysite.settings.uploads import _keep

NOON = datetime(2026, 11, 28, 12, tzinfo=UTC)


def test_one_of_each_day_week_and_month_stays() -> None:
    every_six_hours = [NOON - timedelta(hours=6 * number) for number in range(4 * 400, -1, -1)]
    kept = moments_kept(every_six_hours, {"d": 7, "w": 4, "m": 12})
    assert max(kept) == NOON
    days = sorted(moment for moment in kept if moment > NOON - timedelta(days=6.9))
    assert [moment.day for moment in days] == [22, 23, 24, 25, 26, 27, 28]
    assert len({moment.strftime("%Y-%m") for moment in kept}) == 12
    assert len(kept) <= 7 + 4 + 12


def test_the_newest_always_stays() -> None:
    assert moments_kept([NOON], {}) == {NOON}
    assert moments_kept([], {"newest": 3}) == set()
    three = [NOON - timedelta(days=number) for number in (2, 1, 0)]
    assert moments_kept(three, {"newest": 2}) == set(three[1:])
    assert moments_kept(three, {"newest": 9}) == set(three)
    four = [NOON - timedelta(days=number) for number in (3, 2, 1, 0)]
    assert moments_kept(four, {"newest": 7}) == set(four)


def test_backups_of_others_and_what_is_no_backup_stay(tmp_path: Path) -> None:
    for of in ("mine.example", "other.example"):
        for number in range(3):
            folder = tmp_path / backup_name(of, NOON - timedelta(days=number))
            folder.mkdir()
            (folder / "manifest.json").write_text("{}")
    (tmp_path / "waybill-mine.example-20200101T000000Z").mkdir()
    gone = backups_prune(place_at(str(tmp_path)), of="mine.example", keep={"newest": 1})
    assert len(gone) == 2
    assert len(list(tmp_path.glob("waybill-other*"))) == 3
    assert sorted(path.name for path in tmp_path.glob("waybill-mine*")) == [
        "waybill-mine.example-20200101T000000Z",
        backup_name("mine.example", NOON),
    ]


@pytest.mark.parametrize("text", ["", "7", "7d 4w 12m", "10d"])
def test_what_is_kept_is_said_in_words(text: str) -> None:
    if text:
        assert sum(_keep(text).values()) >= 7
    else:
        with pytest.raises(ImproperlyConfigured, match="7d 4w 12m"):
            _keep(text)


def noted(name: str, hours: float) -> None:
    at = datetime.now(UTC) - timedelta(hours=hours)
    Heartbeat.objects.update_or_create(name=name, defaults={"seen_at": at})


def test_none_is_due_where_none_is_wanted(db: None, settings: Any) -> None:
    settings.WAYBILL_BACKUP_TO = ""
    assert not backup_due()


def test_one_is_due_at_first_and_a_day_after_the_last_began(
    db: None, settings: Any, tmp_path: Path
) -> None:
    settings.WAYBILL_BACKUP_TO = str(tmp_path)
    assert backup_due()
    assert not backup_due()
    backup_succeeded()
    assert not backup_due()
    noted("backup.begun", 23.9)
    noted(BACKUP, 22)
    assert not backup_due()
    noted("backup.begun", 24.1)
    assert backup_due()


def test_one_that_failed_is_tried_again_within_the_hour(
    db: None, settings: Any, tmp_path: Path
) -> None:
    settings.WAYBILL_BACKUP_TO = str(tmp_path)
    noted(BACKUP, 25)
    noted("backup.begun", 0.5)
    assert not backup_due()
    noted("backup.begun", 1.1)
    assert backup_due()


def test_one_that_failed_is_told_until_one_succeeds(db: None) -> None:
    noted(BACKUP, 2)
    assert not _told()
    noted(BACKUP_FAILED, 3)
    assert not _told()
    backup_failed()
    assert _told()
    backup_succeeded()
    noted(BACKUP_FAILED, 0.001)
    assert not _told()


def _told() -> bool:
    return any(each.kind == AlertKind.BACKUP for each in system_conditions())
