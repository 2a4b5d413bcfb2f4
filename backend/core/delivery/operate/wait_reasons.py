"""Why a step run is not being sent now, and until when."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.utils import timezone

from core.delivery.models import Gate
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
    """``until``: when it is checked again; None if unknown."""

    reason: WaitReason
    until: datetime | None = None


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
    """The wait of each run that is blocked, ready or waiting, by its id. Two queries."""
    waiting = [run for run in runs if run.status in _WAITING]
    if not waiting:
        return {}
    gates_of_all = Gate.objects.across_organizations("the runs say whose they are")
    found = gates_of_all.filter(pk__in={run.connection_id for run in waiting})
    gates = {gate.pk: gate for gate in found}
    idle = set(heartbeats_missing({f"deliver.{run.queue}" for run in waiting}))
    return {run.pk: _wait(run, gates, idle) for run in waiting}


def _wait(run: StepRun, gates: Mapping[uuid.UUID, Gate], idle: set[str]) -> Wait:
    if run.status == StepStatus.BLOCKED:
        only_order = run.behind and run.waiting_for == 1
        return Wait(WaitReason.ORDER if only_order else WaitReason.DEPENDENCY)
    now = timezone.now()
    gate = gates.get(run.connection_id)
    closed = _closed(gate, now) if gate else None
    if closed is not None:
        return closed
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


def _closed(gate: Gate, now: datetime) -> Wait | None:
    if gate.paused_at is not None:
        return Wait(WaitReason.PAUSED)
    if gate.breaker_until is not None:
        return Wait(WaitReason.BREAKER, gate.breaker_until if gate.breaker_until > now else None)
    if gate.cooling_until is not None and gate.cooling_until > now:
        return Wait(WaitReason.RATE_LIMIT, gate.cooling_until)
    return None
