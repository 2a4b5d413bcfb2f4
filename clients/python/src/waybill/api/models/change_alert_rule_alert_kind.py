from __future__ import annotations

from enum import StrEnum


class ChangeAlertRuleAlertKind(StrEnum):
    AUDIT = "audit"
    BACKLOG = "backlog"
    BACKUP = "backup"
    BREAKER_OPEN = "breaker_open"
    BROKER = "broker"
    CALLBACKS_DISABLED = "callbacks_disabled"
    CONNECTION_PAUSED = "connection_paused"
    CONNECTION_REFUSED = "connection_refused"
    COOLING = "cooling"
    CREDENTIAL_ENDS = "credential_ends"
    DISK = "disk"
    FAILURE_SHARE = "failure_share"
    LEDGER = "ledger"
    NO_WORKER = "no_worker"
    PARTITIONS = "partitions"
    STEP_FAILED = "step_failed"
    STEP_OVERDUE = "step_overdue"
    STEP_UNKNOWN = "step_unknown"

    @classmethod
    def _missing_(cls, value: object) -> ChangeAlertRuleAlertKind | None:
        """A value of a newer server stays as it is."""
        if not isinstance(value, str):
            return None
        unknown = str.__new__(cls, value)
        unknown._name_ = unknown._value_ = value
        return unknown
