"""What a delivered submission takes in PostgreSQL: rows, bytes with indexes, write-ahead log."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dev.console import step

from bench.measures import intake
from bench.measures.backlogs import wait_until_delivered
from bench.metrics import Metric
from bench.stack import BenchStack
from bench.workload import STEPS, WORKFLOW, Workload

OUT = Path(__file__).parent.parent / "out"
_SHARE = 3
"""A third of the other measurements' submissions: enough that half-filled pages do not count."""
_TABLES = """
SELECT coalesce(pg_partition_root(class.oid), class.oid)::regclass::text,
    sum(class.reltuples) FILTER (WHERE class.reltuples > 0)::bigint,
    sum(pg_table_size(class.oid))::bigint, sum(pg_indexes_size(class.oid))::bigint
FROM pg_class AS class
WHERE class.relkind = 'r' AND class.relnamespace = 'public'::regnamespace
GROUP BY 1
"""
_LOG = "SELECT pg_current_wal_lsn()::text"
_WRITTEN = "SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), %s::pg_lsn)::float8"
_COUNT = "SELECT count(*) FROM submissions_submission"

Sizes = dict[str, tuple[int, int, int]]
"""Rows, bytes of the table and bytes of its indexes, by table."""


def measure(stack: BenchStack, work: Workload) -> list[Metric]:
    """Take submissions through the API, deliver them, and look at what has grown.

    Writes the tables to ``bench/out/sizes.txt``.
    """
    stack.forget_submissions()
    with stack.database() as database:
        before = _sizes(database)
        (began,) = _one(database, _LOG)
    enough, count = work.submissions // _SHARE, 0
    with stack.running("api", "delivery", "dispatcher"), step("Delivering what is measured"):
        while count < enough:
            intake.load(stack, "api", work)
            with stack.database() as database:
                wait_until_delivered(database, [WORKFLOW])
                (count,) = _one(database, _COUNT)
    with stack.database() as database:
        (log,) = _one(database, _WRITTEN, began)
        after = _sizes(database)
    stack.forget_submissions()
    grown = {name: _more(before.get(name, (0, 0, 0)), sizes) for name, sizes in after.items()}
    OUT.mkdir(exist_ok=True)
    (OUT / "sizes.txt").write_text(report(grown, count))
    rows, tables, indexes = (sum(sizes[part] for sizes in grown.values()) for part in range(3))
    return [
        Metric("stored_bytes_per_submission", (tables + indexes) / count, "bytes",
               f"Stored for a delivered submission of {STEPS} steps, with indexes"),
        Metric("stored_index_bytes_per_submission", indexes / count, "bytes", "  of it indexes"),
        Metric("stored_rows_per_submission", rows / count, "rows", "  its rows"),
        Metric("log_bytes_per_submission", log / count, "bytes", "  write-ahead log"),
    ]  # fmt: skip


def report(grown: Sizes, count: int) -> str:
    """A line for each table that grew by a hundredth of a row a submission: per submission."""
    chosen = {name: sizes for name, sizes in grown.items() if sizes[0] >= count / 100}
    width = max(map(len, chosen), default=0)
    lines = [
        f"Per submission, of {count:,} delivered with {STEPS} steps each",
        f"{'':{width}}  {'rows':>6}  {'bytes':>7}  {'indexes':>7}",
    ]
    for name, (rows, table, indexes) in sorted(chosen.items(), key=lambda each: -sum(each[1][1:])):
        lines.append(
            f"{name:{width}}  {rows / count:6.2f}  {table / count:7,.0f}  {indexes / count:7,.0f}"
        )
    return "\n".join(lines) + "\n"


def _sizes(database: Any) -> Sizes:
    database.execute("VACUUM (ANALYZE)")
    rows = database.execute(_TABLES).fetchall()
    return {name: (count or 0, table, indexes) for name, count, table, indexes in rows}


def _more(before: tuple[int, int, int], after: tuple[int, int, int]) -> tuple[int, int, int]:
    """The growth. What shrank was cleaned up, and is not the submissions'."""
    return (
        max(0, after[0] - before[0]),
        max(0, after[1] - before[1]),
        max(0, after[2] - before[2]),
    )


def _one(database: Any, query: str, *parameters: object) -> Any:
    return database.execute(query, parameters).fetchone()
