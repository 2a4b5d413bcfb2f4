"""What a backup says of itself: `manifest.json`, readable without a key."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from core.backups.faults import BackupFault

NAME = "manifest.json"
FORMAT = 1
_CHECKSUM = "checksum"


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the backup as it lies there: its size in bytes and its SHA-256."""

    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """``moment``: what the backup shows, as of when. ``tables``: rows of each, counted there.

    ``keys``: ids of WAYBILL_ENCRYPTION_KEYS that open what is in it, each with a check value that
    tells whether it is the same key and nothing else, empty if the key was not there when the
    backup was made. ``migrations``: those applied, by app.
    ``files_missing``: files whose content was not there any more, or was not what was taken in.
    """

    of: str
    waybill: str
    build: str
    postgresql: int
    moment: datetime
    started: datetime
    finished: datetime
    migrations: Mapping[str, list[str]]
    tables: Mapping[str, int]
    keys: Mapping[str, str]
    recipients: list[str]
    files: int
    files_missing: list[str]
    parts: Mapping[str, Part] = field(default_factory=dict)

    @property
    def release(self) -> str:
        """For people: `0.2.0 (1f2e3d)`."""
        return f"{self.waybill} ({self.build})" if self.build else self.waybill

    @property
    def rows(self) -> int:
        return sum(self.tables.values())

    def written(self) -> bytes:
        """As JSON, with a checksum over all of it."""
        values: dict[str, Any] = {"format": FORMAT, **asdict(self)}
        for name in ("moment", "started", "finished"):
            values[name] = values[name].isoformat()
        values[_CHECKSUM] = _checksum(values)
        return json.dumps(values, indent=1, ensure_ascii=False).encode()


def manifest_read(raw: bytes) -> Manifest:
    """Raises BackupFault: damaged, or written by a release whose format is not known here."""
    try:
        values = json.loads(raw)
        said, told = values.pop(_CHECKSUM), values.pop("format")
    except (ValueError, KeyError, AttributeError, TypeError):
        raise BackupFault(f"{NAME} is damaged, so nothing of this backup can be trusted.") from None
    if isinstance(told, int) and told > FORMAT:
        raise BackupFault(
            f"This backup was made by a newer release, Waybill {values.get('waybill', '?')}."
            " Use that release or a later one."
        )
    if said != _checksum({"format": told, **values}):
        raise BackupFault(f"{NAME} is damaged: its checksum is another.")
    for name in ("moment", "started", "finished"):
        values[name] = datetime.fromisoformat(values[name])
    values["parts"] = {name: Part(**part) for name, part in values["parts"].items()}
    return Manifest(**values)


def _checksum(values: Mapping[str, Any]) -> str:
    text = json.dumps(values, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
