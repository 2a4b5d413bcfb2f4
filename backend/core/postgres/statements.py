"""Handwritten SQL, run on Django's own connection and in its transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol, cast

from django.db import connection
from psycopg import Cursor


class _Scoping(Protocol):
    """What `mysite.postgres` adds to Django's connection."""

    def apply_scope(self) -> None: ...


def fetch(statement: str, parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """Run a statement that returns rows, planned for these parameters.

    Raises Django's database errors, like any of its cursors.
    """
    with connection.wrap_database_errors:
        cast("_Scoping", connection).apply_scope()
        rows: list[tuple[Any, ...]] = connection.connection.execute(
            statement, parameters
        ).fetchall()
    return rows


def fetch_prepared(
    statement: str, parameters: Mapping[str, Any] | Sequence[Any]
) -> list[tuple[Any, ...]]:
    """Run a hot statement that returns rows. PostgreSQL plans it once per connection.

    Only for statements whose best plan does not depend on the parameters or on how tables grow:
    the plan outlives both. Raises Django's database errors, like any of its cursors.
    """
    with connection.wrap_database_errors:
        cast("_Scoping", connection).apply_scope()
        # Django's own cursors put the parameters into the text, which prevents prepared statements.
        cursor = Cursor(connection.connection)
        return cursor.execute(statement, parameters, prepare=True).fetchall()
