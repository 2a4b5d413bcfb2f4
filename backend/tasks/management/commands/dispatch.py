from __future__ import annotations

import signal
from typing import Any

from celery import current_app
from django.core.management.base import BaseCommand

from core.metrics import metrics_serve
from core.postgres.schema_state import schema_wait
from core.readings import Readings
from tasks.dispatch import Dispatcher
from tasks.queues import CALLBACKS, DELIVERY_QUEUES, MAINTENANCE


class Command(BaseCommand):
    help = "Wake the delivery workers when work is due. Any number may run; one leads."

    def handle(self, *args: Any, **options: Any) -> None:
        dispatcher = Dispatcher(current_app)
        for stop in (signal.SIGTERM, signal.SIGINT):
            signal.signal(stop, lambda *_: dispatcher.stopping.set())
        schema_wait(lambda: not dispatcher.stopping.is_set())
        metrics_serve(Readings([*DELIVERY_QUEUES, CALLBACKS, MAINTENANCE]).collect)
        dispatcher.run()
