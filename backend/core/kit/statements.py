"""Hot statements, written out and prepared: PostgreSQL plans them once per connection."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import connection


def fetch(statement: str, parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """Run a statement that returns rows, prepared, in the current transaction if there is one.

    Raises Django's database errors, like any of its cursors.
    """
    with connection.wrap_database_errors:
        connection.ensure_connection()
        rows: list[tuple[Any, ...]] = connection.connection.execute(
            statement, parameters, prepare=True
        ).fetchall()
    return rows
