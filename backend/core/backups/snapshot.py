"""One moment of the database: what `pg_dump` sees too, counted and listed."""

from __future__ import annotations

import hmac
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.conf import settings
from psycopg import sql

from core.backups.faults import BackupFault, BackupRunning
from core.backups.server import Server, Session

_LOCK = "SELECT pg_try_advisory_xact_lock(hashtextextended('waybill backup', 0))"
# Pages as of the last vacuum: exact sizes would wait for every lock.
_TABLES = """
SELECT class.relname, (class.relpages + coalesce(toast.relpages, 0))::bigint * 8192,
       has_table_privilege(class.oid, 'SELECT') AND NOT row_security_active(class.oid)
FROM pg_class AS class LEFT JOIN pg_class AS toast ON toast.oid = class.reltoastrelid
WHERE class.relkind = 'r' AND class.relnamespace = 'public'::regnamespace
ORDER BY class.relname
"""
_FILES = "SELECT stored_as, size, sha256 FROM submissions_upload ORDER BY stored_as"
_KEY_CHECK = b"waybill backup"


@dataclass(frozen=True, slots=True)
class Table:
    """``size``: about so many bytes on disk, without indexes."""

    name: str
    size: int


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that a submission or nobody yet names. ``sha256``: of its content, in hex."""

    stored_as: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A moment that stays visible while its session is open. ``id``: for `pg_dump --snapshot`."""

    session: Session
    id: str
    moment: datetime
    postgresql: int
    tables: list[Table]

    def rows(self) -> dict[str, int]:
        """How many each table has."""
        return tables_count(self.session, [table.name for table in self.tables])

    def migrations(self) -> dict[str, list[str]]:
        """The applied ones of each app, in the order of their names."""
        found: dict[str, list[str]] = defaultdict(list)
        rows = self.session.execute("SELECT app, name FROM django_migrations ORDER BY app, name")
        for app, name in rows:
            found[app].append(name)
        return dict(found)

    def keys(self) -> dict[str, str]:
        """Ids of the encryption keys that its data keys are sealed by, each with a check value."""
        rows = self.session.execute("SELECT DISTINCT wrapped_by FROM sealing_datakey ORDER BY 1")
        return {key_id: key_check(key_id) for (key_id,) in rows}

    def files(self) -> Iterator[StoredFile]:
        """Every uploaded file, read in portions."""
        with self.session.cursor(name="waybill_files") as cursor:
            cursor.execute(_FILES)
            for row in cursor:
                yield StoredFile(*row)

    def volume(self) -> int:
        """Bytes of all uploaded files."""
        row = self.session.execute("SELECT sum(size) FROM submissions_upload").fetchone()
        return int(row[0] or 0) if row else 0


@contextmanager
def snapshot_open(server: Server) -> Iterator[Snapshot]:
    """Hold one moment, and the only backup of this database, until the block ends.

    Raises BackupRunning when another backup runs, and BackupFault when the login does not see every
    row.
    """
    with server.connect() as session:
        session.execute("SET idle_in_transaction_session_timeout = 0")
        session.execute("SET statement_timeout = 0")
        session.execute("SET lock_timeout = '60s'")
        # The end of the transaction frees the lock; PostgreSQL hears of a closed session later.
        with session.transaction():
            session.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            if session.execute(_LOCK).fetchone() != (True,):
                raise BackupRunning(
                    f"Another backup of {server.database} is running. Wait for its end: nothing was"
                    " begun here."
                )
            row = session.execute(
                "SELECT pg_export_snapshot(), clock_timestamp(),"
                " current_setting('server_version_num')::int / 10000"
            ).fetchone()
            if row is None:
                raise BackupFault("PostgreSQL does not tell of a snapshot.")
            exported, moment, major = row
            yield Snapshot(session, exported, moment, major, _tables(session))


def _tables(session: Session) -> list[Table]:
    rows = session.execute(_TABLES).fetchall()
    hidden = [name for name, _, seen in rows if not seen]
    if hidden:
        login = session.info.user
        raise BackupFault(
            f"The login {login} does not see every row of {len(hidden)} tables, such as"
            f" {hidden[0]}. Set WAYBILL_BACKUP_DATABASE_URL to the login that owns the database, or"
            " make one: CREATE ROLE waybill_backup LOGIN BYPASSRLS PASSWORD '…'; GRANT"
            " pg_read_all_data TO waybill_backup."
        )
    if not any(name == "django_migrations" for name, _, _ in rows):
        raise BackupFault(
            f"The database {session.info.dbname} holds no Waybill. Is DATABASE_URL the right one?"
        )
    return [Table(name, size) for name, size, _ in rows]


def tables_count(session: Session, names: list[str]) -> dict[str, int]:
    """Rows of each table, counted now."""
    counts = {}
    for name in names:
        count = sql.SQL("SELECT count(*) FROM public.{}").format(sql.Identifier(name))
        row = session.execute(count).fetchone()
        counts[name] = int(row[0]) if row else 0
    return counts


def key_check(key_id: str) -> str:
    """Tells two keys of one id apart, and says nothing else of them; empty without that key."""
    key = settings.WAYBILL_ENCRYPTION_KEYS.get(key_id)
    return hmac.new(key, _KEY_CHECK, sha256).hexdigest()[:16] if key else ""
