"""Which release of Waybill this is, and what its schema knows."""

from __future__ import annotations

import os
import tomllib

from django.conf import settings
from django.db.migrations.loader import MigrationLoader
from packaging.version import InvalidVersion, Version

from core.backups.faults import BackupFault
from core.backups.manifest import Manifest


def release_number() -> str:
    """As in `pyproject.toml`."""
    with (settings.BASE_DIR / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])


def release_build() -> str:
    """What the image was built from; empty where nobody says."""
    return os.environ.get("WAYBILL_VERSION", "")


def release_compare(manifest: Manifest) -> int:
    """How many migrations the backup lacks. Raises BackupFault if a newer release made it."""
    known = _known()
    applied = {(app, name) for app, names in manifest.migrations.items() for name in names}
    beyond = sorted(applied - known - _replaced())
    if beyond or _is_later(manifest.waybill, release_number()):
        what = f" (this one does not know {'.'.join(beyond[0])})" if beyond else ""
        raise BackupFault(
            f"This backup was made by a newer release, Waybill {manifest.release}; here is"
            f" {release_number()}{what}. Restore it with Waybill {manifest.waybill} or later."
        )
    return len(known - applied)


def _known() -> set[tuple[str, str]]:
    return {(app, name) for app, name in _loader().disk_migrations}


def _replaced() -> set[tuple[str, str]]:
    """Those that a squashed migration stands for."""
    return {key for each in _loader().disk_migrations.values() for key in each.replaces}


def _loader() -> MigrationLoader:
    return MigrationLoader(None)


def _is_later(one: str, other: str) -> bool:
    try:
        return Version(one) > Version(other)
    except InvalidVersion:
        return False
