"""Proves a backup: restores it into a database that is dropped again, and looks at it there."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from pyrage import x25519

from core.backups.checking import backup_check
from core.backups.files import files_compare, files_read
from core.backups.making import FILES
from core.backups.manifest import Manifest
from core.backups.progress import Progress
from core.backups.restoring import load, scratch
from core.backups.server import application_in, server_of_application
from core.delivery.operate import ledger_reconcile
from core.delivery.sweep import restored_settle
from core.postgres.tenancy import every_organization
from core.statistics.differences import statistics_findings


@dataclass(frozen=True, slots=True)
class Verified:
    """``files``: whose content is what was taken in. ``findings``: what is wrong, in words."""

    manifest: Manifest
    files: int
    findings: list[str]
    took: timedelta


def backup_verify(
    source: str, *, identities: Sequence[x25519.Identity], progress: Progress
) -> Verified:
    """Restore a backup beside everything else, reconcile and compare; then remove it.

    Raises BackupFault if it cannot be restored at all.
    """
    began = time.monotonic()
    server = server_of_application()
    with server.maintenance() as session:
        checked = backup_check(source, identities, session, progress)
    with scratch(server, like=None) as database:
        load(checked, server.named(database), progress)
        progress.begin("Reconciling")
        with application_in(database), every_organization("a backup holds all of them"):
            # As after a restore: its leases and times are of the past.
            restored_settle(moment=checked.manifest.moment)
            findings = _reconciled()
        progress.begin("Uploaded files")
        with server.named(database).connect() as session, checked.read_part(FILES) as part:
            files = files_read(part, session, files_compare)
    findings += [f"{name}: its content is missing" for name in checked.manifest.files_missing]
    took = timedelta(seconds=time.monotonic() - began)
    return Verified(checked.manifest, files, findings, took)


def _reconciled() -> list[str]:
    ledger, findings = ledger_reconcile(everything=True)
    findings += statistics_findings()
    words = [f"{finding.check}: {', '.join(finding.ids[:3])}" for finding in findings]
    return words if ledger.balanced else ["the ledger does not balance", *words]
