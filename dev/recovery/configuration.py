"""Barman's configuration file, and what PostgreSQL needs so that Barman can work."""

from __future__ import annotations

from pathlib import Path

import psycopg
from psycopg import sql

from dev.processes.ports import LOOPBACK

SERVER = "waybill"
"""What Barman calls the cluster."""
ROLE = "barman"
RECEIVER = "barman_receive_wal"
"""The name under which the receiver signs in: it goes into `synchronous_standby_names`."""
_FUNCTIONS = (
    "pg_backup_start(text, boolean)",
    "pg_backup_stop(boolean)",
    "pg_switch_wal()",
    "pg_create_restore_point(text)",
)
_MEMBERSHIPS = ("pg_read_all_settings", "pg_read_all_stats", "pg_checkpoint")


def configuration(*, folder: Path, user: str, port: int, path: str) -> str:
    """The file. `user`: the system's user that Barman runs as. `path`: of PostgreSQL's programs."""
    address = f"host={LOOPBACK} port={port} user={ROLE} passfile={folder / 'passfile'}"
    general = {
        "barman_user": user,
        "barman_home": folder,
        "log_file": folder / "barman.log",
        "log_level": "INFO",
    }
    server = {
        "description": "The drill's cluster",
        "conninfo": f"{address} dbname=postgres",
        "streaming_conninfo": address,
        "backup_method": "postgres",
        "streaming_archiver": "on",
        "streaming_archiver_name": RECEIVER,
        "archiver": "off",
        "slot_name": "barman",
        "create_slot": "auto",
        "immediate_checkpoint": "true",
        "staging_path": folder / "staging",
        "staging_location": "local",
        "path_prefix": path,
    }
    sections = (("barman", general), (SERVER, server))
    return "\n".join(
        line
        for name, values in sections
        for line in (f"[{name}]", *(f"{key} = {value}" for key, value in values.items()), "")
    )


def passfile(port: int, password: str) -> str:
    """libpq's password file, so that no command line and no configuration has the password."""
    return f"{LOOPBACK}:{port}:*:{ROLE}:{password}\n"


def server_prepare(admin_url: str, password: str) -> None:
    """Make Barman's role with the rights that its manual asks for; summarize the log for
    incremental backups."""
    role = sql.Identifier(ROLE)
    with psycopg.connect(admin_url, autocommit=True) as session:
        session.execute(
            sql.SQL("CREATE ROLE {} LOGIN REPLICATION PASSWORD {}").format(
                role, sql.Literal(password)
            )
        )
        for function in _FUNCTIONS:
            grant = sql.SQL("GRANT EXECUTE ON FUNCTION {} TO {}")
            session.execute(grant.format(sql.SQL(function), role))
        for membership in _MEMBERSHIPS:
            session.execute(sql.SQL("GRANT {} TO {}").format(sql.Identifier(membership), role))
        session.execute("ALTER SYSTEM SET summarize_wal = on")
        session.execute("SELECT pg_reload_conf()")


def commits_wait(admin_url: str, *, wait: bool) -> None:
    """Whether a commit is acknowledged only when the receiver has it on its disk too."""
    setting = (
        "SET synchronous_standby_names = " + RECEIVER
        if wait
        else ("RESET synchronous_standby_names")
    )
    with psycopg.connect(admin_url, autocommit=True) as session:
        session.execute(f"ALTER SYSTEM {setting}")
        session.execute("SELECT pg_reload_conf()")
