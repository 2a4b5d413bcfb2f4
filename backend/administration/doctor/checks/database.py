"""PostgreSQL: whether it answers, its version, rights and policies, migrations, its clock."""

from __future__ import annotations

import time
from collections.abc import Iterator

from django.db import DatabaseError, InterfaceError, connection
from django.db.migrations.executor import MigrationExecutor

from administration.doctor.checks.clocks import clock_finding
from administration.doctor.findings import Finding, failed, ok, warning
from core.postgres.rights_check import rights_faults
from core.postgres.tenancy import database_owner

PART = "database"
LEAST_VERSION = 16
"""`GRANT … WITH INHERIT FALSE, SET TRUE`, which the roles need, is of PostgreSQL 16."""
_FULL = 0.8
_ROOM = """
SELECT sum(numbackends)::int, current_setting('max_connections')::int FROM pg_stat_database
"""


def database_findings() -> Iterator[Finding]:
    """Whether it can be reached, and is new enough."""
    try:
        with (
            database_owner("no role is needed to ask for a version"),
            connection.cursor() as cursor,
        ):
            cursor.execute("SELECT current_setting('server_version_num')::int")
            (version,) = cursor.fetchone() or (0,)
    except (DatabaseError, InterfaceError) as error:
        yield failed(
            PART,
            f"cannot be reached: {(str(error).splitlines() or [''])[0]}",
            "See that PostgreSQL runs, that DATABASE_URL has its host, port, name and password,"
            " and that it lets this host in (pg_hba.conf, firewall).",
        )
        return
    finally:
        connection.close()
    major = version // 10_000
    if major < LEAST_VERSION:
        yield failed(
            PART,
            f"PostgreSQL {major} answers, which is too old",
            f"Upgrade to PostgreSQL {LEAST_VERSION} or later.",
        )
    else:
        yield ok(PART, f"PostgreSQL {major} answers")


def room_findings() -> Iterator[Finding]:
    """How many connections are left."""
    with connection.cursor() as cursor:
        cursor.execute(_ROOM)
        used, most = cursor.fetchone() or (0, 1)
    said = f"{used} of {most} connections are in use"
    if used < _FULL * most:
        yield ok("database connections", said)
    else:
        yield warning(
            "database connections",
            said,
            "Raise max_connections, or set WAYBILL_DB_POOL_MAX: docs/operations/scaling.md.",
        )


def rights_findings() -> Iterator[Finding]:
    """Roles, grants and row-level security, as `migrate` leaves them."""
    faults = rights_faults()
    for fault in faults:
        yield failed(
            "database rights",
            fault,
            "Run `waybill-admin migrate` with the login that owns the database.",
        )
    if not faults:
        yield ok("database rights", "roles, grants and row-level security are as they should be")


def migration_findings() -> Iterator[Finding]:
    """Migrations that wait, and those of a later release."""
    executor = MigrationExecutor(connection)
    waiting = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    ours = {app for app, _ in executor.loader.disk_migrations}
    applied = executor.loader.applied_migrations
    unknown = [each for each in applied if each[0] in ours and each not in _known(executor)]
    if waiting:
        yield failed(
            "migrations",
            f"{waiting} are not applied, so pages and deliveries may fail",
            "Run `waybill-admin migrate`.",
        )
    if unknown:
        yield warning(
            "migrations",
            f"{len(unknown)} were applied by a later release than this one"
            f" ({unknown[0][0]}.{unknown[0][1]})",
            "Run the processes and this command from the same release.",
        )
    if not waiting and not unknown:
        yield ok("migrations", "all are applied")


def _known(executor: MigrationExecutor) -> set[tuple[str, str]]:
    replaced = {
        each for migration in executor.loader.replacements.values() for each in migration.replaces
    }
    return set(executor.loader.disk_migrations or ()) | replaced


def database_clock_findings() -> Iterator[Finding]:
    """This host's clock against the database's."""
    before = time.time()
    with connection.cursor() as cursor:
        cursor.execute("SELECT extract(epoch FROM clock_timestamp())::float8")
        (theirs,) = cursor.fetchone() or (0.0,)
    yield clock_finding("the database's", float(theirs), before, time.time())
