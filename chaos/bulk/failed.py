"""Many failed submissions: one that the destination really refused, and copies of its rows."""

from __future__ import annotations

from typing import Any

import psycopg

from chaos.stage import Stage
from chaos.workflows import AGAIN

_COLUMNS = """
SELECT column_name FROM information_schema.columns
WHERE table_schema = current_schema() AND table_name = %s AND is_generated = 'NEVER'
ORDER BY ordinal_position
"""
_SUBMISSION, _RUN = "{}::uuid", "md5('run' || {})::uuid"
_ID = (
    "(left(%(id)s::text, 18) || '-a' || substr(md5(%(id)s::text || n), 2, 3)"
    " || '-' || right(md5(n::text), 12))"
)
_NEW_ID = _SUBMISSION.format(_ID)
_NEW_RUN = _RUN.format(_ID)

_TABLES = {
    "submissions_submission": (
        "pattern.id = %(id)s::uuid",
        {
            "id": _NEW_ID,
            "reference": "left(pattern.reference, 3) || upper(right(md5(%(id)s::text || n), 10))",
            "subject": "%(names)s || n",
            "data": "pattern.data || jsonb_build_object('company', %(names)s || n)",
        },
    ),
    "submissions_submissionstate": (
        "pattern.submission_id = %(id)s::uuid",
        {"submission_id": _NEW_ID},
    ),
    "submissions_steprun": (
        "pattern.submission_id = %(id)s::uuid",
        {"id": _NEW_RUN, "submission_id": _NEW_ID},
    ),
    "submissions_attempt": (
        "pattern.step_run_id = %(run)s::uuid",
        {"id": "gen_random_uuid()", "step_run_id": _NEW_RUN},
    ),
    "submissions_event": (
        "pattern.submission_id = %(id)s::uuid",
        {
            "id": "nextval(pg_get_serial_sequence('submissions_event', 'id'))",
            "submission_id": _NEW_ID,
            "step_run_id": f"CASE WHEN pattern.step_run_id IS NOT NULL THEN {_NEW_RUN} END",
        },
    ),
}
"""The rows of a submission, by table: which are its, and what is another one's in a copy."""


def failed_make(stage: Stage, count: int, names: str) -> None:
    """Let the destination refuse one submission, and copy its rows until there are so many.

    Their companies are ``names`` with the numbers from 1.
    """
    stage.behave(f"/keyed/{AGAIN}", "refused")
    stage.client.submit(AGAIN, company=f"{names}1")
    (pattern,) = (each for each in stage.client.accepted if each.workflow == AGAIN)
    state = "SELECT status FROM submissions_submissionstate WHERE submission_id = %s::uuid"
    stage.wait("it failed", lambda: stage.query(state, pattern.id) == ("failed",))
    run = "SELECT id::text FROM submissions_steprun WHERE submission_id = %s::uuid"
    given = {"id": pattern.id, "names": names, "count": count}
    given["run"] = stage.query(run, pattern.id)[0]
    with stage.stack.database() as database, database.transaction():
        # A run is not allowed to begin as failed.
        database.execute("ALTER TABLE submissions_steprun DISABLE TRIGGER step_run_starts")
        for table in _TABLES:
            _copy(database, table, given)
        database.execute("SET CONSTRAINTS ALL IMMEDIATE")
        database.execute("ALTER TABLE submissions_steprun ENABLE TRIGGER step_run_starts")
    with stage.stack.database() as database:
        database.execute(f"ANALYZE {', '.join(_TABLES)}")


def _copy(database: psycopg.Connection[Any], table: str, given: dict[str, Any]) -> None:
    its, others = _TABLES[table]
    names = [name for (name,) in database.execute(_COLUMNS, [table]).fetchall()]
    chosen = ", ".join(others.get(name, f"pattern.{name}") for name in names)
    database.execute(
        f"INSERT INTO {table} ({', '.join(names)}) SELECT {chosen}"  # noqa: S608  # our own words
        f" FROM generate_series(2, %(count)s) AS n, {table} AS pattern WHERE {its}",
        given,
    )
