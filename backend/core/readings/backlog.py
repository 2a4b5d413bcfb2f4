"""Due steps and callbacks: how many, and how long the oldest has waited.

Counts follow an index and end at a limit. So a reading costs about the same with a thousand due
steps and with ten million.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from prometheus_client import Metric
from prometheus_client.metrics_core import GaugeMetricFamily

from core.postgres.statements import fetch
from core.workflows.models import Queue

COUNTED_MOST = 500_000
"""Due steps that one reading counts, shared by the queues of all connections."""
CONNECTIONS_MOST = 200
"""Connections that are told apart, those with most due steps; the rest is "other"."""
OTHER = "other"

# A skip scan finds the pairs of queue and connection; then each is counted up to its share.
_DUE = """
WITH RECURSIVE pair AS (
    (SELECT queue, connection_id FROM submissions_steprun
     WHERE status IN ('ready', 'waiting') ORDER BY queue, connection_id LIMIT 1)
    UNION ALL
    SELECT following.* FROM pair, LATERAL (
        SELECT queue, connection_id FROM submissions_steprun
        WHERE status IN ('ready', 'waiting')
            AND (queue, connection_id) > (pair.queue, pair.connection_id)
        ORDER BY queue, connection_id LIMIT 1
    ) AS following
), listed AS (
    SELECT queue, connection_id, count(*) OVER () AS pairs FROM pair
)
SELECT listed.queue, organization.slug, account.slug, account.id::text, account.connector,
       due.count, extract(epoch FROM now() - due.oldest)::float8
FROM listed
JOIN connections_connection AS account ON account.id = listed.connection_id
JOIN accounts_organization AS organization ON organization.id = account.organization_id,
LATERAL (
    SELECT count(*), min(next_attempt_at) AS oldest FROM (
        SELECT next_attempt_at FROM submissions_steprun
        WHERE queue = listed.queue AND connection_id = listed.connection_id
            AND status IN ('ready', 'waiting') AND next_attempt_at <= now()
        ORDER BY next_attempt_at LIMIT GREATEST(100, %(most)s / listed.pairs)
    ) AS first
) AS due
WHERE due.count > 0
"""

_SENDING = """
SELECT count(*), count(*) FILTER (WHERE lease_until < now())
FROM submissions_steprun WHERE status = 'sending'
"""

# The index of states begins with the organization; each is counted up to a limit.
_ATTENTION = """
SELECT coalesce(sum(found.count), 0)::bigint FROM accounts_organization AS organization, LATERAL (
    SELECT count(*) FROM (
        SELECT FROM submissions_submissionstate
        WHERE organization_id = organization.id AND status = 'needs_attention'
        LIMIT 10000
    ) AS first
) AS found
"""

_CALLBACKS = """
SELECT coalesce(sum(due.count), 0)::bigint,
       coalesce(extract(epoch FROM now() - min(due.oldest)), 0)::float8
FROM callbacks_callbackendpoint AS endpoint, LATERAL (
    SELECT count(*), min(next_attempt_at) AS oldest FROM (
        SELECT next_attempt_at FROM callbacks_callback
        WHERE endpoint_id = endpoint.id AND status = 'pending' AND next_attempt_at <= now()
        ORDER BY next_attempt_at LIMIT 10000
    ) AS first
) AS due
WHERE endpoint.disabled_at IS NULL
"""

_ENDPOINTS = """
SELECT count(*) FILTER (WHERE disabled_at IS NULL),
       count(*) FILTER (WHERE disabled_reason IN ('gone', 'failing'))
FROM callbacks_callbackendpoint
"""


def due_steps() -> Iterator[Metric]:
    """By queue and connection. A queue with nothing due counts 0."""
    names = ["queue", "organization", "connection", "connection_id", "connector"]
    due = GaugeMetricFamily(
        "waybill_due_steps",
        f"Step runs that are due and not taken, counted up to {COUNTED_MOST} in all.",
        labels=names,
    )
    oldest = GaugeMetricFamily(
        "waybill_due_oldest_seconds", "How long the oldest of them has been due.", labels=names
    )
    rows = fetch(_DUE, {"most": COUNTED_MOST})
    idle = set(Queue.values) - {row[0] for row in rows}
    for labels, count, age in (
        *_folded(rows),
        *(([name, "", "", "", ""], 0, 0.0) for name in idle),
    ):
        due.add_metric(labels, count)
        oldest.add_metric(labels, age)
    yield from (due, oldest)


def _folded(rows: list[tuple[Any, ...]]) -> Iterator[tuple[list[str], int, float]]:
    rows.sort(key=lambda row: -row[5])
    others: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for *labels, count, age in rows[:CONNECTIONS_MOST]:
        yield labels, count, age
    for queue, _, _, _, _, count, age in rows[CONNECTIONS_MOST:]:
        others[queue].append((count, age))
    for queue, found in others.items():
        counts, ages = zip(*found, strict=True)
        yield [queue, OTHER, OTHER, "", ""], sum(counts), max(ages)


def steps_in_hand() -> Iterator[Metric]:
    """What workers hold, and what waits for a person."""
    ((sending, expired),) = fetch(_SENDING, {})
    yield GaugeMetricFamily("waybill_sending_steps", "Step runs with a lease.", value=sending)
    yield GaugeMetricFamily(
        "waybill_expired_leases", "Leases that ended without an outcome.", value=expired
    )
    ((attention,),) = fetch(_ATTENTION, {})
    yield GaugeMetricFamily(
        "waybill_submissions_needing_attention",
        "Submissions with an unknown outcome, which a person has to resolve.",
        value=attention,
    )


def callbacks() -> Iterator[Metric]:
    """Due callbacks of enabled endpoints, and endpoints that we disabled."""
    ((due, oldest),) = fetch(_CALLBACKS, {})
    yield GaugeMetricFamily("waybill_due_callbacks", "Callbacks that are due.", value=due)
    yield GaugeMetricFamily(
        "waybill_due_callbacks_oldest_seconds",
        "How long the oldest of them has been due.",
        value=oldest,
    )
    ((enabled, disabled),) = fetch(_ENDPOINTS, {})
    endpoints = GaugeMetricFamily(
        "waybill_callback_endpoints",
        "Endpoints by state; disabled: by Waybill, because they failed.",
        labels=["state"],
    )
    endpoints.add_metric(["enabled"], enabled)
    endpoints.add_metric(["disabled"], disabled)
    yield endpoints
