"""Changing the schema while the system works: one at a time, and never in anybody's way for long.

A statement that waits for a table's lock makes everybody wait who comes after it. So it gives up
soon, and the migration is tried again later.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper
from psycopg import errors

LOCK_SECONDS = 0.5
"""Less than PostgreSQL's `deadlock_timeout` (1 s): whoever waits for a migration as the migration
waits for him is not the one who is refused."""
STATEMENT_SECONDS = 30.0
PATIENCE_SECONDS = 600.0
PAUSE_SECONDS = 3.0
MIGRATE_KEY = 1_937_010_534
"""Of the advisory lock that the one `migrate` of a database has."""

Say = Callable[[str], None]


class MigrationRefused(Exception):
    """The schema could not be changed now. What was not finished left nothing behind."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Of one `migrate`, in seconds. ``statement`` 0: a statement may take any time."""

    lock: float = LOCK_SECONDS
    statement: float = STATEMENT_SECONDS
    patience: float = PATIENCE_SECONDS
    pause: float = PAUSE_SECONDS


@contextmanager
def migration_turn(connection: BaseDatabaseWrapper, limits: Limits, say: Say) -> Iterator[None]:
    """Migrate alone, and within the limits, until the block ends.

    Waits for another `migrate` of this database. Raises MigrationRefused when that takes longer
    than our patience.
    """
    with connection.cursor() as cursor:
        _take_turn(cursor, limits, say)
        _limit(cursor, limits.lock, limits.statement)
    try:
        yield
    finally:
        # A session that has ended has given up its turn already.
        if connection.is_usable():
            with connection.cursor() as cursor:
                cursor.execute("RESET lock_timeout; RESET statement_timeout")
                cursor.execute("SELECT pg_advisory_unlock(%s)", [MIGRATE_KEY])


def migration_retried(
    work: Callable[[], None], connection: BaseDatabaseWrapper, limits: Limits, say: Say
) -> None:
    """Do the work again as long as it only failed to get a lock. Work that is done is not repeated
    by `migrate`.

    Raises MigrationRefused when no lock was free in time, or when a statement took too long.
    """
    ends = time.monotonic() + limits.patience
    while True:
        try:
            return work()
        except OperationalError as error:
            if isinstance(error.__cause__, errors.QueryCanceled) and limits.statement:
                raise MigrationRefused(_too_long(limits)) from error
            if not isinstance(error.__cause__, errors.LockNotAvailable | errors.DeadlockDetected):
                raise
            others = _longest_transaction(connection)
            if time.monotonic() > ends:
                raise MigrationRefused(
                    f"No lock was free in {limits.patience:.0f} s. {others}The migration was rolled"
                    " back. End that transaction, or run `migrate` again in a quiet hour."
                ) from error
            say(
                f"Others use the table, so this migration was rolled back. {others}"
                f"It is tried again in {limits.pause:g} s."
            )
            time.sleep(limits.pause)


@contextmanager
def without_limits(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """For a statement that nobody waits for, such as CREATE INDEX CONCURRENTLY: it may wait and
    take long."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_setting('lock_timeout'), current_setting('statement_timeout')"
        )
        before = cursor.fetchone()
        cursor.execute("SET lock_timeout = 0; SET statement_timeout = 0")
    try:
        yield
    finally:
        # A transaction that failed takes the limits back itself, and would refuse this statement
        # in place of the error that people and `migration_retried` are to see.
        if connection.is_usable() and not connection.needs_rollback:
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT set_config('lock_timeout', %s, false),"
                    " set_config('statement_timeout', %s, false)",
                    before,
                )


def _take_turn(cursor: CursorWrapper, limits: Limits, say: Say) -> None:
    ends = time.monotonic() + limits.patience
    told = False
    while not _turn_is_ours(cursor):
        if time.monotonic() > ends:
            raise MigrationRefused(
                f"{_other_migrate(cursor)} for longer than {limits.patience:.0f} s. Nothing was"
                " changed here. See what it does, or end it, and run `migrate` again."
            )
        if not told:
            say(f"{_other_migrate(cursor)}. Waiting for it to end.")
            told = True
        time.sleep(min(limits.pause, 0.5))


def _turn_is_ours(cursor: CursorWrapper) -> bool:
    cursor.execute("SELECT pg_try_advisory_lock(%s)", [MIGRATE_KEY])
    taken: bool = cursor.fetchone() == (True,)
    return taken


def _other_migrate(cursor: CursorWrapper) -> str:
    cursor.execute(
        "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1"
        " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
        " AND classid = 0 AND objid = %s",
        [MIGRATE_KEY],
    )
    found = cursor.fetchone()
    process = f" (process {found[0]} of PostgreSQL)" if found else ""
    return f"Another `migrate`{process} changes this database"


def _limit(cursor: CursorWrapper, lock: float, statement: float) -> None:
    cursor.execute(
        "SELECT set_config('lock_timeout', %s, false), set_config('statement_timeout', %s, false)",
        [f"{round(lock * 1000)}ms", f"{round(statement * 1000)}ms"],
    )


def _longest_transaction(connection: BaseDatabaseWrapper) -> str:
    """A sentence about the session that is most likely in the way. Never its statement, which may
    hold somebody's data."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pid, coalesce(nullif(application_name, ''), 'no name'), state,"
            " extract(epoch FROM clock_timestamp() - xact_start)::int"
            " FROM pg_stat_activity WHERE datname = current_database()"
            " AND pid <> pg_backend_pid() AND xact_start IS NOT NULL ORDER BY xact_start LIMIT 1"
        )
        found = cursor.fetchone()
    if not found:
        return ""
    pid, name, state, seconds = found
    who = f"process {pid} of PostgreSQL ({name}, {state})"
    return f"The longest transaction is {seconds} s old: {who}. "


def _too_long(limits: Limits) -> str:
    return (
        f"A statement took longer than {limits.statement:g} s, and whoever needs the table would"
        " wait that long. The migration was rolled back. Run it in a quiet hour with"
        " `migrate --statement-seconds 0`, or split it: CONTRIBUTING.md, Change the schema."
    )
