"""Lets a task know that its worker was asked to stop.

Celery notifies only the worker's main process, but a prefork task runs in a child. A byte of
memory, shared before the fork, passes the signal on. In the image TERM is remapped to QUIT: then
Celery sends `worker_shutting_down` when its soft shutdown is over, which would be too late.
"""

from __future__ import annotations

from collections.abc import Callable
from ctypes import c_bool
from multiprocessing.sharedctypes import RawValue
from typing import Any

from celery.signals import worker_init, worker_shutting_down

_stopping = RawValue(c_bool, False)


@worker_init.connect
def _begin(sender: Any = None, **_: Any) -> None:
    _stopping.value = False
    if sender is not None:
        sender.wait_for_soft_shutdown = _noting(sender.wait_for_soft_shutdown)


def _noting(wait_for_soft_shutdown: Callable[[], None]) -> Callable[[], None]:
    def wait() -> None:
        _stopping.value = True
        wait_for_soft_shutdown()

    return wait


@worker_shutting_down.connect
def _stop(**_: Any) -> None:
    _stopping.value = True


def stopping() -> bool:
    """True once the worker of this task is shutting down."""
    return bool(_stopping.value)
