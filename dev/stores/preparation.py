"""Migrates and seeds a database, unless its comment says that this is already done."""

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


def prepare_database(home: Home, variables: Mapping[str, str]) -> None:
    """Update the schema and the example to match the code and the addresses.

    The database's comment records what was done, so it disappears with the database.
    """
    wanted = _stamp(variables)
    with psycopg.connect(variables["DATABASE_URL"], autocommit=True) as connection:
        if _comment(connection) == wanted:
            return
        _manage(home, variables, "migrate", "--no-input", title="Migrating the database")
        _manage(home, variables, "seed_demo", title="Setting up the example organization")
        _set_comment(connection, wanted)


def _stamp(variables: Mapping[str, str]) -> str:
    sources = files_under(BACKEND, frozenset({"tests", "__pycache__"}))
    code = [path for path in sources if path.suffix == ".py"]
    seeds = [f"{name}={variables[name]}" for name in sorted(variables) if _seeds(name)]
    return digest([*code, REQUIREMENTS / "base.txt"], *seeds)


def _seeds(name: str) -> bool:
    return name.startswith(SEEDED_FROM)


def _comment(connection: psycopg.Connection[tuple[object, ...]]) -> str | None:
    query = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
    row = connection.execute(query, [connection.info.dbname]).fetchone()
    return str(row[0]) if row else None


def _set_comment(connection: psycopg.Connection[tuple[object, ...]], text: str) -> None:
    """Record it. If we may not comment on this database, the work is repeated every time."""
    name = sql.Identifier(connection.info.dbname)
    try:
        connection.execute(sql.SQL("COMMENT ON DATABASE {} IS {}").format(name, sql.Literal(text)))
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
