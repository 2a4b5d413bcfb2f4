"""The migrations since the last release: their operations, and the SQL that they run.

Needs no database. The settings are the tests' own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from django.db import OperationalError, connection
from django.db.backends.postgresql.schema import DatabaseSchemaEditor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.migration import Migration
from django.db.migrations.state import ProjectState
from psycopg import sql as psycopg_sql

RELEASED = Path(__file__).with_name("released.txt")
"""The migrations of released versions, one a line: they cannot be changed any more."""
_POSTGRES = 15_00_00
"""The oldest that Waybill runs on, as libpq writes it."""


@dataclass(frozen=True)
class Written:
    """One migration. ``sql``: empty if it cannot be known without a database. ``allowed``: reasons
    by rule, which the migration itself gives."""

    name: str
    sql: str
    atomic: bool
    operations: Sequence[Any]
    allowed: dict[str, str] = field(default_factory=dict)


class _Editor(DatabaseSchemaEditor):
    """Collects statements, with literals that psycopg quotes without a server."""

    def execute(self, sql: Any, params: Any = ()) -> None:
        text = str(sql)
        if params:
            text %= tuple(map(psycopg_sql.quote, params))
        self.collected_sql.append(f"{text.rstrip().rstrip(';')};")


def new_migrations() -> list[Written]:
    """Waybill's own migrations that are not released yet, in the order in which they run."""
    loader = MigrationLoader(None)
    released = set(RELEASED.read_text().split())
    plan = [node for leaf in loader.graph.leaf_nodes() for node in loader.graph.forwards_plan(leaf)]
    ours = [
        node
        for node in dict.fromkeys(plan)
        if loader.graph.nodes[node].__module__.startswith("core.")
    ]
    return [
        migration_read(loader.graph.nodes[node], loader.project_state(node, at_end=False))
        for node in ours
        if ".".join(node) not in released
    ]


def migration_read(migration: Migration, before: ProjectState) -> Written:
    """A migration as it runs on the schema ``before``."""
    cast(Any, connection).pg_version = _POSTGRES
    try:
        with _Editor(connection, collect_sql=True, atomic=False) as editor:
            migration.apply(before, editor, collect_sql=True)
        sql = "\n".join(map(str, editor.collected_sql))
    except OperationalError:
        sql = ""
    return Written(
        name=f"{migration.app_label}.{migration.name}",
        sql=f"BEGIN;\n{sql}\nCOMMIT;" if sql and migration.atomic else sql,
        atomic=migration.atomic,
        operations=migration.operations,
        allowed=getattr(migration, "allowed", {}),
    )
