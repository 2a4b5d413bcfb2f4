from __future__ import annotations

from enum import StrEnum


class Note(StrEnum):
    FILES = "files"
    LISTS = "lists"
    SAMPLES = "samples"

    @classmethod
    def _missing_(cls, value: object) -> Note | None:
        """A value of a newer server stays as it is."""
        if not isinstance(value, str):
            return None
        unknown = str.__new__(cls, value)
        unknown._name_ = unknown._value_ = value
        return unknown
