"""What people read after a restore."""

from __future__ import annotations

from datetime import UTC, datetime

from administration.settled_words import settled_words
from core.delivery.sweep import RestoredSteps


def test_nobody_is_told_to_start_bulk_actions_again() -> None:
    *_, last = settled_words(RestoredSteps(stopped=2), datetime(2026, 11, 28, 21, tzinfo=UTC))
    assert "2 bulk actions were stopped" in last
    assert "after 2026-11-28 21:00:00 UTC" in last
    assert "sends it twice. Look there first." in last
