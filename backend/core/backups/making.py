"""Makes a backup: dump, files and manifest of one moment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from django.conf import settings

from core.backups.dump import Reached, dump_opened
from core.backups.encryption import ENDING, part_encrypt
from core.backups.files import FileStream, files_lost
from core.backups.manifest import Manifest, Part
from core.backups.places import Writing, place_at
from core.backups.programs import program_find
from core.backups.progress import Progress
from core.backups.release import release_build, release_number
from core.backups.retention import backup_moment, backup_name
from core.backups.server import Server, server_for_backup
from core.backups.snapshot import Snapshot, snapshot_open
from core.backups.streams import Hashed, Pieces, Readable

DATABASE = "database.dump"
FILES = "files.tar"


@dataclass(frozen=True, slots=True)
class Made:
    """``where``: the backup's address."""

    where: str
    manifest: Manifest

    @property
    def bytes(self) -> int:
        return sum(part.bytes for part in self.manifest.parts.values())


def backup_make(*, to: str, progress: Progress) -> Made:
    """Write a backup to a directory or `s3://bucket/prefix`. It is there whole, or not at all.

    Raises BackupFault.
    """
    server, place, of = server_for_backup(), place_at(to), settings.PUBLIC_HOST
    with snapshot_open(server) as snapshot:
        # The lock of the snapshot says that no other backup is writing here.
        place.clear(lambda name: backup_moment(of, name) is not None)
        writing = place.begin(backup_name(of, snapshot.moment))
        try:
            manifest = _Parts(writing, progress).write(server, snapshot, of)
            where = writing.finish(manifest.written())
        except BaseException:
            writing.abandon()
            raise
    return Made(where, manifest)


class _Parts:
    """Writes one part after the other."""

    def __init__(self, writing: Writing, progress: Progress) -> None:
        self._writing = writing
        self._progress = progress
        self._recipients: Sequence[str] = settings.WAYBILL_BACKUP_RECIPIENTS
        self._parts: dict[str, Part] = {}

    def write(self, server: Server, snapshot: Snapshot, of: str) -> Manifest:
        started = datetime.now(UTC)
        program = program_find("pg_dump", at_least=snapshot.postgresql)
        self._progress.begin("Database")
        reached = Reached(snapshot.tables, self._progress.reached)
        with dump_opened(program, server, snapshot.id, reached) as dump:
            self._write(DATABASE, dump)
        self._progress.begin("Counting rows")
        rows = snapshot.rows()
        stream = self._write_files(snapshot)
        with server.connect() as now:
            missing = files_lost(now, stream.missing)
        empty = Manifest(
            of=of,
            waybill=release_number(),
            build=release_build(),
            postgresql=snapshot.postgresql,
            moment=snapshot.moment,
            started=started,
            finished=started,
            migrations=snapshot.migrations(),
            tables=rows,
            keys=snapshot.keys(),
            recipients=list(self._recipients),
            files=stream.taken,
            files_missing=missing,
        )
        return replace(empty, finished=datetime.now(UTC), parts=self._parts)

    def _write_files(self, snapshot: Snapshot) -> FileStream:
        self._progress.begin("Uploaded files")
        stream = FileStream(snapshot.files())
        volume = snapshot.volume()
        done = 0

        def counted(count: int) -> None:
            nonlocal done
            done += count
            self._progress.reached(done / max(volume, 1))

        self._write(FILES, Pieces(stream.pieces()), counted)
        return stream

    def _write(
        self, name: str, source: Readable, counted: Callable[[int], None] = lambda _: None
    ) -> None:
        full = name + ENDING if self._recipients else name

        def told(count: int) -> None:
            counted(count)
            self._progress.add(count)

        with self._writing.part(full) as sink:
            hashed = Hashed(sink, told)
            part_encrypt(source, hashed, self._recipients)
        self._parts[full] = Part(hashed.size, hashed.sha256)
