"""The PostgreSQL server, and sessions of our own on its databases."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import psycopg
from django.conf import settings
from django.db import connection
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from core.backups.faults import BackupFault

_OF_DJANGO = {"prepare_threshold", "pool", "assume_role", "server_side_binding", "isolation_level"}
_MAINTENANCE = ("postgres", "template1")

Session = psycopg.Connection[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Server:
    """How to reach it: libpq's options, of which ``dbname`` is the database that is meant."""

    options: dict[str, str] = field(repr=False)

    @property
    def database(self) -> str:
        return self.options["dbname"]

    def named(self, database: str) -> Server:
        """The same server, another database."""
        return Server({**self.options, "dbname": database})

    def connect(self) -> Session:
        """A session that commits each statement. Raises BackupFault."""
        try:
            return psycopg.connect(make_conninfo(**self.options), autocommit=True)
        except psycopg.OperationalError as error:
            raise BackupFault(f"PostgreSQL cannot be reached: {str(error).strip()}") from error

    def maintenance(self) -> Session:
        """A session on a database that is neither backed up nor restored. Raises BackupFault."""
        for name in [each for each in _MAINTENANCE if each != self.database]:
            try:
                return psycopg.connect(make_conninfo(**self.named(name).options), autocommit=True)
            except psycopg.OperationalError as error:
                last = error
        raise BackupFault(
            f"The login {self.options.get('user', '')} reaches none of the databases"
            f" {', '.join(_MAINTENANCE)}, from which databases are made: {str(last).strip()}"
        ) from last

    def for_program(self) -> tuple[str, dict[str, str]]:
        """The address for PostgreSQL's programs, and an environment with the password."""
        told = {name: value for name, value in self.options.items() if name != "password"}
        password = self.options.get("password", "")
        secret = {"PGPASSWORD": password} if password else {}
        return make_conninfo(**told), {**os.environ, "LC_ALL": "C", **secret}


def server_of_application() -> Server:
    """With the login of DATABASE_URL."""
    known = connection.settings_dict
    names = {
        "dbname": "NAME",
        "user": "USER",
        "password": "PASSWORD",  # pragma: allowlist secret
        "host": "HOST",
    }
    options = {name: str(known[key]) for name, key in [*names.items(), ("port", "PORT")]}
    further = {n: str(v) for n, v in known["OPTIONS"].items() if n not in _OF_DJANGO}
    return Server({name: value for name, value in {**options, **further}.items() if value})


def server_for_backup() -> Server:
    """With the login that reads every row."""
    if not settings.WAYBILL_BACKUP_DATABASE_URL:
        return server_of_application()
    try:
        options = conninfo_to_dict(settings.WAYBILL_BACKUP_DATABASE_URL)
    except psycopg.ProgrammingError:
        raise BackupFault(
            "WAYBILL_BACKUP_DATABASE_URL is not an address that libpq reads."
        ) from None
    return Server({name: str(value) for name, value in options.items() if value is not None})


@contextmanager
def application_in(database: str) -> Iterator[None]:
    """Let Django work in another database of its server until the block ends."""
    before = connection.settings_dict["NAME"]
    _turn(database)
    try:
        yield
    finally:
        _turn(before)


def _turn(database: str) -> None:
    connection.close()
    if hasattr(connection, "close_pool"):
        connection.close_pool()
    connection.settings_dict["NAME"] = database


def database_make(server: Server, name: str, *, like: str | None) -> None:
    """An empty database; ``like``: an empty one whose encoding and collation it gets.

    Raises BackupFault when the login may not.
    """
    make = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
    with server.maintenance() as session:
        try:
            session.execute(make.format(sql.Identifier(name), sql.Identifier(like or "template0")))
        except psycopg.errors.InsufficientPrivilege as error:
            login = session.info.user
            raise BackupFault(
                f"The login {login} may not make databases, which a restore begins with. As an"
                f" administrator: ALTER ROLE {login} CREATEDB. Afterwards you may take it back."
            ) from error
        except psycopg.errors.ObjectInUse as error:
            raise BackupFault(f"Somebody works in the database {like}: {error}") from error


def database_drop(server: Server, name: str) -> None:
    """Remove a database of ours, whoever is in it. Nothing if it is not there."""
    drop = sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name))
    with server.maintenance() as session:
        try:
            session.execute(drop + sql.SQL(" WITH (FORCE)"))
        except psycopg.errors.InsufficientPrivilege:
            # PostgreSQL's own autovacuum is in it, which only this form of the statement ends.
            session.execute(drop)
