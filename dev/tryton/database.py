"""Tryton's database: made once as a template, then cloned quickly."""

from __future__ import annotations

import secrets
from typing import Self
from urllib.parse import quote, urlsplit

import psycopg
from psycopg import sql

from dev.console import Problem
from dev.layout import Home

DATABASE = "tryton"
TEMPLATE = "tryton_template"
ROLE = "tryton"


def password(home: Home) -> str:
    """The password of Tryton's database role, made on first use."""
    file = home.root / "tryton" / "database-password"
    if not file.is_file():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(24))
    return file.read_text()


def server_uri(admin_url: str, secret: str) -> str:
    """The address of the database server for Tryton's own role, ending in a slash."""
    parts = urlsplit(admin_url)
    return f"postgresql://{ROLE}:{quote(secret, safe='')}@{parts.hostname}:{parts.port or 5432}/"


class Databases:
    """Administration of Tryton's databases. Each has a stamp as its comment."""

    def __init__(self, admin_url: str) -> None:
        try:
            self._connection = psycopg.connect(admin_url, autocommit=True, connect_timeout=10)
        except psycopg.OperationalError as error:
            raise Problem(f"Tryton's database server cannot be reached: {error}") from None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def provide_role(self, secret: str) -> None:
        """Make Tryton's role, or set its password. Raises Problem without the right to do so."""
        known = self._connection.execute(
            "SELECT 1 FROM pg_roles WHERE rolname = %s", [ROLE]
        ).fetchone()
        statement = sql.SQL("{} ROLE {} LOGIN PASSWORD {}").format(
            sql.SQL("ALTER" if known else "CREATE"), sql.Identifier(ROLE), sql.Literal(secret)
        )
        try:
            self._connection.execute(statement)
        except psycopg.errors.InsufficientPrivilege:
            raise Problem(
                "Tryton needs a database role of its own. Set DATABASE_ADMIN_URL to an account "
                "that may create roles and databases."
            ) from None

    def stamp(self, name: str) -> str | None:
        """The stamp of a database; None if it does not exist."""
        row = self._connection.execute(
            "SELECT coalesce(shobj_description(oid, 'pg_database'), '')"
            " FROM pg_database WHERE datname = %s",
            [name],
        ).fetchone()
        return None if row is None else str(row[0])

    def set_stamp(self, name: str, stamp: str) -> None:
        """Record what a database was made from."""
        self._execute("COMMENT ON DATABASE {} IS {}", sql.Identifier(name), sql.Literal(stamp))

    def create(self, name: str, template: str = "template0") -> None:
        """Create a database that belongs to Tryton's role."""
        self._execute(
            "CREATE DATABASE {} OWNER {} TEMPLATE {}",
            *(sql.Identifier(part) for part in (name, ROLE, template)),
        )

    def drop(self, name: str) -> None:
        """Drop a database if it exists, even with open connections."""
        self._execute("DROP DATABASE IF EXISTS {} WITH (FORCE)", sql.Identifier(name))

    def _execute(self, text: str, *parts: sql.Composable) -> None:
        self._connection.execute(sql.SQL(text).format(*parts))
