from __future__ import annotations

from pathlib import Path

from core.backups import backup_make, backup_verify, silent
from core.backups.server import application_in, database_make, server_of_application
from tests.core.backups.conftest import Kept, databases


def test_a_good_backup_is_proved_and_its_database_is_gone(kept: Kept) -> None:
    before = databases()
    done = backup_verify(str(kept.folder), identities=[kept.identity], progress=silent())
    assert (done.findings, done.files) == ([], 1)
    assert databases() == before


def test_what_was_wrong_when_it_was_made_is_found(source: str, target: str, tmp_path: Path) -> None:
    server = server_of_application()
    database_make(server, target, like=source)
    before = databases()
    with server.named(target).connect() as session, application_in(target):
        session.execute("ALTER TABLE submissions_steprun DISABLE TRIGGER USER")
        row = session.execute(
            "DELETE FROM submissions_steprun WHERE id = (SELECT min(id::text)::uuid FROM"
            " submissions_steprun) RETURNING submission_id::text"
        ).fetchone()
        made = backup_make(to=str(tmp_path), progress=silent())
    assert row is not None
    done = backup_verify(made.where, identities=[], progress=silent())
    assert any("lacks step runs" in each and row[0] in each for each in done.findings)
    assert databases() == before
