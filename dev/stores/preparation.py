"""Migrates and seeds a database, each unless its comment says that this is already done."""

from __future__ import annotations

import sys
from collections.abc import Mapping

import psycopg
from psycopg import sql

from dev.commands import run
from dev.console import step
from dev.environment import tool_environment
from dev.installing.stamps import digest, files_under
from dev.layout import BACKEND, REQUIREMENTS, Home

SEEDED_FROM = ("WAYBILL_DEMO_", "WAYBILL_ENCRYPTION_KEYS", "TRYTON_", "SMTP_")
"""Name prefixes of the variables that the example's rows depend on."""


def migrate_database(home: Home, variables: Mapping[str, str]) -> None:
    """Update the schema to match the code. Needs no address of any server but the database.

    The database's comment records what was done, so it disappears with the database.
    """
    wanted = _schema()
    with psycopg.connect(variables["DATABASE_URL"], autocommit=True) as connection:
        if _done(connection)[0] == wanted:
            return
        _manage(home, variables, "migrate", "--no-input", title="Migrating the database")
        _set_done(connection, wanted, "")


def seed_database(home: Home, variables: Mapping[str, str]) -> None:
    """Make the example, or let it lead to where the systems are now. Call it after migrating."""
    wanted = _example(variables)
    with psycopg.connect(variables["DATABASE_URL"], autocommit=True) as connection:
        schema, example = _done(connection)
        if example == wanted:
            return
        _manage(home, variables, "seed_demo", title="Setting up the example organization")
        _set_done(connection, schema, wanted)


def _schema() -> str:
    sources = files_under(BACKEND, frozenset({"tests", "__pycache__"}))
    code = [path for path in sources if path.suffix == ".py"]
    return digest([*code, REQUIREMENTS / "base.txt"])


def _example(variables: Mapping[str, str]) -> str:
    return digest([], *(f"{name}={variables[name]}" for name in sorted(variables) if _seeds(name)))


def _seeds(name: str) -> bool:
    return name.startswith(SEEDED_FROM)


def _done(connection: psycopg.Connection[tuple[object, ...]]) -> tuple[str, str]:
    """What the schema and the example were made from; empty: not yet."""
    query = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
    row = connection.execute(query, [connection.info.dbname]).fetchone()
    schema, _, example = str(row[0] or "" if row else "").partition(" ")
    return schema, example


def _set_done(
    connection: psycopg.Connection[tuple[object, ...]], schema: str, example: str
) -> None:
    """Record it. If we may not comment on this database, the work is repeated every time."""
    name = sql.Identifier(connection.info.dbname)
    text = sql.Literal(f"{schema} {example}")
    try:
        connection.execute(sql.SQL("COMMENT ON DATABASE {} IS {}").format(name, text))
    except psycopg.errors.InsufficientPrivilege:
        return


def _manage(home: Home, variables: Mapping[str, str], *words: str, title: str) -> None:
    with step(title):
        run(
            [sys.executable, "manage.py", *words],
            log=home.logs / f"{words[0]}.log",
            failure=f"`manage.py {words[0]}` failed",
            cwd=BACKEND,
            env={**tool_environment(), **variables},
        )
