from __future__ import annotations

from typing import Any

import structlog
from celery import Task, shared_task
from kombu.exceptions import OperationalError
from redis.exceptions import RedisError

from core.workflows.form_pages import PageNotRefreshed, form_refresh
from tasks.queues import MAINTENANCE

log = structlog.get_logger(__name__)

TRIES = 4


@shared_task(bind=True, name="refresh_form", max_retries=TRIES - 1, ignore_result=True)
def refresh_form(self: Task[[str], None], slug: str) -> None:
    """Have the page of a form built anew. After some tries it is left to follow by itself."""
    try:
        form_refresh(slug)
    except PageNotRefreshed as error:
        tried = self.request.retries + 1
        if tried >= TRIES:
            log.warning("form page not refreshed", form=slug, reason=str(error), tries=tried)
            return
        raise self.retry(exc=error, countdown=2**tried) from error


def wake_refresh(*, slug: str, **_: Any) -> None:
    """Publish the task. Without a broker the page follows by itself."""
    try:
        refresh_form.apply_async((slug,), queue=MAINTENANCE, retry=False)
    except (OperationalError, RedisError, OSError) as error:
        log.warning("broker not reachable", queue=MAINTENANCE, error=type(error).__name__)
