"""Submissions of a year, written on the server.

Half of them belong to one workflow that never fails, a quarter to the next, and so on, down to
workflows with a handful. Of the others 4 % failed: so a filter by workflow and state may be true
of millions, of a few, or of none among millions.
"""

from __future__ import annotations

import time
from typing import Any

from core.accounts.models import Organization
from core.connections.models import Connection
from core.workflows.models import Step, Workflow, WorkflowVersion
from django.db import connection

from bench.growth.fill import RUNS, STATES, SUBMISSIONS, bare_tables

ORGANIZATION = "lists"
WORKFLOWS = 20
CONNECTIONS = 6

_AT = "(%(until)s::timestamptz - interval '365 days' * ((%(count)s - n)::float8 / %(count)s))"
_ID = (
    f"(lpad(to_hex((extract(epoch FROM {_AT}) * 1000)::bigint), 12, '0') || '7'"
    " || left(md5(n::text), 3) || 'a' || right(md5(n::text), 15))::uuid"
)
_WORKFLOW = f"least(1 + round(log(2, (n & -n)::numeric))::int, {WORKFLOWS})"
_STATUS = """CASE WHEN n %% 50 = 0 THEN 'failed' WHEN n %% 1000 = 4 THEN 'needs_attention'
    WHEN n %% 100 = 7 THEN 'cancelled' WHEN n %% 200 = 9 THEN 'delivering'
    WHEN n %% 100000 = 11 THEN 'accepted' ELSE 'succeeded' END"""
_ENDED = f"{_STATUS} IN ('failed', 'cancelled', 'succeeded')"

_SUBMISSION = {
    "id": _ID,
    "organization_id": "%(organization)s",
    "workflow_id": f"(%(workflows)s::uuid[])[{_WORKFLOW}]",
    "version_id": f"(%(versions)s::uuid[])[{_WORKFLOW}]",
    "reference": "'WB-' || lpad(upper(to_hex(n)), 10, '0')",
    "subject": "chr((65 + n %% 26)::int) || 'cme Ltd ' || n",
    "source": "CASE WHEN n %% 5 = 0 THEN 'api' ELSE 'form' END",
    "data": "jsonb_build_object('company', 'Acme Ltd ' || n,"
    " 'email', 'ada.' || n || '@acme.example', 'note', repeat('x', 100))",
    "created_at": _AT,
}
_STATE = {
    "submission_id": _ID,
    "organization_id": "%(organization)s",
    "status": _STATUS,
    "finished_at": f"CASE WHEN {_ENDED} THEN {_AT} + interval '2 seconds' END",
    "changed_at": f"{_AT} + interval '2 seconds'",
}
_RUN = {
    "id": f"md5({_ID}::text)::uuid",
    "organization_id": "%(organization)s",
    "submission_id": _ID,
    "step_id": f"(%(steps)s::uuid[])[{_WORKFLOW}]",
    "connection_id": f"(%(connections)s::uuid[])[1 + {_WORKFLOW} %% {CONNECTIONS}]",
    "position": "1",
    "queue": "'default'",
    "deadline_at": f"{_AT} + interval '3 days'",
    "claimed_at": _AT,
    "status": f"""CASE {_STATUS} WHEN 'needs_attention' THEN 'unknown' WHEN 'delivering'
        THEN 'waiting' WHEN 'accepted' THEN 'ready' ELSE {_STATUS} END""",
    "next_attempt_at": f"CASE WHEN {_STATUS} IN ('delivering', 'accepted') THEN {_AT} END",
    "finished_at": f"CASE WHEN {_ENDED} THEN {_AT} + interval '2 seconds' END",
    "error_kind": """CASE WHEN n %% 5000 = 0 THEN 'auth_failed' WHEN n %% 50 = 0
        THEN 'invalid_input' WHEN n %% 1000 = 4 THEN 'outcome_unknown'
        WHEN n %% 200 = 9 THEN 'transient' ELSE '' END""",
    "error_message": "CASE WHEN n %% 50 = 0 THEN 'The API refused the request.' ELSE '' END",
}

_REQUIRED = """
SELECT column_name, data_type FROM information_schema.columns
WHERE table_schema = current_schema() AND table_name = %s
    AND is_nullable = 'NO' AND column_default IS NULL AND is_generated = 'NEVER'
"""
_PLAIN = {"boolean": "false", "jsonb": "'{}'", "uuid": "gen_random_uuid()"}


def fill(count: int) -> float:
    """Write so many submissions with a step run each. Returns the seconds it took."""
    began = time.monotonic()
    parameters = _parameters(count)
    with connection.cursor() as cursor:
        for setting in ("synchronous_commit = off", "maintenance_work_mem = '1GB'"):
            cursor.execute(f"SET {setting}")
    with bare_tables():
        for table, values in ((SUBMISSIONS, _SUBMISSION), (STATES, _STATE), (RUNS, _RUN)):
            _insert(table, values, parameters)
            print(f"{table}: {time.monotonic() - began:.0f} s", flush=True)
    with connection.cursor() as cursor:
        cursor.execute(f"VACUUM (ANALYZE) {SUBMISSIONS}, {STATES}, {RUNS}")
    return time.monotonic() - began


def _parameters(count: int) -> dict[str, Any]:
    """What the rows refer to, made once."""
    organization = Organization.objects.create(slug=ORGANIZATION, name="Lists")
    connections = [
        Connection.objects.create(
            organization=organization,
            slug=f"erp-{number}",
            name=f"ERP {number}",
            connector="rest",
            config={"base_url": "http://127.0.0.1:9"},
        )
        for number in range(1, CONNECTIONS + 1)
    ]
    made: dict[str, list[str]] = {"workflows": [], "versions": [], "steps": []}
    for number in range(1, WORKFLOWS + 1):
        workflow = Workflow.objects.create(
            organization=organization, slug=f"w{number}", name=f"Workflow {number}"
        )
        version = WorkflowVersion.objects.create(
            organization=organization, workflow=workflow, number=1, title=workflow.name, fields=[]
        )
        step = Step.objects.create(
            organization=organization,
            version=version,
            position=1,
            key="crm",
            title="Creating the customer",
            connection=connections[number % CONNECTIONS],
            action="request.send",
            mapping={},
        )
        for name, row in (("workflows", workflow), ("versions", version), ("steps", step)):
            made[name].append(str(row.pk))
    return {
        "organization": str(organization.pk),
        "connections": [str(each.pk) for each in connections],
        "count": count,
        "until": time.strftime("%Y-%m-%d %H:%M:%S+00", time.gmtime()),
        **made,
    }


def _insert(table: str, values: dict[str, str], parameters: dict[str, Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_REQUIRED, [table])
        plain = {
            name: _PLAIN.get(kind, "0" if "int" in kind else "''")
            for name, kind in cursor.fetchall()
        }
        columns = plain | values
        cursor.execute(
            f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(columns.values())}"
            " FROM generate_series(1, %(count)s::bigint) AS n",
            parameters,
        )
