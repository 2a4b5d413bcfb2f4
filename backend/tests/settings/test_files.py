"""Settings whose value is in a file: `NAME_FILE` is its path."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.settings.test_environment import NEEDED, read, run


def test_every_needed_setting_may_be_in_a_file(tmp_path: Path) -> None:
    for name, value in NEEDED.items():
        (tmp_path / name).write_text(f"{value}\n")
    files = {f"{name}_FILE": str(tmp_path / name) for name in NEEDED}
    names = ("SECRET_KEY", "CELERY_BROKER_URL", "DATABASES['default']['HOST']")
    found = read(*names, **dict.fromkeys(NEEDED), **files)
    assert found == [NEEDED["WAYBILL_SECRET_KEY"], "redis://127.0.0.1:9/0", "127.0.0.1"]


def test_any_other_setting_too(tmp_path: Path) -> None:
    (tmp_path / "password").write_text("$ecret with spaces \r\n")
    (tmp_path / "port").write_text("2525")
    names = ("EMAIL_HOST_PASSWORD", "EMAIL_PORT")
    files = {
        "SMTP_PASSWORD_FILE": str(tmp_path / "password"),
        "SMTP_PORT_FILE": str(tmp_path / "port"),
    }
    assert read(*names, **files) == ["$ecret with spaces ", 2525]


def test_a_variable_may_begin_with_a_dollar_sign() -> None:
    assert read("EMAIL_HOST_PASSWORD", SMTP_PASSWORD="$HOME") == ["$HOME"]


def test_an_empty_variable_is_not_given() -> None:
    names = ("EMAIL_PORT", "WAYBILL_OPEN_SIGNUP", "WAYBILL_LIMIT_KEY.burst", "LOGGING['version']")
    empty = ("SMTP_PORT", "WAYBILL_OPEN_SIGNUP", "WAYBILL_LIMIT_KEY", "WAYBILL_LOG_FORMAT")
    files = {f"{name}_FILE": "" for name in ("SMTP_PORT", "SMTP_PASSWORD")}
    assert read(*names, **dict.fromkeys(empty, ""), **files) == [587, False, 2000, 1]


def test_a_setting_in_both_ways_is_refused(tmp_path: Path) -> None:
    (tmp_path / "key").write_text(NEEDED["WAYBILL_SECRET_KEY"])
    done = run("manage.py", "check", WAYBILL_SECRET_KEY_FILE=str(tmp_path / "key"))
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "waybill: WAYBILL_SECRET_KEY and WAYBILL_SECRET_KEY_FILE are both set: remove one of them."
    ]


def _missing(path: Path) -> None:
    assert not path.exists()


def _unreadable(path: Path) -> None:
    path.mkdir()


def _empty(path: Path) -> None:
    path.write_text("\n")


def _no_text(path: Path) -> None:
    path.write_bytes(b"\xff\xfe\x00")


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (_missing, "cannot be read (No such file or directory): put the value there"),
        (_unreadable, "cannot be read (Is a directory): put the value there"),
        (_empty, "is empty: write the value into it"),
        (_no_text, "is not text: save it as UTF-8"),
    ],
)
def test_a_file_that_gives_no_value_is_one_line(tmp_path: Path, make: object, why: str) -> None:
    assert callable(make)
    path = tmp_path / "database_url"
    make(path)
    done = run("manage.py", "check", DATABASE_URL=None, DATABASE_URL_FILE=str(path))
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"waybill: DATABASE_URL_FILE names {path}, which ")
    assert why in line
