"""Counts Celery's tasks, and serves the metrics of workers and beat.

It reads the settings when it is imported, so `mysite.celery` imports it once they are there.
"""

from __future__ import annotations

import time
from typing import Any

from celery import signals

from core.metrics import metrics_serve, process_note, task_count


@signals.worker_ready.connect
@signals.beat_init.connect
def serve_metrics(**_: Any) -> None:
    """From the main process, for those of its pool too."""
    metrics_serve()


@signals.worker_process_init.connect
def note_process(**_: Any) -> None:
    """A child of the pool may wait long for its first task."""
    process_note()


@signals.task_prerun.connect
def note_start(task: Any, **_: Any) -> None:
    task.request.waybill_measured = time.monotonic()


@signals.task_postrun.connect
def count_end(task: Any, state: str | None, **_: Any) -> None:
    started = getattr(task.request, "waybill_measured", None)
    task_count(task.name, state or "", None if started is None else time.monotonic() - started)
