"""Row-level security: the rows and statements that PostgreSQL allows the application's roles.

Every `manage.py migrate` derives it from the models, so it covers every table. In a table with an
``organization``, `APP_ROLE` sees the rows of the current organization and `WORKER_ROLE` sees all.
Neither role owns anything: they cannot change the schema, empty a table, or disable a trigger or a
policy. `core.postgres.tenancy` says who takes which role, and when.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from django.apps import apps
from django.db import connections, models, transaction
from django.db.backends.utils import CursorWrapper
from psycopg import sql

from core.postgres.roles import roles_ensure
from core.postgres.tenancy import APP_ROLE, WORKER_ROLE

TENANT = "NULLIF(current_setting('waybill.organization', true), '')::uuid"
"""The organization in scope; NULL if there is none. NULL equals nothing, so no row is visible."""

APPEND_ONLY = frozenset({"audit_auditentry"})
FILLED_BY_WORKERS = {"audit_auditentry": ("sequence", "hash")}
"""Columns that a worker fills in later. Triggers allow this only once."""
OF_WORKERS = frozenset({"audit_audithead", "audit_auditcheck"})
"""The application only reads them."""
READ_ONLY = frozenset({"django_migrations"})
FUNCTIONS = {
    "waybill_month_make": WORKER_ROLE,
    "waybill_month_drop": WORKER_ROLE,
    "waybill_submissions_found": APP_ROLE,
    "waybill_audit_found": APP_ROLE,
}
"""Who may call each function that runs with the owner's rights. Others may not be called."""


@dataclass(frozen=True, slots=True)
class Policy:
    """A table's visible rows and writable rows, as SQL."""

    name: str
    role: str
    visible: str
    written: str

    def statement(self, table: str) -> sql.Composed:
        return sql.SQL(
            "CREATE POLICY {} ON {} FOR ALL TO {} USING (" + self.visible + ")"
            " WITH CHECK (" + self.written + ")"
        ).format(*map(sql.Identifier, (self.name, table, self.role)))


def row_security_apply(*, using: str) -> None:
    """Make roles, rights and policies match the models. Run it as the owner of the tables.

    Does not lock tables that already match. Raises RoleMissing when a role can neither be used
    nor made.
    """
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        roles_ensure(cursor)
        present = tables_present(cursor)
        for table in sorted(READ_ONLY & present):
            _grant(cursor, table, "SELECT")
        for model in protected_models():
            table = model._meta.db_table
            if table in present:
                _open(cursor, model)
        for partition in _partitions(cursor):
            _close(cursor, partition)
        _grant_functions(cursor)
        cursor.execute(
            f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {APP_ROLE}, {WORKER_ROLE}"
        )


def row_security_begin(cursor: CursorWrapper, made: type[models.Model]) -> None:
    """Do the same for a table that this transaction makes. ``made``: its model as the migration
    knows it.

    A table that gets a column that rights or policies name only later stays closed until
    `row_security_apply`.
    """
    model = made
    with suppress(LookupError):
        model = apps.get_model(made._meta.label)
    table = model._meta.db_table
    needed = {owning_column(model), *FILLED_BY_WORKERS.get(table, ())} - {None}
    if table == made._meta.db_table and needed <= _columns(made):
        _open(cursor, model)


def _columns(model: type[models.Model]) -> set[str]:
    return {field.attname for field in model._meta.concrete_fields}


_ALL = "SELECT, INSERT, UPDATE, DELETE"


def _open(cursor: CursorWrapper, model: type[models.Model]) -> None:
    """Give the roles their rights to a table, and its policies."""
    table = model._meta.db_table
    _grant(cursor, table, table_rights(table))
    _grant_workers(cursor, table)
    _protect(cursor, table, policies_of(model))


def table_rights(table: str) -> str:
    """What both roles may do to the rows of a table, with commas."""
    if table in OF_WORKERS:
        return "SELECT"
    return "SELECT, INSERT" if table in APPEND_ONLY else _ALL


def _grant_workers(cursor: CursorWrapper, table: str) -> None:
    """Grant the additional rights of workers."""
    if table in OF_WORKERS:
        _run(cursor, f"GRANT INSERT, UPDATE ON {{}} TO {WORKER_ROLE}", table)
    columns = FILLED_BY_WORKERS.get(table)
    if columns:
        _run(cursor, f"GRANT UPDATE ({', '.join(columns)}) ON {{}} TO {WORKER_ROLE}", table)


def protected_models() -> Iterator[type[models.Model]]:
    """The models with a table."""
    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and not model._meta.proxy:
            yield model


def policies_of(model: type[models.Model]) -> list[Policy]:
    """None for tables without an organization: people, their sessions, the schedule."""
    column = owning_column(model)
    if column is None:
        return []
    own = f"{column} = {TENANT}"
    shared = f"{own} OR {column} IS NULL" if getattr(model, "shared_without_owner", False) else own
    return [
        Policy("of_organization", APP_ROLE, shared, own),
        Policy("of_every_organization", WORKER_ROLE, "true", "true"),
    ]


def owning_column(model: type[models.Model]) -> str | None:
    """The column that names the organization of a model's rows."""
    if model._meta.label == "accounts.Organization":
        return "id"
    return "organization_id" if "organization_id" in _columns(model) else None


def tables_present(cursor: CursorWrapper) -> set[str]:
    """The tables there are, without partitions."""
    cursor.execute(
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
        " AND relkind IN ('r', 'p') AND NOT relispartition"
    )
    return {name for (name,) in cursor.fetchall()}


def _partitions(cursor: CursorWrapper) -> list[str]:
    cursor.execute(
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
        " AND relkind = 'r' AND relispartition AND NOT relrowsecurity"
    )
    return [name for (name,) in cursor.fetchall()]


def _grant(cursor: CursorWrapper, table: str, rights: str) -> None:
    name = sql.Identifier(table)
    cursor.execute(sql.SQL(f"REVOKE ALL ON {{}} FROM {APP_ROLE}, {WORKER_ROLE}").format(name))
    cursor.execute(sql.SQL(f"GRANT {rights} ON {{}} TO {APP_ROLE}, {WORKER_ROLE}").format(name))


def _protect(cursor: CursorWrapper, table: str, policies: list[Policy]) -> None:
    """Enable and write the policies, unless they are already the same: writing takes a lock."""
    wanted = {policy.name: policy_mark(policy) for policy in policies}
    cursor.execute(
        "SELECT polname, obj_description(oid, 'pg_policy') FROM pg_policy"
        " WHERE polrelid = %s::regclass",
        [table],
    )
    found = dict(cursor.fetchall())
    cursor.execute("SELECT relrowsecurity FROM pg_class WHERE oid = %s::regclass", [table])
    if found == wanted and cursor.fetchone() == (bool(wanted),):
        return
    for name in found:
        _run(cursor, "DROP POLICY {} ON {}", name, table)
    _run(cursor, "ALTER TABLE {} ENABLE ROW LEVEL SECURITY", table)
    for policy in policies:
        cursor.execute(policy.statement(table))
        mark = sql.Literal(wanted[policy.name])
        names = sql.Identifier(policy.name), sql.Identifier(table)
        cursor.execute(sql.SQL("COMMENT ON POLICY {} ON {} IS {}").format(*names, mark))


def _close(cursor: CursorWrapper, partition: str) -> None:
    """Allow access to a partition only through its table, whose policies apply there."""
    _run(cursor, f"REVOKE ALL ON {{}} FROM {APP_ROLE}, {WORKER_ROLE}", partition)
    _run(cursor, "ALTER TABLE {} ENABLE ROW LEVEL SECURITY", partition)


def _grant_functions(cursor: CursorWrapper) -> None:
    cursor.execute(
        "SELECT oid::regprocedure::text, proname FROM pg_proc"
        " WHERE pronamespace = 'public'::regnamespace AND prosecdef"
    )
    for signature, name in cursor.fetchall():
        cursor.execute(f"REVOKE ALL ON FUNCTION {signature} FROM PUBLIC, {APP_ROLE}, {WORKER_ROLE}")
        if name in FUNCTIONS:
            cursor.execute(f"GRANT EXECUTE ON FUNCTION {signature} TO {FUNCTIONS[name]}")


def _run(cursor: CursorWrapper, statement: str, *names: str) -> None:
    cursor.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


def policy_mark(policy: Policy) -> str:
    """A policy's comment in PostgreSQL: it differs if the policy does."""
    text = "\n".join([policy.role, policy.visible, policy.written])
    return hashlib.sha256(text.encode()).hexdigest()[:16]
