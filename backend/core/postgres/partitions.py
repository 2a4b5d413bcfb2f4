"""Monthly partitions of the tables that always grow: made ahead, dropped when old.

A table ``t`` has one partition per month, ``t_2026_11``, and ``t_default`` for rows without a
month. Those rows move as soon as their month is made, so writes continue even when maintenance
is late.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import connection, transaction

MONTHS_AHEAD = 3
_NAME = re.compile(r"_(\d{4})_(\d{2})$")


@dataclass(frozen=True, slots=True)
class Partitioned:
    """A table and its partitioning column, a timestamp."""

    table: str
    column: str


@dataclass(frozen=True, slots=True)
class Partition:
    """One month of a table: rows from ``begins`` (included) to ``ends`` (excluded)."""

    name: str
    begins: datetime
    ends: datetime


def partitions_ensure(kind: Partitioned, *, today: datetime | None = None) -> list[str]:
    """Make the partitions of this month and the next `MONTHS_AHEAD`. Returns the new ones.

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
    """The existing months of a table, oldest first."""
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
    """Drop a month with all its rows. Takes milliseconds for any number of rows."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = '5s'")
        cursor.execute("SELECT waybill_month_drop(%s, %s)", [kind.table, partition.begins])


def _months(kind: Partitioned, today: datetime) -> Iterator[Partition]:
    month = today.year * 12 + today.month - 1
    for number in range(month, month + MONTHS_AHEAD + 1):
        yield _partition(kind, number // 12, number % 12 + 1)


def _partition(kind: Partitioned, year: int, month: int) -> Partition:
    begins = datetime(year, month, 1, tzinfo=UTC)
    ends = datetime(year + month // 12, month % 12 + 1, 1, tzinfo=UTC)
    return Partition(f"{kind.table}_{year:04}_{month:02}", begins, ends)


def _make(kind: Partitioned, partition: Partition) -> None:
    """Make a month and move its rows from the default partition."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT waybill_month_make(%s, %s)", [kind.table, partition.begins])


# Maintenance makes and drops months but owns no table. These functions run with the owner's rights,
# for these tables only. Migrations install them.
FUNCTIONS = """
CREATE OR REPLACE FUNCTION waybill_month_column(kind text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE kind WHEN 'submissions_attempt' THEN 'started_at'
                     WHEN 'submissions_event' THEN 'at' END
$$;

CREATE OR REPLACE FUNCTION waybill_month_make(kind text, month timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET timezone = 'UTC'
AS $$
DECLARE
    begins timestamptz := date_trunc('month', month);
    ends timestamptz := date_trunc('month', month) + interval '1 month';
    made text := kind || to_char(begins, '_YYYY_MM');
    moment text := public.waybill_month_column(kind);
BEGIN
    IF moment IS NULL THEN
        RAISE EXCEPTION '% has no months', kind USING ERRCODE = 'invalid_parameter_value';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext(kind));
    IF to_regclass('public.' || quote_ident(made)) IS NOT NULL THEN
        RETURN false;
    END IF;
    EXECUTE format('LOCK TABLE public.%I IN ACCESS EXCLUSIVE MODE', kind || '_default');
    EXECUTE format('CREATE TABLE public.%I'
                   ' (LIKE public.%I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', made, kind);
    EXECUTE format('WITH moved AS (DELETE FROM public.%I WHERE %I >= %L AND %I < %L RETURNING *)'
                   ' INSERT INTO public.%I SELECT * FROM moved',
                   kind || '_default', moment, begins, moment, ends, made);
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', made);
    EXECUTE format('ALTER TABLE public.%I ATTACH PARTITION public.%I FOR VALUES FROM (%L) TO (%L)',
                   kind, made, begins, ends);
    RETURN true;
END $$;

CREATE OR REPLACE FUNCTION waybill_month_drop(kind text, month timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET timezone = 'UTC'
AS $$
BEGIN
    IF public.waybill_month_column(kind) IS NULL THEN
        RAISE EXCEPTION '% has no months', kind USING ERRCODE = 'invalid_parameter_value';
    END IF;
    IF date_trunc('month', month) + interval '1 month' > now() THEN
        RAISE EXCEPTION 'this month is not over' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    EXECUTE format('DROP TABLE IF EXISTS public.%I', kind || to_char(month, '_YYYY_MM'));
END $$;
"""
