from __future__ import annotations

from typing import Any

from django.core.management.base import CommandError, CommandParser

from administration.backup_command import BackupCommand, add_identity, identities_of
from core.backups import backup_verify


class Command(BackupCommand):
    help = "Prove a backup: restore it beside everything else, reconcile, compare, remove it."
    interrupted = "Interrupted. The database of the proof has been removed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("backup", help="its directory, or s3://bucket/prefix/name")
        add_identity(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        with self.explained():
            done = backup_verify(
                options["backup"], identities=identities_of(options), progress=self.progress()
            )
        manifest = done.manifest
        for finding in done.findings:
            self.stdout.write(self.style.ERROR(finding))
        if done.findings:
            raise CommandError(
                f"The backup can be restored, but {len(done.findings)} things in it are wrong: see"
                " above. They were wrong when it was made."
            )
        self.stdout.write(
            f"The backup is good: {manifest.rows:,} rows of {len(manifest.tables)} tables as they"
            f" were counted, {done.files:,} files with their content, the ledger balances. It shows"
            f" {manifest.moment:%Y-%m-%d %H:%M:%S} UTC, and restoring it took"
            f" {done.took.total_seconds():.1f} s."
        )
