from __future__ import annotations

from celery import shared_task

from core.delivery.operate import bulk_run

_SLICE_SECONDS = 5.0


@shared_task(name="carry_on_bulk_actions", ignore_result=False)
def carry_on_bulk_actions() -> dict[str, int]:
    """Work on what operators asked for many submissions at once."""
    return {"treated": bulk_run(seconds=_SLICE_SECONDS)}
