from __future__ import annotations

from celery import shared_task

from core.delivery.operate import bulk_run

_SLICE_SECONDS = 5.0


@shared_task(name="run_bulk_actions", ignore_result=False)
def run_bulk_actions() -> dict[str, int]:
    """Work on the bulk actions of operators."""
    return {"treated": bulk_run(seconds=_SLICE_SECONDS)}
