from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.conf import settings as project
from django.core.management import CommandError, call_command
from psycopg.conninfo import make_conninfo

from administration.interrupting import EXIT_CODE, Interrupted, interruptible
from core.alerts.conditions.system import BACKUP, BACKUP_FAILED
from core.backups import (
    BackupFault,
    Progress,
    backup_make,
    silent,
)
from core.backups.server import application_in, server_of_application
from core.backups.snapshot import snapshot_open
from core.delivery.models import Heartbeat
from tests.core.backups.conftest import CONTENT, Kept

BACKEND = Path(__file__).resolve().parents[3]


@pytest.fixture
def in_source(source: str) -> Iterator[str]:
    with application_in(source):
        yield source


def test_a_backup_says_what_is_in_it(kept: Kept) -> None:
    manifest = kept.made.manifest
    assert manifest.tables["submissions_submission"] == 3
    assert manifest.files == 1
    assert manifest.files_missing == []
    assert list(manifest.keys) == [next(iter(project.WAYBILL_ENCRYPTION_KEYS))]
    assert "0001_initial" in manifest.migrations["submissions"]
    sizes = {name: part.bytes for name, part in manifest.parts.items()}
    assert sizes == {
        name: (kept.folder / name).stat().st_size for name in ("database.dump.age", "files.tar.age")
    }


def test_nothing_in_it_can_be_read_without_the_key(kept: Kept) -> None:
    whole = b"".join(path.read_bytes() for path in kept.folder.iterdir())
    for planted in (CONTENT[:24], b"Acme Ltd", b"planted-credential", b"PGDMP"):
        assert planted not in whole
    assert {path.stat().st_mode & 0o777 for path in kept.folder.iterdir()} == {0o600}


def test_without_room_it_says_so_and_leaves_nothing(in_source: str, tmp_path: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        with pytest.raises(BackupFault, match="no room left"):
            backup_make(to=str(tmp_path), progress=silent())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert list(tmp_path.iterdir()) == []


def test_a_signal_in_the_middle_leaves_nothing(in_source: str, tmp_path: Path) -> None:
    def tell(line: str) -> None:
        if "Counting" in line:
            assert [path.name[0] for path in tmp_path.iterdir()] == ["."]
            os.kill(os.getpid(), signal.SIGTERM)

    with pytest.raises(Interrupted), interruptible():
        backup_make(to=str(tmp_path), progress=Progress(tell, every=0))
    assert list(tmp_path.iterdir()) == []


def test_the_command_ends_with_130_when_it_is_interrupted(source: str, tmp_path: Path) -> None:
    """A lock holds `pg_dump`, so that the signal certainly comes in its middle."""
    server = server_of_application().named(source)
    with server.connect() as holder:
        holder.execute("BEGIN")
        holder.execute("LOCK TABLE accounts_user IN ACCESS EXCLUSIVE MODE")
        process = subprocess.Popen(
            [sys.executable, "waybill-admin", "backup", "--to", str(tmp_path)],
            cwd=BACKEND,
            env=_environment(source),
            stderr=subprocess.PIPE,
            text=True,
        )
        while process.poll() is None and not list(tmp_path.glob(".*/database.dump")):
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate()
    assert process.returncode == EXIT_CODE, said
    assert "has been removed" in said
    assert list(tmp_path.iterdir()) == []


def test_a_second_backup_is_refused(in_source: str, tmp_path: Path) -> None:
    with (
        snapshot_open(server_of_application()),
        pytest.raises(BackupFault, match="Another backup of"),
    ):
        backup_make(to=str(tmp_path), progress=silent())
    assert list(tmp_path.iterdir()) == []


def test_the_end_of_one_lets_the_next_begin(in_source: str) -> None:
    for _ in range(50):
        with snapshot_open(server_of_application()):
            pass


def test_one_that_is_due_while_another_runs_is_no_failure(in_source: str, tmp_path: Path) -> None:
    Heartbeat.objects.filter(name=BACKUP_FAILED).delete()
    with snapshot_open(server_of_application()):
        call_command("backup", to=str(tmp_path), scheduled=True)
        with pytest.raises(CommandError, match="Another backup of"):
            call_command("backup", to=str(tmp_path))
    assert list(tmp_path.iterdir()) == []
    assert not Heartbeat.objects.filter(name=BACKUP_FAILED).exists()


def test_a_key_that_is_not_there_is_named(
    in_source: str, tmp_path: Path, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    (key_id,) = settings.WAYBILL_ENCRYPTION_KEYS
    settings.WAYBILL_ENCRYPTION_KEYS = {"another": b"n" * 32}
    call_command("backup", to=str(tmp_path))
    assert f"WAYBILL_ENCRYPTION_KEYS lacks {key_id}" in capsys.readouterr().err
    Heartbeat.objects.filter(name=BACKUP).delete()


def test_what_a_killed_backup_left_is_removed_by_the_next(in_source: str, tmp_path: Path) -> None:
    (tmp_path / f".waybill-{project.PUBLIC_HOST}-20200101T000000Z.partial").mkdir()
    (tmp_path / ".waybill-another.example-20200101T000000Z.partial").mkdir()
    longer = f".waybill-{project.PUBLIC_HOST}-staging-20200101T000000Z.partial"
    (tmp_path / longer).mkdir()
    made = backup_make(to=str(tmp_path), progress=silent())
    assert {path.name for path in tmp_path.iterdir()} == {
        ".waybill-another.example-20200101T000000Z.partial",
        longer,
        Path(made.where).name,
    }


@pytest.mark.parametrize(
    ("version", "words"), [("12.1", "must be of"), ("", "was not found")], ids=["old", "missing"]
)
def test_pg_dump_that_is_old_or_missing_is_named(
    in_source: str, tmp_path: Path, settings: Any, version: str, words: str
) -> None:
    programs = tmp_path / "bin"
    programs.mkdir()
    if version:
        (programs / "pg_dump").write_text(f"#!/bin/sh\necho 'pg_dump (PostgreSQL) {version}'\n")
        (programs / "pg_dump").chmod(0o755)
    settings.WAYBILL_POSTGRES_BIN = str(programs)
    with pytest.raises(BackupFault, match=rf"{words}.*WAYBILL_POSTGRES_BIN"):
        backup_make(to=str(tmp_path / "to"), progress=silent())


def test_a_login_that_does_not_see_every_row_makes_no_backup(
    in_source: str, tmp_path: Path, settings: Any
) -> None:
    options = server_of_application().options
    settings.WAYBILL_BACKUP_DATABASE_URL = make_conninfo(
        **{**options, "options": "-c role=waybill_worker"}
    )
    with pytest.raises(BackupFault, match="WAYBILL_BACKUP_DATABASE_URL"):
        backup_make(to=str(tmp_path), progress=silent())


def test_a_file_whose_content_is_gone_is_named(
    in_source: str, tmp_path: Path, settings: Any
) -> None:
    settings.STORAGES = {
        **settings.STORAGES,
        "uploads": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path / "empty")},
        },
    }
    made = backup_make(to=str(tmp_path / "to"), progress=silent())
    assert [name.rsplit("/")[1] for name in made.manifest.files_missing] == ["a" * 32]


def _environment(database: str) -> dict[str, str]:
    options = server_of_application().named(database).options
    secret = quote(options.get("password", ""), safe="")
    address = f"{options['user']}:{secret}@{options['host']}:{options['port']}"
    return {
        **os.environ,
        "DATABASE_URL": f"postgresql://{address}/{database}",
        "DJANGO_SETTINGS_MODULE": "tests.django_settings",
    }
