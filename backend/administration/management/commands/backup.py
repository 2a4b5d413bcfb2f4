from __future__ import annotations

from pathlib import Path
from typing import Any

import structlog
from django.conf import settings
from django.core.management.base import CommandParser

from administration.backup_command import BackupCommand
from core.backups import (
    BackupFault,
    BackupRunning,
    Made,
    backup_failed,
    backup_make,
    backup_succeeded,
    backups_prune,
    identity_new,
    place_at,
    size_words,
)

log = structlog.get_logger(__name__)


class Command(BackupCommand):
    help = "Back up the database and the uploaded files, while everything runs."
    interrupted = "Interrupted. What was written of this backup has been removed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--to",
            default=settings.WAYBILL_BACKUP_TO,
            help="a directory or s3://bucket/prefix; default: WAYBILL_BACKUP_TO",
        )
        parser.add_argument(
            "--new-identity",
            type=Path,
            metavar="FILE",
            help="only make a private key, and print its public one for WAYBILL_BACKUP_RECIPIENTS",
        )
        parser.add_argument("--scheduled", action="store_true", help="how beat calls it")

    def handle(self, *args: Any, **options: Any) -> None:
        with self.explained():
            if options["new_identity"]:
                self._new_identity(options["new_identity"])
                return
            try:
                made = self._make(options["to"])
            except BackupRunning as running:
                if not options["scheduled"]:
                    raise
                # It takes longer than the time after which another is begun.
                log.info("backup not begun", reason=str(running))
                return
            except Exception as error:
                if options["scheduled"]:
                    log.error("backup failed", error=str(error))  # noqa: TRY400  # it says all
                    backup_failed()
                raise
        self._say(made)
        if options["to"] == settings.WAYBILL_BACKUP_TO:
            with self.explained():
                self._prune(options["to"])

    def _make(self, to: str) -> Made:
        if not to:
            raise BackupFault(
                "Say where the backup goes: --to DIRECTORY, --to s3://bucket/prefix, or"
                " WAYBILL_BACKUP_TO."
            )
        if not settings.WAYBILL_BACKUP_RECIPIENTS:
            self.stderr.write(
                "Not encrypted, because WAYBILL_BACKUP_RECIPIENTS is empty: whoever finds this"
                " backup reads everything but sealed values."
            )
        made = backup_make(to=to, progress=self.progress())
        backup_succeeded()
        return made

    def _say(self, made: Made) -> None:
        manifest = made.manifest
        seconds = (manifest.finished - manifest.started).total_seconds()
        self.stdout.write(
            f"{made.where}: {manifest.rows:,} rows of {len(manifest.tables)} tables and"
            f" {manifest.files:,} files, {size_words(made.bytes)}, in {seconds:.1f} s. It shows"
            f" {manifest.moment:%Y-%m-%d %H:%M:%S} UTC."
        )
        if manifest.keys:
            self.stdout.write(
                f"Keep apart from it: WAYBILL_ENCRYPTION_KEYS ({', '.join(manifest.keys)}) and"
                " WAYBILL_SECRET_KEY."
            )
        for name in (name for name, check in manifest.keys.items() if not check):
            self.stderr.write(
                f"WAYBILL_ENCRYPTION_KEYS lacks {name}, which opens some of what is in this backup."
                " Without that key it is lost. Find it, or remove what it sealed."
            )
        for name in manifest.files_missing:
            self.stderr.write(f"The content of {name} is missing or is not what was taken in.")

    def _prune(self, to: str) -> None:
        gone = backups_prune(
            place_at(to), of=settings.PUBLIC_HOST, keep=settings.WAYBILL_BACKUP_KEEP
        )
        for name in gone:
            self.stdout.write(f"Removed {name}, by WAYBILL_BACKUP_KEEP.")

    def _new_identity(self, path: Path) -> None:
        public = identity_new(path)
        self.stdout.write(
            f"The private key is in {path}. Move it off this server, and keep a copy: without it"
            " nobody reads the backups.\n"
            f"WAYBILL_BACKUP_RECIPIENTS={public}"
        )
