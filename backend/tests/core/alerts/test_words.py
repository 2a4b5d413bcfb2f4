from __future__ import annotations

import re
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import pytest

from core.alerts.models import AlertKind, AlertSettings
from core.alerts.quiet import is_quiet
from core.alerts.rules import DEFAULTS
from core.alerts.words import LANGUAGES, alert_words

PLACE = re.compile(r"\{(\w+)\}")


def sentences(language: str) -> dict[str, set[str]]:
    """The places of each sentence, by its path; of a plural those of every count."""
    found: dict[str, set[str]] = {}

    def walk(tree: Any, path: str) -> None:
        if isinstance(tree, dict) and "other" not in tree:
            for name, value in tree.items():
                walk(value, f"{path}.{name}")
        else:
            found[path] = set(PLACE.findall(tree["other"] if isinstance(tree, dict) else tree))

    walk(alert_words(language).model_dump(), "")
    return found


def test_every_kind_has_a_rule() -> None:
    assert set(DEFAULTS) == set(AlertKind)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_says_all_that_english_says(language: str) -> None:
    assert set(alert_words(language).kinds) == set(AlertKind)
    assert sentences(language) == sentences("en")


def test_english_and_german_are_there() -> None:
    assert {"de", "en"} <= set(LANGUAGES)


@pytest.mark.parametrize(
    ("begin", "end", "hour", "quiet"),
    [
        (time(22), time(6), 23, True),
        (time(22), time(6), 4, True),
        (time(22), time(6), 6, False),
        (time(22), time(6), 12, False),
        (time(9), time(17), 12, True),
        (time(9), time(17), 20, False),
        (None, None, 12, False),
    ],
)
def test_quiet_hours_are_those_of_the_zone(
    begin: time | None, end: time | None, hour: int, quiet: bool
) -> None:
    wanted = AlertSettings(time_zone="Asia/Tokyo", quiet_from=begin, quiet_until=end)
    utc = datetime(2026, 11, 28, (hour - 9) % 24, tzinfo=UTC)
    assert is_quiet(wanted, utc) is quiet


def test_every_kind_has_a_runbook() -> None:
    text = (Path(__file__).parents[4] / "docs/operations/runbooks.md").read_text("utf-8")
    headings = set(re.findall(r"^## (.+)$", text, re.MULTILINE))
    anchors = {heading.lower().replace(" ", "-") for heading in headings}
    assert {kind.replace("_", "-") for kind in AlertKind} <= anchors
