"""The Celery application of the workers, beat and Flower: ``celery -A mysite worker``."""

from __future__ import annotations

import os
from typing import Any

import django
from celery import Celery, signals
from django.apps import apps
from kombu.transport import TRANSPORT_ALIASES

from mysite.configured import settings_read

settings_read()

import mysite.observability.tasks  # noqa: E402, F401  # connects its signals

# Registered under the usual alias, so that URLs, TLS and logs do not change.
TRANSPORT_ALIASES.update(dict.fromkeys(("redis", "rediss"), "mysite.broker:Transport"))

# Celery drops what Django's checks say, and they load the whole API: 40 MB in each process.
os.environ.setdefault("CELERY_SKIP_CHECKS", "1")

app = Celery("waybill")
app.config_from_object("django.conf:settings", namespace="CELERY")


@app.on_after_finalize.connect
def take_schedule(sender: Celery, **_: Any) -> None:
    """Read routes and schedule from the tasks, which need Django's models; count the tasks."""
    if not apps.ready:
        django.setup()
    import mysite.observability.task_metrics
    import mysite.observability.worker_liveness  # noqa: F401  # they connect their signals
    from tasks.schedule import BEAT_SCHEDULE, TASK_ROUTES

    sender.conf.task_routes = TASK_ROUTES
    sender.conf.beat_schedule = BEAT_SCHEDULE


@signals.worker_init.connect
@signals.beat_init.connect
def wait_for_schema(**_: Any) -> None:
    """Take no work as long as the database is not migrated for this code."""
    if not apps.ready:
        django.setup()
    from core.postgres.schema_state import schema_wait

    schema_wait()
