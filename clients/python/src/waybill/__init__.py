"""A typed client of Waybill's API, synchronous and asynchronous.

What is named here is imported when it is first used: so the command line catches a Ctrl-C from
its first moment on.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from waybill.client import AsyncWaybill, Waybill
    from waybill.errors import Fault, Refused, UnexpectedAnswer, Unreachable, WaybillError
    from waybill.following import FINAL, Seen
    from waybill.submitting import Accepted

__all__ = [
    "FINAL",
    "Accepted",
    "AsyncWaybill",
    "Fault",
    "Refused",
    "Seen",
    "UnexpectedAnswer",
    "Unreachable",
    "Waybill",
    "WaybillError",
]

_MODULES = {
    "client": ("AsyncWaybill", "Waybill"),
    "errors": ("Fault", "Refused", "Unreachable", "UnexpectedAnswer", "WaybillError"),
    "following": ("FINAL", "Seen"),
    "submitting": ("Accepted",),
}


if not TYPE_CHECKING:  # or a type checker would take every name

    def __getattr__(name: str) -> object:
        for module, names in _MODULES.items():
            if name in names:
                return getattr(import_module(f"waybill.{module}"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
