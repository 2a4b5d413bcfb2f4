"""Which connections take nothing now: paused, cooling, breaker open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from prometheus_client import Metric
from prometheus_client.metrics_core import GaugeMetricFamily

from core.postgres.statements import fetch

_CLOSED_MOST = 200

_CLOSED = """
SELECT organization.slug, account.slug, account.id::text, account.connector,
    CASE WHEN gate.paused_at IS NOT NULL THEN 'paused'
         WHEN gate.breaker_until > now() THEN 'breaker_open'
         WHEN gate.breaker_until IS NOT NULL THEN 'half_open'
         ELSE 'cooling' END
FROM delivery_gate AS gate
JOIN connections_connection AS account ON account.id = gate.connection_id
JOIN accounts_organization AS organization ON organization.id = account.organization_id
WHERE account.deleted_at IS NULL AND (gate.paused_at IS NOT NULL
    OR gate.breaker_until IS NOT NULL OR gate.cooling_until > now())
"""
_ALL = "SELECT count(*) FROM connections_connection WHERE deleted_at IS NULL"
_STATES = ("paused", "breaker_open", "half_open", "cooling")


def connections() -> Iterator[Metric]:
    """How many are in each state, and by name those that are not open."""
    rows = fetch(_CLOSED, {})
    ((total,),) = fetch(_ALL, {})
    counts = Counter(row[4] for row in rows)
    states = GaugeMetricFamily(
        "waybill_connections", "Connections by the state of their gate.", labels=["state"]
    )
    states.add_metric(["open"], total - len(rows))
    for state in _STATES:
        states.add_metric([state], counts[state])
    closed = GaugeMetricFamily(
        "waybill_connection_closed",
        f"1 for each connection that is not open, {_CLOSED_MOST} at most.",
        labels=["organization", "connection", "connection_id", "connector", "state"],
    )
    for row in rows[:_CLOSED_MOST]:
        closed.add_metric(list(row), 1)
    yield from (states, closed)
