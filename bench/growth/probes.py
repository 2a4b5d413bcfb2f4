"""Statements that must stay quick on tables of any size: their times and plans."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from core.accounts.models import Organization
from core.delivery.claim import FairScheduler, claim_due, connection_queues_due
from core.delivery.operate import ledger_reconcile
from core.postgres.tenancy import organization_scope
from core.submissions.read import (
    SubmissionFilter,
    submission_count,
    submission_get,
    submission_page,
)
from core.workflows.models import Queue
from django.db import connection, transaction

from bench.growth.fill import grown, newest
from bench.growth.work import BATCH
from bench.workload import ORGANIZATION, WORKFLOW

_TIMES = 5
_STATEMENT_SECONDS = 60
_SLOW_MS = 3_000.0
"""A statement that takes longer is not slow by chance: one run is enough."""


def probe(*, plans: bool) -> dict[str, Any]:
    """Milliseconds of each statement, median of some runs; with ``plans`` also its plan."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET statement_timeout = '{_STATEMENT_SECONDS}s'")
    pending, finished = grown()
    rows = []
    for name, statement in _probes().items():
        row: dict[str, Any] = {"name": name, "ms": milliseconds(statement)}
        if plans:
            row["plans"] = plans_of(statement)
        rows.append(row)
    return {"pending": pending, "finished": finished, "probes": rows}


def _probes() -> dict[str, Callable[[], object]]:
    organization = Organization.objects.get(slug=ORGANIZATION)
    sample = newest()
    scheduler = FairScheduler(BATCH * 100)
    scheduler.refresh(connection_queues_due(queue=Queue.DEFAULT))
    quotas = scheduler.quotas(BATCH)
    with organization_scope(organization):
        older = submission_page(organization=organization, limit=50).next_cursor

    def own(statement: Callable[[], object]) -> Callable[[], object]:
        """Run it as the API does: under the organization's policies."""

        def run() -> object:
            with organization_scope(organization):
                return statement()

        return run

    def page(cursor: str | None = None, **wanted: Any) -> Callable[[], object]:
        asked = SubmissionFilter(**wanted)
        return own(lambda: submission_page(organization=organization, wanted=asked, cursor=cursor))

    def count(*status: str) -> Callable[[], object]:
        asked = SubmissionFilter.model_validate({"status": status})
        return own(lambda: submission_count(organization=organization, wanted=asked))

    return {
        "connections with due work": lambda: connection_queues_due(queue=Queue.DEFAULT),
        f"claim of {BATCH} over 32 connections": lambda: claim_due(
            queue=Queue.DEFAULT, quotas=quotas, worker="bench"
        ),
        "list: newest": page(),
        "list: next page": page(cursor=older),
        "list: status accepted": page(status="accepted"),
        "list: status failed": page(status="failed"),
        "list: status needs_attention (none)": page(status="needs_attention"),
        "list: a workflow": page(workflow=WORKFLOW),
        "list: a workflow and status failed": page(workflow=WORKFLOW, status="failed"),
        "list: search by id": page(q=str(sample.pk)),
        "list: search by reference": page(q=sample.reference),
        "list: search by e-mail": page(q=sample.data["email"]),
        "list: search, nothing found": page(q="nobody@nowhere.example"),
        "one submission with its steps": own(
            lambda: submission_get(organization=organization, submission_id=sample.pk)
        ),
        "count: what may be cancelled": count("accepted", "delivering", "needs_attention"),
        "count: what may be resumed": count("failed", "cancelled"),
        "the hourly reconciliation": ledger_reconcile,
    }


def milliseconds(statement: Callable[[], object]) -> float | None:
    """None when it exceeds the statement timeout."""
    took = []
    for _ in range(_TIMES + 1):
        with _undone():
            began = time.perf_counter()
            try:
                statement()
            except Exception as error:
                if isinstance(error.__cause__, psycopg.errors.QueryCanceled):
                    return None
                raise
            took.append(1000 * (time.perf_counter() - began))
            if took[-1] > _SLOW_MS:
                return took[-1]
    return statistics.median(took[1:])


class _Explaining(psycopg.Cursor[Any]):
    """Runs EXPLAIN ANALYZE on each statement before it runs the statement."""

    plans: list[str]

    def execute(self, query: Any, params: Any = None, **options: Any) -> Any:
        """Like the cursor's own method."""
        text = query if isinstance(query, str) else ""
        if text.lstrip().upper().startswith(("SELECT", "WITH", "UPDATE")):
            super().execute(f"EXPLAIN (ANALYZE, BUFFERS) {text}", params)
            type(self).plans.append("\n".join(row[0] for row in self.fetchall()))
        return super().execute(query, params, **options)


def plans_of(statement: Callable[[], object]) -> list[str]:
    connection.ensure_connection()
    session = connection.connection
    factory = session.cursor_factory
    _Explaining.plans = []
    session.cursor_factory = _Explaining
    try:
        with _undone():
            statement()
    finally:
        session.cursor_factory = factory
    return _Explaining.plans


@contextmanager
def _undone() -> Iterator[None]:
    """Roll back everything that the block writes."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
