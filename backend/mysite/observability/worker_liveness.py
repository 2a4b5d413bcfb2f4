"""Workers note that they are alive with each of Celery's heartbeats, every two seconds."""

from __future__ import annotations

from typing import Any

from celery import signals

from core.liveness import alive_note


@signals.heartbeat_sent.connect
def note_heartbeat(**_: Any) -> None:
    alive_note()
