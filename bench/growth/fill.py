"""Fills the tables on the server. One real submission of each kind is the pattern.

Columns that are not named here are copied from the pattern, so the rows follow the schema.
Foreign keys, unique constraints and indexes are dropped first and made again afterwards.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from core.accounts.models import Organization
from core.connections.models import Connection
from core.submissions.accept import submission_accept
from core.submissions.models import Source, Submission
from core.workflows.versions import workflow_get
from django.db import connection

from bench.samples import customer
from bench.workload import ONE_STEP, ORGANIZATION, STEPS, WORKFLOW

CONNECTIONS = 1_000
RUNS = "submissions_steprun"
SUBMISSIONS = "submissions_submission"
STATES = "submissions_submissionstate"

_AT = {
    "pending": "%(base)s::timestamptz - interval '1 hour' + n * interval '1 millisecond'",
    "finished": "%(base)s::timestamptz - interval '30 days' + n * interval '200 milliseconds'",
}
_FAILED = "n %% 100 = 0"

_SUBMISSION = {
    "reference": "'GROWN-' || %(prefix)s || lpad(upper(to_hex(n)), 7, '0')",
    "subject": "'Northwind Traders ' || n",
    "data": "pattern.data || jsonb_build_object('email', 'ada.' || n || '@northwind.example')",
}
_ENDED_STATE = {
    "status": f"CASE WHEN {_FAILED} THEN 'failed' ELSE 'succeeded' END",
    "finished_at": f"{_AT['finished']} + interval '1 second'",
}
_RUN = {
    "connection_id": f"(%(connections)s::uuid[])[1 + n %% {CONNECTIONS}]",
    "deadline_at": "now() + interval '3 days'",
}
_DUE_RUN = {"next_attempt_at": _AT["pending"]}
_ENDED_RUN = {
    "status": f"CASE WHEN {_FAILED} THEN 'failed' ELSE 'succeeded' END",
    "waiting_for": "0",
    "tries": "1",
    "fence": "1",
    "next_attempt_at": "NULL",
    "claimed_at": _AT["finished"],
    "first_sent_at": _AT["finished"],
    "finished_at": f"{_AT['finished']} + interval '1 second'",
    "record": "n::text",
    "output": "jsonb_build_object('record', n::text, 'status', 200, 'body',"
    " jsonb_build_object('id', n))",
    "error_kind": f"CASE WHEN {_FAILED} THEN 'invalid_input' ELSE '' END",
    "error_message": f"CASE WHEN {_FAILED} THEN 'The API refused the request.' ELSE '' END",
}

_COLUMNS = """
SELECT column_name FROM information_schema.columns
WHERE table_schema = current_schema() AND table_name = %s AND is_generated = 'NEVER'
ORDER BY ordinal_position
"""
_CONSTRAINTS = """
SELECT conrelid::regclass::text, conname, replace(pg_get_constraintdef(oid), ' NOT VALID', '')
FROM pg_constraint
WHERE conparentid = 0 AND (
    (contype = 'f' AND (conrelid = ANY (%(tables)s::regclass[])
                        OR confrelid = ANY (%(tables)s::regclass[])))
    OR (contype = 'u' AND conrelid = ANY (%(tables)s::regclass[])))
ORDER BY contype = 'f' DESC
"""
_INDEXES = """
SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
WHERE indrelid = ANY (%(tables)s::regclass[]) AND NOT indisprimary
"""


def fill(*, pending: int, finished: int) -> dict[str, float]:
    """Add step runs over a thousand connections: pending ones, one per submission, and finished
    ones, three per submission. Returns the seconds it took."""
    began = time.monotonic()
    accounts = [str(pk) for pk in _connections()]
    one, chain = _pattern(ONE_STEP), _pattern(WORKFLOW)
    with connection.cursor() as cursor:
        for setting in ("synchronous_commit = off", "maintenance_work_mem = '512MB'"):
            cursor.execute(f"SET {setting}")
    with bare_tables():
        base = datetime.now(UTC)
        due = {"base": base, "first": _count("P") + 1, "last": _count("P") + pending}
        ended = {"base": base, "first": _count("F") + 1, "last": _count("F") + finished // STEPS}
        _add_submissions("pending", "P", one, due)
        _add_states("pending", one, due, {})
        _add_runs("pending", one, due, _DUE_RUN, accounts)
        _add_submissions("finished", "F", chain, ended)
        _add_states("finished", chain, ended, _ENDED_STATE)
        _add_runs("finished", chain, ended, _ENDED_RUN, accounts)
    patterns = Submission.objects.across_organizations("of the measurements' own")
    patterns.filter(pk__in=[one, chain]).delete()
    with connection.cursor() as cursor:
        cursor.execute(f"VACUUM (ANALYZE) {SUBMISSIONS}, {STATES}, {RUNS}")
    return {"seconds": time.monotonic() - began}


def _connections() -> list[object]:
    """The ids of a thousand connections. Makes missing ones."""
    organization = Organization.objects.get(slug=ORGANIZATION)
    owned = Connection.objects.owned_by(organization)
    pattern = owned.get(slug="sink")
    made = owned.filter(slug__startswith="grown-")
    if not made.exists():
        Connection.objects.bulk_create(
            Connection(
                organization=organization,
                slug=f"grown-{number}",
                name=f"Grown {number}",
                connector=pattern.connector,
                config=pattern.config,
                sealed_credentials=pattern.sealed_credentials,
            )
            for number in range(CONNECTIONS)
        )
    return list(made.order_by("pk").values_list("pk", flat=True))


def _pattern(workflow: str) -> object:
    """The id of a real submission of that workflow. Delete it with its runs at the end."""
    organization = Organization.objects.get(slug=ORGANIZATION)
    version = workflow_get(organization=organization, slug=workflow)
    accepted = submission_accept(version=version, data=customer(0), source=Source.API)
    return accepted.submission.pk


def _count(prefix: str) -> int:
    """The number of submissions of a kind from earlier runs, by the highest reference."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT max(reference) FROM {SUBMISSIONS} WHERE reference LIKE %s",
            [f"GROWN-{prefix}%"],
        )
        (highest,) = cursor.fetchone()
    return int(highest[7:], 16) if highest else 0


def _uuid(kind: str, number: str) -> str:
    """SQL for a UUIDv7 that sorts by time and is the same for the same number."""
    digest = f"md5('{kind}' || {number})"
    moment = f"lpad(to_hex((extract(epoch FROM {_AT[kind]}) * 1000)::bigint), 12, '0')"
    return f"({moment} || '7' || left({digest}, 3) || 'a' || right({digest}, 15))::uuid"


def _add_submissions(kind: str, prefix: str, pattern: object, span: Mapping[str, Any]) -> None:
    values = {"id": _uuid(kind, "n"), "created_at": _AT[kind], **_SUBMISSION}
    _insert(SUBMISSIONS, "id", values, {"pattern": pattern, "prefix": prefix, **span})


def _add_states(
    kind: str, pattern: object, span: Mapping[str, Any], more: Mapping[str, str]
) -> None:
    values = {"submission_id": _uuid(kind, "n"), **more}
    _insert(STATES, "submission_id", values, {"pattern": pattern, **span})


def _add_runs(
    kind: str,
    pattern: object,
    span: Mapping[str, Any],
    more: Mapping[str, str],
    accounts: list[str],
) -> None:
    values = {
        "id": _uuid(kind, "(n::text || '/' || pattern.position)"),
        "submission_id": _uuid(kind, "n"),
        **_RUN,
        **more,
    }
    parameters = {"pattern": pattern, "connections": accounts, **span}
    _insert(RUNS, "submission_id", values, parameters)


def _insert(table: str, key: str, values: Mapping[str, str], parameters: Mapping[str, Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_COLUMNS, [table])
        names = [name for (name,) in cursor.fetchall()]
        chosen = ", ".join(values.get(name, f"pattern.{name}") for name in names)
        cursor.execute(
            f"INSERT INTO {table} ({', '.join(names)}) SELECT {chosen}"
            f" FROM generate_series(%(first)s, %(last)s) AS n, {table} AS pattern"
            f" WHERE pattern.{key} = %(pattern)s",
            parameters,
        )


@contextmanager
def bare_tables() -> Iterator[None]:
    """Disable our triggers, and drop indexes and constraints that slow down a large insert."""
    tables = {"tables": [SUBMISSIONS, STATES, RUNS]}
    with connection.cursor() as cursor:
        cursor.execute(_CONSTRAINTS, tables)
        constraints = cursor.fetchall()
        for table, name, _ in constraints:
            cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
        cursor.execute(_INDEXES, tables)
        indexes = cursor.fetchall()
        for name, _ in indexes:
            cursor.execute(f"DROP INDEX {name}")
        for table in tables["tables"]:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        yield
        for table in tables["tables"]:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        for _, definition in indexes:
            cursor.execute(definition)
        for table, name, definition in reversed(constraints):
            # The constraint is known to hold, and checking ten million rows takes minutes.
            unseen = " NOT VALID" if definition.startswith("FOREIGN KEY") else ""
            cursor.execute(f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {definition}{unseen}')


def grown() -> tuple[int, int]:
    """The numbers of pending and ended step runs."""
    ends = ["succeeded", "failed", "skipped", "cancelled"]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT count(*) FILTER (WHERE NOT ended), count(*) FILTER (WHERE ended)"
            f" FROM (SELECT status = ANY (%s) AS ended FROM {RUNS}) AS run",
            [ends],
        )
        open_, ended = cursor.fetchone()
    return open_, ended


def newest() -> Submission:
    """A finished submission from the middle of the list."""
    grown_ones = Submission.objects.across_organizations("of the measurements' own")
    return grown_ones.filter(reference__startswith="GROWN-F").order_by("-pk")[500]
