from __future__ import annotations

from enum import StrEnum


class NeedKind(StrEnum):
    CALLBACKS_DISABLED = "callbacks_disabled"
    CONNECTION_OPEN = "connection_open"
    CONNECTION_PAUSED = "connection_paused"
    CONNECTION_REFUSED = "connection_refused"
    CREDENTIAL_ENDS = "credential_ends"
    FAILED = "failed"
    OVERDUE = "overdue"
    UNKNOWN = "unknown"
    WORKER_SILENT = "worker_silent"

    @classmethod
    def _missing_(cls, value: object) -> NeedKind | None:
        """A value of a newer server stays as it is."""
        if not isinstance(value, str):
            return None
        unknown = str.__new__(cls, value)
        unknown._name_ = unknown._value_ = value
        return unknown
