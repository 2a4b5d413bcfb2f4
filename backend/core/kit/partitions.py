"""Monthly partitions of the tables that grow without end: made ahead, dropped when old.

A table ``t`` has one partition per month, ``t_2026_11``, and ``t_default`` for rows that no
month takes: they are moved as soon as their month is made, so a maintenance that stood still
stops nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import connection, transaction
from psycopg import sql

MONTHS_AHEAD = 3
_NAME = re.compile(r"_(\d{4})_(\d{2})$")


@dataclass(frozen=True, slots=True)
class Partitioned:
    """A table and the timestamp column that it is partitioned by."""

    table: str
    column: str


@dataclass(frozen=True, slots=True)
class Partition:
    """One month of a table: rows from ``begins`` up to, without, ``ends``."""

    name: str
    begins: datetime
    ends: datetime


def partitions_ensure(kind: Partitioned, *, today: datetime | None = None) -> list[str]:
    """Make the partitions of this month and the `MONTHS_AHEAD` that follow; returns the new ones.

    Safe to run twice, and in two places at once.
    """
    made = []
    present = {partition.name for partition in partitions_list(kind)}
    for partition in _months(kind, today or datetime.now(UTC)):
        if partition.name not in present:
            _make(kind, partition)
            made.append(partition.name)
    return made


def partitions_list(kind: Partitioned) -> list[Partition]:
    """The months that a table has, oldest first."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT child.relname FROM pg_inherits JOIN pg_class AS child ON child.oid = inhrelid"
            " WHERE inhparent = to_regclass(%s)",
            [kind.table],
        )
        names = [name for (name,) in cursor.fetchall()]
    found = [(name, _NAME.search(name)) for name in names]
    return sorted(
        (_partition(kind, int(match[1]), int(match[2])) for _, match in found if match),
        key=lambda partition: partition.begins,
    )


def partition_drop(kind: Partitioned, partition: Partition) -> None:
    """Drop a month with all its rows: a matter of milliseconds, however many there are."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = '5s'")
        cursor.execute(sql.SQL("DROP TABLE IF EXISTS {}").format(sql.Identifier(partition.name)))


def _months(kind: Partitioned, today: datetime) -> Iterator[Partition]:
    month = today.year * 12 + today.month - 1
    for number in range(month, month + MONTHS_AHEAD + 1):
        yield _partition(kind, number // 12, number % 12 + 1)


def _partition(kind: Partitioned, year: int, month: int) -> Partition:
    begins = datetime(year, month, 1, tzinfo=UTC)
    ends = datetime(year + month // 12, month % 12 + 1, 1, tzinfo=UTC)
    return Partition(f"{kind.table}_{year:04}_{month:02}", begins, ends)


def _make(kind: Partitioned, partition: Partition) -> None:
    """Make a month, taking along the rows that came before it was there."""
    names = {
        "table": sql.Identifier(kind.table),
        "column": sql.Identifier(kind.column),
        "partition": sql.Identifier(partition.name),
        "default": sql.Identifier(f"{kind.table}_default"),
        "begins": sql.Literal(partition.begins.isoformat()),
        "ends": sql.Literal(partition.ends.isoformat()),
    }
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [kind.table])
        cursor.execute("SELECT to_regclass(%s) IS NOT NULL", [partition.name])
        if cursor.fetchone() == (True,):
            return
        for statement in _MAKE:
            cursor.execute(sql.SQL(statement).format(**names))


_MAKE = (
    "LOCK TABLE {default} IN ACCESS EXCLUSIVE MODE",
    "CREATE TABLE {partition} (LIKE {table} INCLUDING DEFAULTS INCLUDING CONSTRAINTS)",
    """WITH moved AS (DELETE FROM {default} WHERE {column} >= {begins} AND {column} < {ends}
    RETURNING *) INSERT INTO {partition} SELECT * FROM moved""",
    "ALTER TABLE {table} ATTACH PARTITION {partition} FOR VALUES FROM ({begins}) TO ({ends})",
)
