"""Why a step run is not being sent now, and until when."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from django.utils import timezone

from core.audit.models import AuditEntry
from core.delivery.models import Gate, PauseReason
from core.delivery.operate.heartbeats import heartbeats_missing
from core.submissions.models import StepRun, StepStatus
from waybill_definitions.languages import ENGLISH, fill, words_in


class WaitReason(StrEnum):
    DEPENDENCY = "dependency"
    ORDER = "order"
    BACKOFF = "backoff"
    RATE_LIMIT = "rate_limit"
    BREAKER = "breaker"
    PAUSED = "paused"
    NO_WORKER = "no_worker"
    TURN = "turn"


@dataclass(frozen=True, slots=True)
class Wait:
    """``until``: when it is looked at again, never a time that is past; None if that is not known.

    Of a pause besides ``since`` when, why, ``by`` whom if a person did it, and what they said.
    """

    reason: WaitReason
    until: datetime | None = None
    since: datetime | None = None
    pause: PauseReason = PauseReason.NONE
    by: str = ""
    message: str = ""


PAUSED = "connection.paused"
_WAITING = (StepStatus.BLOCKED, StepStatus.READY, StepStatus.WAITING)
_DUE_LONG = timedelta(seconds=2)


def wait_sentence(run: StepRun, wait: Wait | None, language: str = ENGLISH) -> str | None:
    """The reason in one sentence for everybody; None if the step's state already says it."""
    words = words_in(language).progress.waits
    match wait.reason if wait else None:
        case WaitReason.ORDER:
            sentence = words.order
        case WaitReason.RATE_LIMIT:
            sentence = words.rate_limit
        case WaitReason.BREAKER:
            sentence = words.breaker
        case WaitReason.PAUSED:
            sentence = words.paused
        case WaitReason.NO_WORKER:
            sentence = words.no_worker
        case _:
            return None
    return fill(sentence, {"system": run.connection.name})


def waits_get(runs: Iterable[StepRun]) -> dict[uuid.UUID, Wait]:
    """The wait of each run that is blocked, ready or waiting, by its id.

    Two queries, and one more when a person paused one of their connections.
    """
    waiting = [run for run in runs if run.status in _WAITING]
    if not waiting:
        return {}
    gates_of_all = Gate.objects.across_organizations("the runs say whose they are")
    found = gates_of_all.filter(pk__in={run.connection_id for run in waiting})
    gates = {gate.pk: gate for gate in found}
    idle = set(heartbeats_missing({f"deliver.{run.queue}" for run in waiting}))
    closed = {pk: wait for pk, gate in gates.items() if (wait := _closed(gate)) is not None}
    _name_pausers(closed, {run.organization_id for run in waiting})
    return {run.pk: _wait(run, closed, idle) for run in waiting}


def _name_pausers(closed: dict[uuid.UUID, Wait], organizations: set[uuid.UUID]) -> None:
    """Set ``by`` of the pauses by persons, by the audit log."""
    by_persons = [pk for pk, wait in closed.items() if wait.pause == PauseReason.OPERATOR]
    if not by_persons:
        return
    entries = AuditEntry.objects.across_organizations("the runs say whose they are").filter(
        organization_id__in=organizations,
        object_id__in=list(map(str, by_persons)),
        action=PAUSED,
    )
    latest = entries.order_by("object_id", "-pk").distinct("object_id")
    for connection_id, name in latest.values_list("object_id", "actor_name"):
        pk = uuid.UUID(connection_id)
        closed[pk] = replace(closed[pk], by=name)


def _wait(run: StepRun, closed: Mapping[uuid.UUID, Wait], idle: set[str]) -> Wait:
    if run.status == StepStatus.BLOCKED:
        only_order = run.behind and run.waiting_for == 1
        return Wait(WaitReason.ORDER if only_order else WaitReason.DEPENDENCY)
    if run.connection_id in closed:
        return closed[run.connection_id]
    now = timezone.now()
    next_at = run.next_attempt_at
    if next_at and next_at > now:
        throttled = run.error_kind == "rate_limited"
        return Wait(WaitReason.RATE_LIMIT if throttled else WaitReason.BACKOFF, next_at)
    if f"deliver.{run.queue}" in idle:
        return Wait(WaitReason.NO_WORKER)
    due_long = next_at is not None and now - next_at > _DUE_LONG
    if due_long and run.connection.rate_per_second is not None:
        return Wait(WaitReason.RATE_LIMIT)
    return Wait(WaitReason.TURN)


def _closed(gate: Gate) -> Wait | None:
    now = timezone.now()
    if gate.paused_at is not None:
        return Wait(
            WaitReason.PAUSED,
            since=gate.paused_at,
            pause=PauseReason(gate.pause_reason),
            message=gate.pause_message,
        )
    if gate.breaker_until is not None:
        return Wait(WaitReason.BREAKER, gate.breaker_until if gate.breaker_until > now else None)
    if gate.cooling_until is not None and gate.cooling_until > now:
        return Wait(WaitReason.RATE_LIMIT, gate.cooling_until)
    return None
