from __future__ import annotations

from enum import StrEnum


class AlertKind(StrEnum):
    AUDIT = "audit"
    BREAKER_OPEN = "breaker_open"
    BROKER = "broker"
    CALLBACKS_DISABLED = "callbacks_disabled"
    CONNECTION_REFUSED = "connection_refused"
    LEDGER = "ledger"
    NO_WORKER = "no_worker"

    @classmethod
    def _missing_(cls, value: object) -> AlertKind | None:
        """A value of a newer server stays as it is."""
        if not isinstance(value, str):
            return None
        unknown = str.__new__(cls, value)
        unknown._name_ = unknown._value_ = value
        return unknown
