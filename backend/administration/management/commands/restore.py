from __future__ import annotations

from typing import Any

from django.core.management.base import CommandParser

from administration.backup_command import BackupCommand, add_identity, identities_of
from administration.settled_words import settled_words
from core.backups import Restored, backup_restore


class Command(BackupCommand):
    help = "Restore a backup into an empty or a new database, and settle what was under way."
    interrupted = "Interrupted. Nothing was restored: the database is as it was."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("backup", help="its directory, or s3://bucket/prefix/name")
        add_identity(parser)
        parser.add_argument(
            "--into",
            metavar="NAME",
            help="a new database beside the one of DATABASE_URL, which stays as it is",
        )
        parser.add_argument(
            "--with-files",
            action="store_true",
            help="with --into: put back the uploaded files, too. Without it they are only compared,"
            " for the place of files is that of the running system",
        )
        parser.add_argument(
            "--as-they-are",
            action="store_true",
            help="nothing was sent after the backup, as when a stopped system moves: leave steps"
            " as they are",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        with self.explained():
            done = backup_restore(
                options["backup"],
                identities=identities_of(options),
                into=options["into"],
                with_files=options["with_files"],
                as_they_are=options["as_they_are"],
                progress=self.progress(),
            )
        for line in _told(done):
            self.stdout.write(line)
        if options["into"] and done.files and not options["with_files"]:
            self.stdout.write(
                f"The {done.files:,} files are whole, but were not put back. --with-files does."
            )


def _told(done: Restored) -> list[str]:
    """What was done, then what people have to decide."""
    manifest = done.manifest
    lines = [
        (
            f"Restored {manifest.rows:,} rows of {len(manifest.tables)} tables and {done.files:,}"
            f" files of {manifest.of} into the database {done.database}."
        ),
    ]
    if done.behind:
        lines.append(
            f"The backup was made by Waybill {manifest.release}, an older release; its schema was"
            f" brought up to date by {done.behind} migrations."
        )
    if done.left:
        lines.append(
            f"The empty database that had its name is now {done.left} and could not be dropped:"
            f' DROP DATABASE "{done.left}".'
        )
    lines += [
        (
            f"RPO {_words(done.age.total_seconds())}: it shows"
            f" {manifest.moment:%Y-%m-%d %H:%M:%S} UTC; what came after that is gone."
        ),
        f"RTO {_words(done.took.total_seconds())}: so long the restore took.",
        "",
        *_decisions(done),
    ]
    return lines


def _decisions(done: Restored) -> list[str]:
    if done.steps is None:
        lines = ["Steps go on as they are, because nothing was sent after the backup."]
    else:
        lines = settled_words(done.steps, done.manifest.moment)
    if done.manifest.files_missing:
        lines.append(f"{len(done.manifest.files_missing):>8,} files were missing in the backup.")
    return [
        *lines,
        (
            "What was revoked, erased or changed after the backup is as before: members, API keys,"
            " sessions, erased persons. Do it again."
        ),
        "Next: start Waybill, then `waybill-admin reconcile`.",
    ]


def _words(seconds: float) -> str:
    """A duration for people: `2 h 5 min`, `41.3 s`."""
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes = int(seconds // 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
