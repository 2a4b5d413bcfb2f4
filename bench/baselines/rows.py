"""The rows of the baselines: their own table, as small as possible.

It has no trigger, no constraint and only the primary key index. Each page has room for both
updates of its rows. A team that only needs finished tasks would write such a table.
"""

from __future__ import annotations

import json
import time

import psycopg
from dev.console import Problem

from bench.samples import step_body
from bench.stack import BenchStack

_MAKE = """
DROP TABLE IF EXISTS bench_run;
CREATE TABLE bench_run (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    data jsonb NOT NULL,
    status text NOT NULL DEFAULT 'ready',
    tries int NOT NULL DEFAULT 0,
    output jsonb,
    claimed_at timestamptz,
    finished_at timestamptz
) WITH (fillfactor = 40)
"""
_FILL = "INSERT INTO bench_run (data) SELECT unnest(%s::jsonb[])"
_DONE = "SELECT count(*) FROM bench_run WHERE status = 'succeeded'"
_SPAN = "SELECT extract(epoch FROM max(finished_at) - min(claimed_at))::float8 FROM bench_run"
_PATIENCE_SECONDS = 90.0


def make(stack: BenchStack, count: int) -> None:
    """Refill the table with this many steps."""
    bodies = [json.dumps(step_body(f"PLAIN/{number}", number)) for number in range(count)]
    with stack.database() as database:
        database.execute(_MAKE)
        database.execute(_FILL, [bodies])
        database.execute("VACUUM ANALYZE bench_run")


def wait_until_done(database: psycopg.Connection[tuple[object, ...]], count: int) -> float:
    """Steps per second, from the first claim to the last end."""
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while (row := database.execute(_DONE).fetchone()) and row[0] != count:
        if time.monotonic() > deadline:
            raise Problem(f"The baseline did {row[0]} of {count} steps in time.")
        time.sleep(0.2)
    span = database.execute(_SPAN).fetchone()
    return count / float(str(span[0] if span else 0))
