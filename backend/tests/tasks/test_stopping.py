"""A task hears that its worker stops while there is still time to give its work back."""

from __future__ import annotations

from celery import signals
from celery.worker.worker import WorkController

from tasks.stopping import stopping


class Worker:
    """As much of Celery's worker as its soft shutdown has."""

    heard: bool | None = None

    def wait_for_soft_shutdown(self) -> None:
        self.heard = stopping()


def test_a_soft_shutdown_is_heard_of_before_it_waits_for_the_tasks() -> None:
    worker = Worker()
    signals.worker_init.send(sender=worker)
    assert not stopping()
    worker.wait_for_soft_shutdown()
    assert worker.heard is True
    signals.worker_init.send(sender=Worker())  # none of this process stops


def test_celery_still_has_what_is_waited_in() -> None:
    assert callable(WorkController.wait_for_soft_shutdown)
