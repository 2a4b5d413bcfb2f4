from __future__ import annotations

import pytest

from tests.settings.test_environment import read, run

SECRET = "x" * 32


def test_no_web_process_is_told_anything_unless_it_is_named() -> None:
    assert read("WAYBILL_WEB_ORIGINS", "WAYBILL_REVALIDATE_SECRET") == [[], ""]


def test_several_web_processes_have_one_secret() -> None:
    origins = "http://web-1:3000, https://web-2.example.com/"
    found = read(
        "WAYBILL_WEB_ORIGINS", WAYBILL_WEB_ORIGINS=origins, WAYBILL_REVALIDATE_SECRET=SECRET
    )
    assert found == [["http://web-1:3000", "https://web-2.example.com"]]


@pytest.mark.parametrize(
    ("origins", "secret", "said"),
    [
        ("http://web:3000", None, "WAYBILL_REVALIDATE_SECRET, of at least 32"),
        ("http://web:3000", SECRET[1:], "WAYBILL_REVALIDATE_SECRET, of at least 32"),
        ("web:3000", SECRET, "must be origins"),
        ("http://web:3000/api", SECRET, "must be origins"),
        ("file:///etc", SECRET, "must be origins"),
    ],
)
def test_what_cannot_work_is_said_at_the_start(origins: str, secret: str | None, said: str) -> None:
    done = run("manage.py", "check", WAYBILL_WEB_ORIGINS=origins, WAYBILL_REVALIDATE_SECRET=secret)
    assert done.returncode == 1
    assert said in done.stderr
    assert secret is None or secret not in done.stderr
