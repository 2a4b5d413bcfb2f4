"""Restores a backup: into a database of its own first, which takes its place when all is done."""

from __future__ import annotations

import os
import secrets
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import psycopg
from django.core.management import call_command
from django.db import connection
from psycopg import sql
from pyrage import x25519

from core.backups.checking import Checked, backup_check
from core.backups.dump import restore_opened
from core.backups.faults import BackupFault
from core.backups.files import FilesPutBack, files_compare, files_read
from core.backups.making import DATABASE, FILES
from core.backups.manifest import Manifest
from core.backups.programs import program_find
from core.backups.progress import Progress
from core.backups.server import (
    Server,
    application_in,
    database_drop,
    database_make,
    server_of_application,
)
from core.backups.snapshot import tables_count
from core.delivery.sweep import RestoredSteps, restored_settle
from core.postgres.roles import RoleMissing, roles_ensure
from core.postgres.tenancy import database_owner, every_organization

_SESSIONS = """
SELECT coalesce(nullif(application_name, ''), usename::text, 'unnamed') FROM pg_stat_activity
WHERE datname = %s AND backend_type = 'client backend' AND pid <> pg_backend_pid()
"""
_TABLES = """
SELECT count(*) FROM pg_class AS class JOIN pg_namespace AS namespace
    ON namespace.oid = class.relnamespace
WHERE class.relkind IN ('r', 'p') AND namespace.nspname NOT IN ('pg_catalog', 'information_schema')
    AND namespace.nspname NOT LIKE 'pg\\_%%'
"""

_SETTINGS = """
SELECT split_part(setting, '=', 1) FROM pg_db_role_setting, unnest(setconfig) AS setting
WHERE setrole = 0
    AND setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
"""
_RIGHTS = """
SELECT role.rolname::text, granted.privilege_type
FROM pg_database, aclexplode(datacl) AS granted LEFT JOIN pg_roles AS role ON role.oid = grantee
WHERE datname = current_database()
"""


@dataclass(frozen=True, slots=True)
class Restored:
    """``steps``: None if they were to stay as they are. ``age``: how old the backup was (RPO).

    ``took``: how long the restore took (RTO). ``behind``: migrations that were run after it.
    ``left``: the empty database that had the name before and could not be dropped, or nothing.
    """

    manifest: Manifest
    database: str
    files: int
    steps: RestoredSteps | None
    age: timedelta
    took: timedelta
    behind: int
    left: str = ""


def backup_restore(
    source: str,
    *,
    identities: Sequence[x25519.Identity],
    into: str | None = None,
    with_files: bool = False,
    as_they_are: bool = False,
    progress: Progress,
) -> Restored:
    """Restore into the database of DATABASE_URL, which is empty or missing, or ``into`` a new one.

    All or nothing: until the last step, the database keeps its name and its content.
    Beside another database, ``into``, files are only compared unless ``with_files``: the storage is
    that of the system which goes on, and may have erased them. ``as_they_are``: nothing was sent
    after the backup, so steps go on as they are. Raises BackupFault.
    """
    began = time.monotonic()
    server = server_of_application()
    target = into or server.database
    with server.maintenance() as session:
        exists = _require_free(server, target, is_new=into is not None)
        checked = backup_check(source, identities, session, progress)
    age = datetime.now(UTC) - checked.manifest.moment
    with (
        ExitStack() as end,
        scratch(server, like=target if exists else None) as database,
        FilesPutBack() as files,
    ):
        load(checked, server.named(database), progress)
        with application_in(database):
            steps = None if as_they_are else _settled(checked.manifest)
            progress.begin("Gathering statistics")
            with server.named(database).connect() as session:
                session.execute("ANALYZE")
                progress.begin("Uploaded files")
                with checked.read_part(FILES) as part:
                    take = files.put if into is None or with_files else files_compare
                    count = files_read(part, session, take)
        _require_free(server, target, is_new=into is not None)
        end.enter_context(_undisturbed())
        left = _take_place(server, database, target, exists=exists, taken=files.keep)
    took = timedelta(seconds=time.monotonic() - began)
    return Restored(checked.manifest, target, count, steps, age, took, checked.behind, left)


@contextmanager
def scratch(server: Server, *, like: str | None) -> Iterator[str]:
    """A database with a name of its own, which is gone after the block unless it was renamed."""
    name = f"waybill_restoring_{os.getpid()}_{secrets.token_hex(4)}"
    try:
        database_make(server, name, like=like)
        yield name
    finally:
        database_drop(server, name)


def load(checked: Checked, server: Server, progress: Progress) -> None:
    """Load the dump into an empty database, count its rows, and bring its schema up to date.

    Raises BackupFault.
    """
    manifest = checked.manifest
    program = program_find("pg_restore", at_least=manifest.postgresql)
    with application_in(server.database):
        _roles_make()
        progress.begin("Loading the database")
        with restore_opened(program, server) as sink:
            checked.write_part(DATABASE, _Counted(sink, progress))
        progress.begin("Counting rows")
        with server.connect() as session:
            _compare(manifest, tables_count(session, list(manifest.tables)))
        progress.begin("Updating schema, roles, rights and policies")
        call_command("migrate", interactive=False, verbosity=0, statement_seconds=0)


class _Counted:
    """Tells the progress what goes into the database."""

    def __init__(self, sink: object, progress: Progress) -> None:
        self._write = sink.write  # type: ignore[attr-defined]
        self._progress = progress

    def write(self, data: bytes) -> None:
        self._write(data)
        self._progress.add(len(data))


def _roles_make() -> None:
    """The policies in the dump name them."""
    try:
        with database_owner("roles are the owner's to make"), connection.cursor() as cursor:
            roles_ensure(cursor)
    except RoleMissing as error:
        raise BackupFault(str(error)) from error


def _compare(manifest: Manifest, counted: dict[str, int]) -> None:
    wrong = [name for name, count in manifest.tables.items() if counted[name] != count]
    if wrong:
        name = wrong[0]
        raise BackupFault(
            f"{len(wrong)} tables do not have the rows that were counted when the backup was made,"
            f" such as {name}: {counted[name]:,}, not {manifest.tables[name]:,}."
        )


def _settled(manifest: Manifest) -> RestoredSteps:
    with every_organization("a backup holds all of them"):
        return restored_settle(moment=manifest.moment)


def _require_free(server: Server, target: str, *, is_new: bool) -> bool:
    """Whether the database is there. Raises BackupFault if it is in use or holds something."""
    connection.close()
    with server.maintenance() as session:
        found = session.execute("SELECT 1 FROM pg_database WHERE datname = %s", [target]).fetchone()
        others = [name for (name,) in session.execute(_SESSIONS, [target])]
    if found is None:
        return False
    if is_new:
        raise BackupFault(f"The database {target} exists already. Choose another name for --into.")
    if others:
        raise BackupFault(
            f"{len(others)} sessions are open in the database {target} ({', '.join(others[:3])}):"
            " Waybill is running. Stop all its processes, or restore beside it with --into NAME."
        )
    with server.named(target).connect() as session:
        row = session.execute(_TABLES).fetchone()
    if row is None or row[0]:
        raise BackupFault(
            f"The database {target} is not empty: it holds {row[0] if row else '?'} tables, and a"
            " restore overwrites nothing. Restore beside it with --into NAME --with-files and point"
            " DATABASE_URL there, or give it an empty database."
        )
    return True


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let no signal between a database that has its name and what belongs to it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    signals = (signal.SIGINT, signal.SIGTERM)
    before = {number: signal.signal(number, signal.SIG_IGN) for number in signals}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _take_place(
    server: Server, database: str, target: str, *, exists: bool, taken: Callable[[], None]
) -> str:
    """Give the restored database its name. The empty one that had it goes.

    ``taken`` is called when the name is taken for good. Returns the empty database's new name if
    it could not be dropped: that takes nothing from the restored one.
    """
    rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
    empty = f"{database}_empty"
    names = {name: sql.Identifier(name) for name in (database, target, empty)}
    if exists:
        _take_settings(server.named(target), names[database])
    with server.maintenance() as session:
        with session.transaction():
            if exists:
                session.execute(rename.format(names[target], names[empty]))
            session.execute(rename.format(names[database], names[target]))
        taken()
        if not exists:
            return ""
        with suppress(psycopg.Error):
            session.execute(sql.SQL("DROP DATABASE {}").format(names[empty]))
            return ""
    return empty


def _take_settings(target: Server, database: sql.Identifier) -> None:
    """What an administrator set for the database, and who may connect to it."""
    with target.connect() as session:
        for (name,) in session.execute(_SETTINGS).fetchall():
            carry = sql.SQL("ALTER DATABASE {} SET {} FROM CURRENT")
            session.execute(carry.format(database, sql.Identifier(*name.split("."))))
        rights = session.execute(_RIGHTS).fetchall()
        if rights:
            session.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(database))
        for role, right in rights:
            whom = sql.Identifier(role) if role else sql.SQL("PUBLIC")
            grant = sql.SQL("GRANT {} ON DATABASE {} TO {}")
            session.execute(grant.format(sql.SQL(right), database, whom))
