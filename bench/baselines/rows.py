"""The rows that the baselines work on: a table of their own, as lean as the work allows.

No trigger, no constraint, no index but the primary key, and room in each page so that both
updates of a row stay in it: what a team would write that only wants tasks done.
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
    """Fill the table anew with so many steps."""
    bodies = [json.dumps(step_body(f"PLAIN/{number}", number)) for number in range(count)]
    with stack.database() as database:
        database.execute(_MAKE)
        database.execute(_FILL, [bodies])
        database.execute("VACUUM ANALYZE bench_run")


def wait_until_done(database: psycopg.Connection[tuple[object, ...]], count: int) -> float:
    """Steps per second, from the first one's claim to the last one's end."""
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while (row := database.execute(_DONE).fetchone()) and row[0] != count:
        if time.monotonic() > deadline:
            raise Problem(f"The baseline did {row[0]} of {count} steps in time.")
        time.sleep(0.2)
    span = database.execute(_SPAN).fetchone()
    return count / float(str(span[0] if span else 0))
