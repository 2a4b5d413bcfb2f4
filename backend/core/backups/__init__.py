"""Backups of everything that must not be lost, how they are proved, and how they are restored."""

from core.backups.encryption import identities_read, identity_new
from core.backups.faults import BackupFault, BackupRunning
from core.backups.making import Made, backup_make
from core.backups.places import place_at
from core.backups.progress import Progress, silent, size_words
from core.backups.restoring import Restored, backup_restore
from core.backups.retention import backups_prune
from core.backups.schedule import backup_due, backup_failed, backup_succeeded
from core.backups.verifying import Verified, backup_verify

__all__ = [
    "BackupFault",
    "BackupRunning",
    "Made",
    "Progress",
    "Restored",
    "Verified",
    "backup_due",
    "backup_failed",
    "backup_make",
    "backup_restore",
    "backup_succeeded",
    "backup_verify",
    "backups_prune",
    "identities_read",
    "identity_new",
    "place_at",
    "silent",
    "size_words",
]
