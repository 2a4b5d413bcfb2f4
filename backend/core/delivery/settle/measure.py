"""Counts what was settled, by workflow and connector: once per batch, after its commit."""

from __future__ import annotations

import uuid
from collections import Counter, defaultdict
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
    ended = Counter(row[1:] for row in rows)
    places = _places_of({row[0] for row in ended})
    attempts: Counter[tuple[str, str, str]] = Counter()
    steps: Counter[tuple[WorkflowName, str, str]] = Counter()
    for (step_id, status, attempt, error_kind), count in ended.items():
        place = places.get(step_id, _NOWHERE)
        attempts[place.connector, attempt, error_kind] += count
        if status in _ENDED:
            steps[place.name, place.connector, status] += count
    attempts_count(attempts)
    steps_count(steps)
    if statuses:
        _record_submissions(rows, statuses, places)


def _record_submissions(
    rows: Sequence[tuple[Any, ...]],
    statuses: Mapping[uuid.UUID, str],
    places: Mapping[uuid.UUID, _Place],
) -> None:
    step_of = {row[0]: row[1] for row in rows}
    by_step: dict[tuple[uuid.UUID | None, str], list[uuid.UUID]] = defaultdict(list)
    for submission_id, status in statuses.items():
        by_step[step_of.get(submission_id), status].append(submission_id)
    ended: dict[tuple[WorkflowName, str], list[uuid.UUID]] = defaultdict(list)
    for (step_id, status), submission_ids in by_step.items():
        place = places.get(step_id, _NOWHERE) if step_id else _NOWHERE
        ended[place.name, status] += submission_ids
    submissions_count(ended)


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
