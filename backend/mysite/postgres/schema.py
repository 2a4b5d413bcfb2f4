from __future__ import annotations

import re
from typing import Any

from django.db.backends.postgresql import schema
from django.db.models import Index, Model

from core.postgres.migrating import without_limits
from core.postgres.row_security import row_security_begin

_NOBODY_WAITS = re.compile(
    r"^\s*(CREATE (UNIQUE )?INDEX CONCURRENTLY|DROP INDEX CONCURRENTLY|REINDEX .*CONCURRENTLY"
    r"|ALTER TABLE \S+ VALIDATE CONSTRAINT)\b",
    re.IGNORECASE,
)


class SchemaEditor(schema.DatabaseSchemaEditor):
    """Adds to Django's own editor what an upgrade under load needs.

    A new table gets its rights and policies in the transaction that makes it: a trigger may fill
    it from then on, in the transactions of processes that do not know it yet.

    What nobody waits for has no time limit. An index that is made concurrently may be made again
    after an interrupted `migrate`.
    """

    def execute(self, sql: Any, params: Any = ()) -> None:
        if self.collect_sql or not _NOBODY_WAITS.match(str(sql)):
            super().execute(sql, params)
            return
        with without_limits(self.connection):
            super().execute(sql, params)

    def create_model(self, model: type[Model]) -> None:
        super().create_model(model)
        if not self.collect_sql:
            with self.connection.cursor() as cursor:
                row_security_begin(cursor, model)

    def add_index(self, model: type[Model], index: Index, concurrently: bool = False) -> None:
        if concurrently and not self.collect_sql:
            valid = self._valid(index.name)
            if valid:
                return
            if valid is False:
                super().remove_index(model, index, concurrently=True)
        super().add_index(model, index, concurrently)

    def _valid(self, index: str) -> bool | None:
        """Whether the index can be used; None if there is none. An interrupted one cannot."""
        with self.connection.cursor() as cursor:
            cursor.execute(
                "SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass(%s)",
                [self.connection.ops.quote_name(index)],
            )
            found = cursor.fetchone()
        return found[0] if found else None
