"""A login to PostgreSQL for the processes. It owns nothing: see the guide on tenancy."""

from __future__ import annotations

import secrets
from urllib.parse import urlsplit

import psycopg
from dev.stores.postgres import ROLES
from psycopg import sql

_NAME = "waybill_run"


def login_make(administrator: str, url: str) -> str:
    """Make the login with a new password. Returns ``url`` with this login."""
    password = secrets.token_urlsafe(24)
    name = sql.Identifier(_NAME)
    make = sql.SQL("CREATE ROLE {} LOGIN NOINHERIT PASSWORD {}")
    grant = sql.SQL("GRANT {} TO {} WITH INHERIT FALSE, SET TRUE")
    with psycopg.connect(administrator, autocommit=True) as session:
        session.execute(make.format(name, sql.Literal(password)))
        for role in ROLES:
            session.execute(grant.format(sql.Identifier(role), name))
    parts = urlsplit(url)
    where = parts.netloc.rpartition("@")[2]
    return parts._replace(netloc=f"{_NAME}:{password}@{where}").geturl()
