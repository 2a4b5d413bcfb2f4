"""PostgreSQL and Redis themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import redis
from django.conf import settings
from prometheus_client import Metric
from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily

from core.postgres.statements import fetch

_REDIS_SECONDS = 1.0

_DATABASE = """
SELECT pg_database_size(datname), xact_commit, xact_rollback, deadlocks, temp_bytes,
       blks_hit, blks_read, current_setting('max_connections')::int
FROM pg_stat_database WHERE datname = current_database()
"""
_SESSIONS = """
SELECT count(*), coalesce(extract(epoch FROM now() - min(xact_start)), 0)::float8
FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'
"""


def database() -> Iterator[Metric]:
    """Size, connections, transactions."""
    ((size, committed, rolled_back, deadlocks, temporary, hit, read, most),) = fetch(_DATABASE, {})
    ((sessions, oldest),) = fetch(_SESSIONS, {})
    yield GaugeMetricFamily("waybill_database_size_bytes", "Of this database.", value=size)
    yield GaugeMetricFamily("waybill_database_connections", "Sessions in it.", value=sessions)
    yield GaugeMetricFamily("waybill_database_connections_max", "How many may be.", value=most)
    yield GaugeMetricFamily(
        "waybill_database_oldest_transaction_seconds",
        "The longest open one.",
        value=oldest,
    )
    ended = CounterMetricFamily(
        "waybill_database_transactions", "Ended transactions, by result.", labels=["result"]
    )
    ended.add_metric(["committed"], committed)
    ended.add_metric(["rolled_back"], rolled_back)
    yield ended
    yield CounterMetricFamily("waybill_database_deadlocks", "Deadlocks found.", value=deadlocks)
    yield CounterMetricFamily(
        "waybill_database_temporary_bytes", "Written for sorts and hashes.", value=temporary
    )
    blocks = CounterMetricFamily(
        "waybill_database_blocks", "Blocks from the cache, or read.", labels=["from"]
    )
    blocks.add_metric(["cache"], hit)
    blocks.add_metric(["disk"], read)
    yield blocks


def broker(queues: Iterable[str]) -> Iterator[Metric]:
    """Whether Redis answers, its memory, and the messages of each queue.

    Raises `redis.RedisError` when it does not answer.
    """
    client = redis.Redis.from_url(
        settings.CELERY_BROKER_URL,
        socket_timeout=_REDIS_SECONDS,
        socket_connect_timeout=_REDIS_SECONDS,
    )
    names = list(queues)
    try:
        pipeline = client.pipeline(transaction=False)
        pipeline.info()
        for name in names:
            pipeline.llen(name)
        facts, *lengths = pipeline.execute()
    finally:
        client.close()
    memory = GaugeMetricFamily("waybill_redis_memory_bytes", "Memory that Redis uses.")
    memory.add_metric([], facts["used_memory"])
    yield memory
    yield GaugeMetricFamily(
        "waybill_redis_memory_max_bytes", "Its limit; 0: none.", value=facts["maxmemory"]
    )
    yield GaugeMetricFamily(
        "waybill_redis_clients", "Connections to Redis.", value=facts["connected_clients"]
    )
    yield CounterMetricFamily(
        "waybill_redis_evicted_keys", "Keys it dropped to make room.", value=facts["evicted_keys"]
    )
    messages = GaugeMetricFamily(
        "waybill_queue_messages", "Messages that wait in Redis, by queue.", labels=["queue"]
    )
    for name, length in zip(names, lengths, strict=True):
        messages.add_metric([name], length)
    yield messages
