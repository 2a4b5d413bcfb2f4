from __future__ import annotations

import io
import json
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.management import call_command
from pyrage import x25519

from administration.interrupting import Interrupted, interruptible
from core.accounts.models import Organization
from core.backups import (
    BackupFault,
    Progress,
    backup_make,
    backup_restore,
    identity_new,
    silent,
)
from core.backups.files import FilesPutBack
from core.backups.manifest import manifest_read
from core.backups.places import opened_at
from core.backups.server import (
    application_in,
    database_drop,
    database_make,
    server_of_application,
)
from core.connections.models import Connection
from core.connections.services import connection_credentials
from core.delivery.models import LedgerCheck
from core.postgres.tenancy import every_organization, organization_scope
from core.submissions.models import StepRun, Submission
from tests.core.backups.conftest import CONTENT, STORED, Kept, databases


def test_everything_comes_back_and_nothing_is_sent_twice(kept: Kept, target: str) -> None:
    stored = STORED
    storages["uploads"].delete(stored)
    done = backup_restore(
        str(kept.folder),
        identities=[kept.identity],
        into=target,
        with_files=True,
        progress=silent(),
    )
    assert (done.database, done.files) == (target, 1)
    assert done.steps is not None
    assert (done.steps.looked_up, done.steps.repeated, done.steps.unknown) == (1, 1, 1)
    with storages["uploads"].open(stored) as file:
        assert file.read() == CONTENT
    with application_in(target):
        with every_organization("it was restored"):
            runs = StepRun.unscoped.values_list("step__action", "status", "in_doubt")
            assert sorted(runs) == [
                ("request.send", "unknown", True),
                ("request.send_found", "ready", True),
                ("request.send_keyed", "ready", True),
            ]
            account = Connection.unscoped.get(slug="keyed")
            assert connection_credentials(account)["auth"]["token"] == "planted-credential"
        with organization_scope(account.organization_id):
            assert Submission.unscoped.count() == 3
        with organization_scope(Organization(slug="nobody")):
            assert Submission.unscoped.count() == 0, "organizations are kept apart again"


def test_an_empty_database_is_replaced_and_an_older_release_is_brought_up_to_date(
    source: str, target: str, tmp_path: Path
) -> None:
    server = server_of_application()
    database_make(server, target, like=source)
    with application_in(target):
        call_command("migrate", "delivery", "0004", verbosity=0)
        old = backup_make(to=str(tmp_path), progress=silent())
    with server.named(target).connect() as session:
        session.execute("DROP SCHEMA public CASCADE")
        session.execute("CREATE SCHEMA public")
        session.execute("GRANT USAGE ON SCHEMA public TO PUBLIC")
        session.execute(f"ALTER DATABASE {target} SET lock_timeout = '7s'")
    with application_in(target):
        done = backup_restore(old.where, identities=[], as_they_are=True, progress=silent())
        assert done.behind >= 1
        assert done.steps is None
        with every_organization("it was restored"):
            assert set(StepRun.unscoped.values_list("status", "in_doubt")) == {("ready", False)}
            assert LedgerCheck.objects.count() == 0
    with server.named(target).connect() as session:
        assert session.execute("SHOW lock_timeout").fetchone() == ("7s",)


def _cut(folder: Path) -> None:
    part = folder / "database.dump.age"
    part.write_bytes(part.read_bytes()[: part.stat().st_size // 2])


def _flip(folder: Path) -> None:
    part = folder / "database.dump.age"
    raw = bytearray(part.read_bytes())
    raw[len(raw) // 2] ^= 1
    part.write_bytes(raw)


def _flip_files(folder: Path) -> None:
    part = folder / "files.tar.age"
    raw = bytearray(part.read_bytes())
    raw[-1] ^= 1
    part.write_bytes(raw)


def _flip_manifest(folder: Path) -> None:
    path = folder / "manifest.json"
    path.write_text(path.read_text().replace('"files": 1', '"files": 2'))


def _lose_a_part(folder: Path) -> None:
    (folder / "files.tar.age").unlink()


def _lose_the_manifest(folder: Path) -> None:
    (folder / "manifest.json").unlink()


def _newer_release(folder: Path) -> None:
    path = folder / "manifest.json"
    manifest = manifest_read(path.read_bytes())
    migrations = {**manifest.migrations, "delivery": ["9999_from_the_future"]}
    path.write_bytes(replace(manifest, waybill="99.0", migrations=migrations).written())


def _newer_format(folder: Path) -> None:
    path = folder / "manifest.json"
    path.write_text(json.dumps({"format": 99, "waybill": "99.0", "checksum": ""}))


def _newer_postgresql(folder: Path) -> None:
    path = folder / "manifest.json"
    path.write_bytes(replace(manifest_read(path.read_bytes()), postgresql=99).written())


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (_cut, "cut off"),
        (_flip, "the content of database.dump.age"),
        (_flip_files, "the content of files.tar.age"),
        (_flip_manifest, "manifest.json is damaged"),
        (_lose_a_part, "files.tar.age is missing"),
        (_lose_the_manifest, "is no backup"),
        (_newer_release, "newer release.*Waybill 99.0 or later"),
        (_newer_format, "newer release, Waybill 99.0"),
        (_newer_postgresql, "PostgreSQL 99"),
    ],
)
def test_a_backup_that_is_not_what_it_was_touches_nothing(
    kept: Kept, target: str, tmp_path: Path, damage: Callable[[Path], None], words: str
) -> None:
    folder = kept.copy(tmp_path)
    damage(folder)
    before = databases()
    with pytest.raises(BackupFault, match=words):
        backup_restore(str(folder), identities=[kept.identity], into=target, progress=silent())
    assert databases() == before


def test_another_key_opens_nothing(kept: Kept, target: str) -> None:
    before = databases()
    other = x25519.Identity.generate()
    with pytest.raises(BackupFault, match="does not open the backup"):
        backup_restore(str(kept.folder), identities=[other], into=target, progress=silent())
    with pytest.raises(BackupFault, match=r"--identity FILE.*age1"):
        backup_restore(str(kept.folder), identities=[], into=target, progress=silent())
    assert databases() == before


def test_encryption_keys_that_are_missing_or_others_are_named(
    kept: Kept, target: str, settings: Any
) -> None:
    (key_id,) = kept.made.manifest.keys
    settings.WAYBILL_ENCRYPTION_KEYS = {"new": b"n" * 32}
    with pytest.raises(BackupFault, match=rf"lacks.*: {key_id}"):
        backup_restore(str(kept.folder), identities=[], into=target, progress=silent())
    settings.WAYBILL_ENCRYPTION_KEYS = {key_id: b"o" * 32}
    with pytest.raises(BackupFault, match="not the key of that name"):
        backup_restore(str(kept.folder), identities=[], into=target, progress=silent())


def test_beside_a_running_system_no_file_comes_back(kept: Kept, target: str) -> None:
    stored = STORED
    storages["uploads"].delete(stored)
    done = backup_restore(
        str(kept.folder), identities=[kept.identity], into=target, progress=silent()
    )
    assert done.files == 1
    assert not storages["uploads"].exists(stored), "it may have been erased there"
    storages["uploads"].save(stored, ContentFile(CONTENT))


@pytest.mark.parametrize("damaged", [CONTENT[:-1], CONTENT[:-1] + b"?"], ids=["cut", "changed"])
def test_a_damaged_file_is_replaced_and_a_good_one_stays(damaged: bytes) -> None:
    storage = storages["uploads"]
    name = f"{uuid4()}/{'b' * 32}"
    storage.save(name, ContentFile(damaged))
    with suppress(Interrupted), FilesPutBack() as files:
        files.put(name, io.BytesIO(CONTENT))
        files.put(name, io.BytesIO(CONTENT))
        raise Interrupted
    try:
        with storage.open(name) as file:
            assert file.read() == CONTENT
        assert storage.listdir(name.split("/")[0])[1] == ["b" * 32]
    finally:
        storage.delete(name)
        (Path(storage.location) / name).parent.rmdir()  # type: ignore[attr-defined]


def test_a_key_that_was_not_there_when_the_backup_was_made_stops_no_restore(
    kept: Kept, target: str, tmp_path: Path
) -> None:
    folder = kept.copy(tmp_path)
    (key_id,) = kept.made.manifest.keys
    manifest = replace(kept.made.manifest, keys={key_id: ""})
    (folder / "manifest.json").write_bytes(manifest.written())
    done = backup_restore(str(folder), identities=[kept.identity], into=target, progress=silent())
    assert done.database == target


def test_a_database_that_holds_something_is_not_overwritten(kept: Kept, source: str) -> None:
    with (
        application_in(source),
        pytest.raises(BackupFault, match=r"not empty.*--into NAME"),
    ):
        backup_restore(str(kept.folder), identities=[kept.identity], progress=silent())
    with pytest.raises(BackupFault, match="exists already"):
        backup_restore(str(kept.folder), identities=[kept.identity], into=source, progress=silent())


def test_a_running_system_is_not_restored_over(kept: Kept, target: str) -> None:
    server = server_of_application()
    database_make(server, target, like=None)
    with (
        server.named(target).connect(),
        application_in(target),
        pytest.raises(BackupFault, match="Waybill is running"),
    ):
        backup_restore(str(kept.folder), identities=[kept.identity], progress=silent())


def test_a_restore_that_breaks_off_leaves_nothing(kept: Kept, target: str) -> None:
    stored = STORED
    storages["uploads"].delete(stored)
    before = databases()

    def tell(line: str) -> None:
        # The database is loaded, and the files are put back next.
        if line.startswith("Gathering"):
            raise Interrupted

    with pytest.raises(Interrupted):
        backup_restore(
            str(kept.folder),
            identities=[kept.identity],
            into=target,
            with_files=True,
            progress=Progress(tell, every=0),
        )
    assert databases() == before
    assert not storages["uploads"].exists(stored)


def test_once_the_database_has_its_name_the_files_stay(
    kept: Kept, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The empty database cannot be dropped, and signals come: what is restored is in use."""
    stored = STORED
    storages["uploads"].delete(stored)
    server = server_of_application()
    database_make(server, target, like=None)
    keep = FilesPutBack.keep
    holders = []

    def keep_and_disturb(files: FilesPutBack) -> None:
        keep(files)
        (empty,) = (name for name in databases() if name.endswith("_empty"))
        holders.append(server.named(empty).connect())
        os.kill(os.getpid(), signal.SIGINT)

    monkeypatch.setattr(FilesPutBack, "keep", keep_and_disturb)
    try:
        with application_in(target), interruptible():
            done = backup_restore(str(kept.folder), identities=[kept.identity], progress=silent())
    finally:
        for holder in holders:
            holder.close()
    assert done.left.endswith("_empty")
    database_drop(server, done.left)
    with storages["uploads"].open(stored) as file:
        assert file.read() == CONTENT
    with application_in(target), every_organization("it was restored"):
        assert Submission.unscoped.count() == 3


def test_what_pg_restore_says_is_told(
    kept: Kept, target: str, tmp_path: Path, settings: Any
) -> None:
    """It ends before it has read all: our own pipe to it breaks."""
    programs = tmp_path / "bin"
    programs.mkdir()
    program = programs / "pg_restore"
    program.write_text(
        "#!/bin/sh\n"
        'if [ "$1" = --version ]; then echo "pg_restore (PostgreSQL) 99.1"; exit; fi\n'
        "echo 'pg_restore: error: a planted fault' >&2; exit 1\n"
    )
    program.chmod(0o755)
    settings.WAYBILL_POSTGRES_BIN = str(programs)
    with pytest.raises(BackupFault, match="a planted fault"):
        backup_restore(str(kept.folder), identities=[kept.identity], into=target, progress=silent())


def test_a_pg_restore_that_is_too_new_for_the_server_is_named(
    kept: Kept, target: str, tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "pg_restore"
    program.write_text("#!/bin/sh\necho 'pg_restore (PostgreSQL) 99.1'\n")
    program.chmod(0o755)
    settings.WAYBILL_POSTGRES_BIN = str(tmp_path)
    monkeypatch.setattr("core.backups.checking.TRANSACTION_TIMEOUT", 99)
    with pytest.raises(BackupFault, match=r"pg_restore is of PostgreSQL 99.*WAYBILL_POSTGRES_BIN"):
        backup_restore(str(kept.folder), identities=[kept.identity], into=target, progress=silent())


def test_errors_of_the_disk_are_sentences_and_those_of_readers_are_theirs(tmp_path: Path) -> None:
    (tmp_path / "part").write_bytes(b"content")
    opened = opened_at(str(tmp_path))
    with pytest.raises(OSError, match="of the reader"), opened.part("part"):
        raise OSError("of the reader")
    with pytest.raises(BrokenPipeError), opened.part("part"):
        raise BrokenPipeError
    with pytest.raises(BackupFault, match="cannot be read"):
        opened_at(str(tmp_path / ("long" * 99))).manifest()
    with pytest.raises(BackupFault, match="cannot be written"):
        identity_new(tmp_path / "nowhere" / "key")


def test_databases_are_made_from_another_than_the_restored_one() -> None:
    with server_of_application().named("postgres").maintenance() as session:
        assert session.info.dbname == "template1"
