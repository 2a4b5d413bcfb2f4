from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import storages
from django.core.management import call_command
from pyrage import x25519

from administration.interrupting import Interrupted
from core.accounts.models import Organization
from core.backups import BackupFault, Progress, backup_make, backup_restore, silent
from core.backups.manifest import manifest_read
from core.backups.server import (
    application_in,
    database_make,
    server_of_application,
)
from core.connections.models import Connection
from core.connections.services import connection_credentials
from core.delivery.models import LedgerCheck
from core.postgres.tenancy import every_organization, organization_scope
from core.submissions.models import StepRun, Submission
from tests.core.backups.conftest import CONTENT, Kept, databases


def test_everything_comes_back_and_nothing_is_sent_twice(kept: Kept, target: str) -> None:
    (stored,) = _stored()
    storages["uploads"].delete(stored)
    done = backup_restore(
        str(kept.folder), identities=[kept.identity], into=target, progress=silent()
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
    (stored,) = _stored()
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
            progress=Progress(tell, every=0),
        )
    assert databases() == before
    assert not storages["uploads"].exists(stored)


def _stored() -> list[str]:
    """Where the file lies, whether its content is there or not."""
    folder = Path(storages["uploads"].location)  # type: ignore[attr-defined]
    organizations = [path.name for path in folder.iterdir() if path.is_dir()]
    return [f"{name}/{'a' * 32}" for name in organizations]
