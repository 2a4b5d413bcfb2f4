"""What the health check of a container looks at: a file that a process touches on its way round."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from celery import current_app, signals

import mysite.observability.worker_liveness  # noqa: F401  # connects its signal
from core.liveness import alive_note
from tasks.beat import TickScheduler
from tasks.dispatch import Dispatcher, Rhythm


@pytest.fixture
def file(tmp_path: Path, settings: Any) -> Path:
    path = tmp_path / "alive"
    settings.WAYBILL_ALIVE_FILE = str(path)
    return path


def test_nothing_is_touched_unless_it_is_asked_for(tmp_path: Path, settings: Any) -> None:
    settings.WAYBILL_ALIVE_FILE = ""
    alive_note()
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_to_stops_nobody(file: Path, settings: Any) -> None:
    settings.WAYBILL_ALIVE_FILE = str(file / "below" / "nothing")
    alive_note()
    assert not file.exists()


def test_a_worker_is_alive_with_each_heartbeat(file: Path) -> None:
    signals.heartbeat_sent.send(sender=None)
    assert file.exists()


@pytest.mark.django_db(transaction=True)
def test_beat_is_alive_with_each_look_at_its_schedule(file: Path) -> None:
    current_app.loader.import_default_modules()
    beat = TickScheduler(app=current_app)
    beat.tick()
    assert file.exists()


def test_a_dispatcher_is_alive_while_it_leads_or_stands_by(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rounds = 0

    def stand_by(dispatcher: Dispatcher) -> None:
        nonlocal rounds
        rounds += 1
        assert file.exists()
        file.unlink()
        if rounds == 2:
            dispatcher.stopping.set()

    monkeypatch.setattr(Dispatcher, "_lead_or_stand_by", stand_by)
    thread = threading.Thread(target=Dispatcher(current_app, Rhythm()).run)
    thread.start()
    thread.join(10)
    assert rounds == 2
