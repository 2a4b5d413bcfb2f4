"""Lets a task know that its worker was asked to stop.

Celery notifies only the worker's main process, but a prefork task runs in a child. A byte of
memory, shared before the fork, passes the signal on.
"""

from __future__ import annotations

from ctypes import c_bool
from multiprocessing.sharedctypes import RawValue
from typing import Any

from celery.signals import worker_init, worker_shutting_down

_stopping = RawValue(c_bool, False)


@worker_init.connect
def _begin(**_: Any) -> None:
    _stopping.value = False


@worker_shutting_down.connect
def _stop(**_: Any) -> None:
    _stopping.value = True


def stopping() -> bool:
    """True once the worker of this task is shutting down."""
    return bool(_stopping.value)
