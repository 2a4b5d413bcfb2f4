from __future__ import annotations

from celery import shared_task

from core.postgres.tenancy import every_organization
from core.privacy.runner import privacy_run
from core.privacy.services import privacy_forget

_SLICE_SECONDS = 5.0


@shared_task(name="run_privacy_requests", ignore_result=False)
def run_privacy_requests() -> dict[str, int]:
    """Continue searches and erasures, and delete the identity in week-old requests."""
    with every_organization("any of them may have asked"):
        return {"worked": privacy_run(seconds=_SLICE_SECONDS), "forgotten": privacy_forget()}
