from __future__ import annotations

from enum import StrEnum


class BulkStatus(StrEnum):
    DONE = "done"
    DRAFT = "draft"
    RUNNING = "running"
    STOPPED = "stopped"

    @classmethod
    def _missing_(cls, value: object) -> BulkStatus | None:
        """A value of a newer server stays as it is."""
        if not isinstance(value, str):
            return None
        unknown = str.__new__(cls, value)
        unknown._name_ = unknown._value_ = value
        return unknown
