"""Counts what was settled, by workflow and connector: once per batch, after its commit."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import structlog
from django.db import DatabaseError, InterfaceError

from core.metrics import (
    EVERY_OTHER,
    WorkflowName,
    attempts_count,
    settlement_count,
    steps_count,
    submissions_count,
    workflow_name,
)
from core.postgres.statements import fetch
from core.submissions.models import StepStatus

log = structlog.get_logger(__name__)

_STEPS = """
SELECT step.id, organization.slug, workflow.slug, account.connector
FROM workflows_step AS step
JOIN workflows_workflowversion AS version ON version.id = step.version_id
JOIN workflows_workflow AS workflow ON workflow.id = version.workflow_id
JOIN accounts_organization AS organization ON organization.id = step.organization_id
JOIN connections_connection AS account ON account.id = step.connection_id
WHERE step.id = ANY (%(steps)s::uuid[])
"""
_MOST_KEPT = 20_000
_ENDED = frozenset(
    {StepStatus.SUCCEEDED, StepStatus.FAILED, StepStatus.UNKNOWN, StepStatus.SKIPPED}
)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a step belongs in the metrics."""

    name: WorkflowName
    connector: str


_NOWHERE = _Place(EVERY_OTHER, "")
_places: dict[uuid.UUID, _Place] = {}


def settlement_record(
    rows: Sequence[tuple[Any, ...]], statuses: Mapping[uuid.UUID, str], stale: int, seconds: float
) -> None:
    """Count a committed batch. ``rows``: submission, step, status, attempt and kind of error of
    each written run; ``statuses``: of each submission whose status changed."""
    settlement_count(seconds, stale)
    places = _places_of({row[1] for row in rows})
    attempts: Counter[tuple[str, str, str]] = Counter()
    steps: Counter[tuple[WorkflowName, str, str]] = Counter()
    names: dict[uuid.UUID, WorkflowName] = {}
    for submission_id, step_id, status, attempt, error_kind in rows:
        place = places.get(step_id, _NOWHERE)
        names[submission_id] = place.name
        attempts[place.connector, attempt, error_kind] += 1
        if status in _ENDED:
            steps[place.name, place.connector, status] += 1
    attempts_count(attempts)
    steps_count(steps)
    submissions_count(
        (submission_id, names.get(submission_id, EVERY_OTHER), status)
        for submission_id, status in statuses.items()
    )


def _places_of(step_ids: set[uuid.UUID]) -> Mapping[uuid.UUID, _Place]:
    """Reads each step once per process. What cannot be read now is counted as "other"."""
    missing = step_ids - _places.keys()
    if missing:
        if len(_places) > _MOST_KEPT:
            _places.clear()
            missing = step_ids
        try:
            _read(missing)
        except (DatabaseError, InterfaceError) as error:
            log.warning("steps counted as other", error=type(error).__name__)
    return _places


def _read(step_ids: Iterable[uuid.UUID]) -> None:
    for step_id, organization, workflow, connector in fetch(_STEPS, {"steps": list(step_ids)}):
        _places[step_id] = _Place(workflow_name(organization, workflow), connector)
