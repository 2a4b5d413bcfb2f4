"""Compares roles, rights and policies in PostgreSQL with what `row_security_apply` writes.

Reads catalogs only, so any login may run it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from django.db import connections
from django.db.backends.utils import CursorWrapper

from core.postgres.roles import role_too_strong
from core.postgres.row_security import (
    FUNCTIONS,
    OF_WORKERS,
    READ_ONLY,
    policies_of,
    policy_mark,
    protected_models,
    table_rights,
    tables_present,
)
from core.postgres.tenancy import APP_ROLE, WORKER_ROLE

_RIGHTS = ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE")
_POLICIES = """
SELECT relation.relname, relation.relrowsecurity,
       coalesce(jsonb_object_agg(policy.polname, obj_description(policy.oid, 'pg_policy'))
                FILTER (WHERE policy.oid IS NOT NULL), '{}')::text
FROM pg_class AS relation LEFT JOIN pg_policy AS policy ON policy.polrelid = relation.oid
WHERE relation.relnamespace = 'public'::regnamespace AND relation.relname = ANY (%s)
GROUP BY 1, 2
"""
_GRANTED = """
SELECT relation.relname, role.rolname, kind
FROM pg_class AS relation, pg_roles AS role, unnest(%s::text[]) AS kind
WHERE relation.relnamespace = 'public'::regnamespace AND relation.relname = ANY (%s)
    AND role.rolname = ANY (%s) AND has_table_privilege(role.oid, relation.oid, kind)
"""
_OPEN_PARTITIONS = """
SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relispartition
    AND relkind = 'r' AND (NOT relrowsecurity
        OR EXISTS (SELECT FROM pg_roles WHERE rolname = ANY (%s)
                   AND has_table_privilege(pg_roles.oid, pg_class.oid, 'SELECT')))
"""
_CALLABLE = """
SELECT proname, rolname FROM pg_proc, pg_roles
WHERE pronamespace = 'public'::regnamespace AND prosecdef AND rolname = ANY (%s)
    AND has_function_privilege(pg_roles.oid, pg_proc.oid, 'EXECUTE')
"""


def rights_faults(*, using: str = "default") -> list[str]:
    """What differs, one sentence each; empty if all is as it should be."""
    with connections[using].cursor() as cursor:
        roles = list(_roles(cursor))
        # Without the roles nothing else can be as it should be.
        return roles or [*_tables(cursor), *_partitions(cursor), *_functions(cursor)]


def _roles(cursor: CursorWrapper) -> Iterator[str]:
    for role in (APP_ROLE, WORKER_ROLE):
        too_strong = role_too_strong(cursor, role)
        if too_strong is None:
            yield f"the role {role} does not exist"
            continue
        if too_strong:
            yield f"the role {role} may log in, or do more than its tables allow"
        cursor.execute("SELECT pg_has_role(session_user, %s, 'SET')", [role])
        if cursor.fetchone() != (True,):
            yield f"this login may not act as {role}"


def _tables(cursor: CursorWrapper) -> Iterator[str]:
    present = tables_present(cursor)
    models = {model._meta.db_table: model for model in protected_models()}
    looked_at = sorted(present & (models.keys() | READ_ONLY))
    cursor.execute(_POLICIES, [looked_at])
    policies = {table: (enabled, marks) for table, enabled, marks in cursor.fetchall()}
    cursor.execute(_GRANTED, [list(_RIGHTS), looked_at, [APP_ROLE, WORKER_ROLE]])
    granted: dict[tuple[str, str], set[str]] = {}
    for table, role, kind in cursor.fetchall():
        granted.setdefault((table, role), set()).add(kind)
    for table in looked_at:
        if table in models:
            wanted = {each.name: policy_mark(each) for each in policies_of(models[table])}
            enabled, marks = policies[table]
            if enabled != bool(wanted) or _parsed(marks) != wanted:
                yield f"row-level security of {table} is not that of this release"
        for role in (APP_ROLE, WORKER_ROLE):
            if granted.get((table, role), set()) != _wanted(table, role):
                yield f"the rights of {role} on {table} are not those of this release"


def _wanted(table: str, role: str) -> set[str]:
    if table in READ_ONLY:
        return {"SELECT"}
    rights = set(table_rights(table).split(", "))
    return rights | {"INSERT", "UPDATE"} if table in OF_WORKERS and role == WORKER_ROLE else rights


def _parsed(marks: str) -> dict[str, str]:
    parsed: dict[str, str] = json.loads(marks)
    return parsed


def _partitions(cursor: CursorWrapper) -> Iterator[str]:
    cursor.execute(_OPEN_PARTITIONS, [[APP_ROLE, WORKER_ROLE]])
    for (name,) in cursor.fetchall():
        yield f"the partition {name} can be read past the policies of its table"


def _functions(cursor: CursorWrapper) -> Iterator[str]:
    cursor.execute(_CALLABLE, [[APP_ROLE, WORKER_ROLE]])
    found = set(cursor.fetchall())
    for name, role in sorted(found - set(FUNCTIONS.items())):
        yield f"{role} may call {name}, which runs with the owner's rights"
    for name, role in sorted(set(FUNCTIONS.items()) - found):
        yield f"{role} may not call {name}"
