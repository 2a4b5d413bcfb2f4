"""Looks at a backup before anything is touched: is it whole, and can it be used here?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from django.conf import settings
from pyrage import x25519

from core.backups.encryption import ENDING, part_decrypt, part_opens
from core.backups.faults import BackupFault
from core.backups.files import files_can_be_kept
from core.backups.making import DATABASE, FILES
from core.backups.manifest import Manifest, manifest_read
from core.backups.places import Opened, opened_at
from core.backups.programs import program_find, program_major
from core.backups.progress import Progress
from core.backups.release import release_compare
from core.backups.server import Session
from core.backups.snapshot import key_check
from core.backups.streams import Hashed, Readable, Writable, copy, piped

TRANSACTION_TIMEOUT = 17
"""The first PostgreSQL that has it. From then on `pg_restore` sets it on every server."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A backup that is whole and can be used here. ``behind``: migrations that it lacks."""

    opened: Opened
    manifest: Manifest
    identities: Sequence[x25519.Identity]
    behind: int

    def write_part(self, name: str, sink: Writable) -> None:
        """Write a part on, decrypted. Raises BackupFault."""
        with self.opened.part(self._full(name)) as source:
            if self.manifest.recipients:
                part_decrypt(source, sink, self.identities)
            else:
                copy(source, sink)

    @contextmanager
    def read_part(self, name: str) -> Iterator[Readable]:
        """Read a part, decrypted. Raises BackupFault."""
        with piped(lambda sink: self.write_part(name, sink)) as source:
            yield source

    def _full(self, name: str) -> str:
        return name + ENDING if self.manifest.recipients else name


def backup_check(
    source: str, identities: Sequence[x25519.Identity], session: Session, progress: Progress
) -> Checked:
    """Read all of a backup once. ``session``: on the server where it would be restored.

    Raises BackupFault for the first thing that is wrong. Nothing is changed.
    """
    opened = opened_at(source)
    manifest = manifest_read(opened.manifest())
    behind = release_compare(manifest)
    _server_is_new_enough(manifest, session)
    _keys_are_there(manifest)
    if manifest.files and not files_can_be_kept():
        raise BackupFault(
            f"The backup holds {manifest.files} uploaded files, but no place for them is set here."
            " Set WAYBILL_UPLOADS_DIR or WAYBILL_UPLOADS_S3_BUCKET."
        )
    if manifest.recipients and not identities:
        raise BackupFault(
            "The backup is encrypted. Give the private key of one of its recipients with"
            f" --identity FILE. They are: {', '.join(manifest.recipients)}."
        )
    _is_whole(opened, manifest, progress)
    checked = Checked(opened, manifest, identities, behind)
    if manifest.recipients:
        with opened.part(DATABASE + ENDING) as part:
            part_opens(part, identities)
    return checked


def _server_is_new_enough(manifest: Manifest, session: Session) -> None:
    major = session.info.server_version // 10000
    if major < manifest.postgresql:
        raise BackupFault(
            f"The backup is from PostgreSQL {manifest.postgresql}, but this server is of {major}."
            f" Restore it on {manifest.postgresql} or later."
        )
    program = program_find("pg_restore", at_least=manifest.postgresql)
    of = program_major(program)
    if of >= TRANSACTION_TIMEOUT > major:
        raise BackupFault(
            f"{program} is of PostgreSQL {of} and sets `transaction_timeout`, which this server of"
            f" {major} does not know. Restore on {TRANSACTION_TIMEOUT} or later, or name the"
            " directory of an older pg_restore in WAYBILL_POSTGRES_BIN."
        )


def _keys_are_there(manifest: Manifest) -> None:
    known = settings.WAYBILL_ENCRYPTION_KEYS
    missing = [key_id for key_id in manifest.keys if key_id not in known]
    if missing:
        raise BackupFault(
            "WAYBILL_ENCRYPTION_KEYS lacks what opens the credentials and answers in this backup:"
            f" {', '.join(missing)}. Set the keys that belonged to it, then try again."
        )
    others = [
        key_id for key_id, check in manifest.keys.items() if check and check != key_check(key_id)
    ]
    if others:
        raise BackupFault(
            f"WAYBILL_ENCRYPTION_KEYS holds {', '.join(others)}, but it is not the key of that"
            " name which belonged to this backup. Set that one, then try again."
        )


def _is_whole(opened: Opened, manifest: Manifest, progress: Progress) -> None:
    names = {name.removesuffix(ENDING) for name in manifest.parts}
    if names != {DATABASE, FILES}:
        raise BackupFault("The backup is damaged: its manifest does not name its parts.")
    progress.begin("Checking every byte")
    whole, read = sum(part.bytes for part in manifest.parts.values()), 0

    def counted(count: int) -> None:
        nonlocal read
        read += count
        progress.reached(read / max(whole, 1))
        progress.add(count)

    for name, told in manifest.parts.items():
        hashed = Hashed(None, counted)
        with opened.part(name) as part:
            copy(part, hashed)
        if hashed.size != told.bytes:
            raise BackupFault(
                f"The backup is damaged: {name} has {hashed.size:,} bytes, not {told.bytes:,}. It"
                " was cut off, or copied only in part."
            )
        if hashed.sha256 != told.sha256:
            raise BackupFault(
                f"The backup is damaged: the content of {name} is not what was written. Take"
                " another copy of it, or another backup."
            )
