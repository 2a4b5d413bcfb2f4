"""A step's delivery settings, read once per slice and shared by all its runs."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import structlog
from django.db import connection
from django.db.models import JSONField, Model

from core.connections.models import Connection
from core.connections.services import connection_credentials
from core.crypto.encryption import SealBroken
from core.postgres.statements import fetch_prepared
from core.workflows.compile import version_compiled
from core.workflows.models import Step
from integrations.discovery import get_connector
from integrations.sdk import Effect
from waybill_definitions.document import RetryPolicy
from waybill_definitions.expressions import CompiledCondition, CompiledMapping

log = structlog.get_logger(__name__)

_STEP_COLUMNS = [field.attname for field in Step._meta.concrete_fields]
_CONNECTION_COLUMNS = [field.attname for field in Connection._meta.concrete_fields]

# Every slice runs this, even one for a single step, so it is handwritten and prepared. As ORM
# queries it took a fifth of that slice's time.
_STEPS = f"""
SELECT {", ".join(f"step.{name}" for name in _STEP_COLUMNS)},
       {", ".join(f"account.{name}" for name in _CONNECTION_COLUMNS)}
FROM workflows_step AS step JOIN connections_connection AS account
    ON account.id = step.connection_id
WHERE step.version_id IN (SELECT version_id FROM workflows_step WHERE id = ANY (%(ids)s::uuid[]))
"""  # noqa: S608  # built from the names of columns alone


@dataclass(frozen=True, slots=True)
class Plan:
    """``timeout`` is in seconds and bounds one exchange with the destination.

    ``key_window``: seconds for which it remembers our key; None: for ever. ``search_lag``: seconds
    until a search there finds a new record. ``closed``: why the connection's credentials cannot be
    opened. ``condition``: None if the step is always needed; ``when`` is its text.
    """

    step_key: str
    connection: Connection
    credentials: dict[str, Any] = field(repr=False)
    closed: str
    action: str
    effect: Effect
    key_window: float | None
    search_lag: float
    mapping: CompiledMapping
    condition: CompiledCondition | None
    when: str
    timeout: float
    policy: RetryPolicy


def plans_get(step_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, Plan]:
    """The plans of these steps and of the other steps of their versions, by step id.

    A step with an unknown connector, action or retry policy has no plan. It must not stop the
    delivery of the others.
    """
    rows = fetch_prepared(_STEPS, {"ids": list(set(step_ids))})
    opened: dict[uuid.UUID, tuple[dict[str, Any], str]] = {}
    plans = ((step.pk, _plan(step, opened)) for step in map(_step, rows))
    return {step_id: plan for step_id, plan in plans if plan is not None}


def _step(row: tuple[Any, ...]) -> Step:
    count = len(_STEP_COLUMNS)
    step = Step.from_db(connection.alias, _STEP_COLUMNS, _python(Step, row[:count]))
    values = _python(Connection, row[count:])
    step.connection = Connection.from_db(connection.alias, _CONNECTION_COLUMNS, values)
    return step


def _python(model: type[Model], values: tuple[Any, ...]) -> list[Any]:
    """Django leaves jsonb as text on its raw connections."""
    fields = model._meta.concrete_fields
    return [
        json.loads(value) if isinstance(field, JSONField) and isinstance(value, str) else value
        for field, value in zip(fields, values, strict=True)
    ]


def _plan(step: Step, opened: dict[uuid.UUID, tuple[dict[str, Any], str]]) -> Plan | None:
    """``opened``: credentials that are already open, by connection."""
    try:
        connector = get_connector(step.connection.connector)
        effect = connector.action(step.action).effect
        key_window = connector.key_window(step.connection.config, step.action)
        search_lag = connector.search_lag(step.connection.config, step.action)
        policy = RetryPolicy.model_validate(step.retry)
        compiled = version_compiled(step.organization_id, step.version_id).steps[step.key]
    except Exception:
        # An error in this step must not stop the other steps of the slice.
        log.exception("step cannot be delivered", step_id=str(step.pk), action=step.action)
        return None
    if step.connection_id not in opened:
        opened[step.connection_id] = _credentials(step.connection)
    credentials, closed = opened[step.connection_id]
    return Plan(
        step_key=step.key,
        connection=step.connection,
        credentials=credentials,
        closed=closed,
        action=step.action,
        effect=effect,
        key_window=key_window,
        search_lag=search_lag,
        mapping=compiled.mapping,
        condition=compiled.condition,
        when=step.condition,
        timeout=float(step.timeout_seconds),
        policy=policy,
    )


def _credentials(account: Connection) -> tuple[dict[str, Any], str]:
    """The connection's credentials, or the reason why they cannot be opened."""
    if account.deleted_at is not None:
        return {}, (
            f"The connection “{account.name}” was deleted. Take the submission up again with the"
            " newest version of its workflow, or cancel it."
        )
    try:
        return connection_credentials(account), ""
    except SealBroken as error:
        log.exception("credentials cannot be opened", connection_id=str(account.pk))
        return {}, f"The credentials of {account.name} cannot be opened. {error}"
