"""What a step says about its delivery, read once per slice and shared by all its runs."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import structlog
from pydantic import ValidationError

from core.connections.models import Connection
from core.delivery.retry import RetryPolicy
from core.workflows.models import Step
from integrations.registry import get_connector
from integrations.sdk import Effect

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Plan:
    """``timeout`` is in seconds and bounds one exchange with the destination.

    ``key_window``: seconds for which it remembers our key; None: for ever.
    """

    connection: Connection
    action: str
    effect: Effect
    key_window: float | None
    mapping: dict[str, Any]
    timeout: float
    policy: RetryPolicy


def plans_get(step_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, Plan]:
    """The plans of these steps and of their versions' other steps, which follow, by step id.

    A step that this code cannot deliver, because its connector, action or retry policy is not
    known here, has none: it must not keep the others from being delivered.
    """
    versions = Step.objects.filter(pk__in=set(step_ids)).values("version")
    steps = Step.objects.filter(version__in=versions).select_related("connection")
    plans = ((step.pk, _plan(step)) for step in steps)
    return {step_id: plan for step_id, plan in plans if plan is not None}


def _plan(step: Step) -> Plan | None:
    try:
        connector = get_connector(step.connection.connector)
        effect = connector.action(step.action).effect
        key_window = connector.key_window(step.connection.config, step.action)
        policy = RetryPolicy.model_validate(step.retry)
    except (KeyError, ValidationError):
        log.exception("step cannot be delivered", step_id=str(step.pk), action=step.action)
        return None
    return Plan(
        connection=step.connection,
        action=step.action,
        effect=effect,
        key_window=key_window,
        mapping=step.mapping,
        timeout=float(step.timeout_seconds),
        policy=policy,
    )
