"""Connections that send nothing, or less than comes: gates, and steps that pile up."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta

from core.alerts.conditions.condition import Condition
from core.alerts.models import AlertKind
from core.alerts.rules import Rules
from core.delivery.models import Gate, PauseReason
from core.postgres.statements import fetch
from core.workflows.models import Queue

_WAITS_SECONDS = 60
"""A backlog whose oldest step is younger is on its way, however long."""

# The skip scan of `core.delivery.claim`: one index entry per connection; then a bounded count.
_BACKLOG = """
WITH RECURSIVE pending AS (
    (SELECT run.connection_id, run.next_attempt_at FROM submissions_steprun AS run
     WHERE run.queue = %(queue)s AND run.status IN ('ready', 'waiting')
     ORDER BY run.connection_id, run.next_attempt_at LIMIT 1)
    UNION ALL
    SELECT following.* FROM pending, LATERAL (
        SELECT run.connection_id, run.next_attempt_at FROM submissions_steprun AS run
        WHERE run.queue = %(queue)s AND run.status IN ('ready', 'waiting')
            AND run.connection_id > pending.connection_id
        ORDER BY run.connection_id, run.next_attempt_at LIMIT 1
    ) AS following
)
SELECT pending.connection_id, account.organization_id, account.name, pending.next_attempt_at,
       extract(epoch FROM now() - pending.next_attempt_at)::int,
       gate.paused_at IS NULL AND coalesce(gate.cooling_until <= now(), true)
           AND coalesce(gate.breaker_until <= now(), true),
       (SELECT count(*) FROM (
            SELECT FROM submissions_steprun AS run
            WHERE run.queue = %(queue)s AND run.status IN ('ready', 'waiting')
                AND run.connection_id = pending.connection_id AND run.next_attempt_at <= now()
            LIMIT %(most)s) AS due)
FROM pending JOIN connections_connection AS account ON account.id = pending.connection_id
LEFT JOIN delivery_gate AS gate ON gate.connection_id = pending.connection_id
WHERE pending.next_attempt_at <= now() - make_interval(secs => %(waits)s)
"""


def connection_conditions(rules: Rules) -> Iterator[Condition]:
    """Refused sign-ins, pauses, breakers, long cooling and backlogs."""
    yield from _gates(rules)
    yield from _backlogs(rules)


def _gates(rules: Rules) -> Iterator[Condition]:
    gates = Gate.objects.across_organizations("looked for in all").select_related("connection")
    ((now,),) = fetch("SELECT now()", {})
    for gate in gates.filter(paused_at__isnull=False):
        refused = gate.pause_reason == PauseReason.AUTH
        kind = AlertKind.CONNECTION_REFUSED if refused else AlertKind.CONNECTION_PAUSED
        window = timedelta(seconds=rules.of(gate.organization_id, kind).window or 0)
        if refused or (gate.paused_at and gate.paused_at < now - window):
            yield _of_gate(kind, gate, since=gate.paused_at)
    for gate in gates.filter(breaker_until__isnull=False):
        rule = rules.of(gate.organization_id, AlertKind.BREAKER_OPEN)
        if gate.opened >= (rule.threshold or 1):
            yield _of_gate(AlertKind.BREAKER_OPEN, gate, count=gate.failures)
    for gate in gates.filter(cooling_until__gt=now):
        window = timedelta(seconds=rules.of(gate.organization_id, AlertKind.COOLING).window or 0)
        if gate.cooling_until and gate.cooling_until > now + window:
            yield _of_gate(AlertKind.COOLING, gate, until=gate.cooling_until)


def _of_gate(kind: AlertKind, gate: Gate, count: int = 1, **times: datetime | None) -> Condition:
    facts = {"connection": gate.connection.name}
    facts |= {name: time.isoformat() for name, time in times.items() if time is not None}
    return Condition(kind, str(gate.pk), facts, gate.organization_id, count)


def _backlogs(rules: Rules) -> Iterator[Condition]:
    kind = AlertKind.BACKLOG
    most = max(rule.threshold or 0 for rule in rules.every(kind)) + 1
    seen: set[uuid.UUID] = set()
    for queue in Queue.values:
        parameters = {"queue": queue, "most": most, "waits": _WAITS_SECONDS}
        for connection_id, owner, name, since, seconds, is_open, due in fetch(_BACKLOG, parameters):
            rule = rules.of(owner, kind)
            # A closed gate has an alert of its own; what waits behind it is no surprise.
            old = is_open and seconds > (rule.window or 0)
            if connection_id not in seen and (old or due > (rule.threshold or 0)):
                seen.add(connection_id)
                facts = {"connection": name, "since": since.isoformat()}
                yield Condition(kind, str(connection_id), facts, owner, due)
