"""The application's two roles. All databases of the cluster share them."""

from __future__ import annotations

from django.db import DatabaseError, transaction
from django.db.backends.utils import CursorWrapper

from core.postgres.tenancy import APP_ROLE, WORKER_ROLE


class RoleMissing(Exception):
    """A role is missing or not granted to this login, and this login cannot fix that."""


# Another database of the cluster may be migrating at the same time; no lock covers that.
_MAKE = """
DO $$ BEGIN
    CREATE ROLE {role} NOLOGIN NOINHERIT;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$
"""
_TOO_MANY_RIGHTS = """
SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolcanlogin
    OR EXISTS (SELECT FROM pg_auth_members WHERE member = pg_roles.oid)
FROM pg_roles WHERE rolname = %s
"""


def roles_ensure(cursor: CursorWrapper) -> None:
    """Make both roles if they are missing, and grant them to this login.

    Raises RoleMissing, with instructions for an administrator, when this is not permitted or a role
    has too many rights.
    """
    for role in (APP_ROLE, WORKER_ROLE):
        too_strong = role_too_strong(cursor, role)
        if too_strong:
            raise RoleMissing(
                f"The role {role} has too many rights: it must not log in, belong to another"
                " role, make roles or databases, or bypass row-level security."
            )
        if too_strong is None:
            _attempt(cursor, _MAKE.format(role=role), role)
        cursor.execute("SELECT pg_has_role(current_user, %s, 'SET')", [role])
        if cursor.fetchone() != (True,):
            grant = f"GRANT {role} TO CURRENT_USER WITH INHERIT FALSE, SET TRUE"
            _attempt(cursor, grant, role)


def role_too_strong(cursor: CursorWrapper, role: str) -> bool | None:
    """Whether a role may more than it should; None if there is no such role."""
    cursor.execute(_TOO_MANY_RIGHTS, [role])
    row = cursor.fetchone()
    return None if row is None else bool(row[0])


def _attempt(cursor: CursorWrapper, statement: str, role: str) -> None:
    try:
        with transaction.atomic(using=cursor.db.alias):
            cursor.execute(statement)
    except DatabaseError as error:
        raise RoleMissing(
            f"This login may not make or take the role {role}. As an administrator of the cluster:"
            f" CREATE ROLE {role} NOLOGIN; GRANT {role} TO the login in DATABASE_URL."
        ) from error
