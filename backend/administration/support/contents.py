"""What goes into a bundle: counts, kinds, times and versions. Nothing that anybody wrote."""

from __future__ import annotations

import importlib.metadata
import os
import platform
from typing import Any

import redis
from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from administration.variables import REQUIRED, given_variables, ours, shown_value
from core.postgres.statements import fetch
from core.version import VERSION

_REDIS_SECONDS = 3.0
_ALERTS = 200
_REDIS_FACTS = (
    "redis_version",
    "valkey_version",
    "redis_mode",
    "uptime_in_seconds",
    "connected_clients",
    "blocked_clients",
    "used_memory",
    "maxmemory",
    "maxmemory_policy",
    "evicted_keys",
    "rejected_connections",
    "aof_enabled",
    "rdb_last_bgsave_status",
    "role",
)
# A setting with an address, a path or a command may have a password in it.
_POSTGRES = """
SELECT name, setting, unit, source FROM pg_settings
WHERE source NOT IN ('default', 'override') AND vartype IN ('bool', 'integer', 'real', 'enum')
ORDER BY name
"""
_TABLES = """
SELECT relation.relname, greatest(relation.reltuples, 0)::bigint,
       pg_total_relation_size(relation.oid), pg_indexes_size(relation.oid),
       stats.n_dead_tup, stats.last_autovacuum, stats.last_autoanalyze
FROM pg_class AS relation LEFT JOIN pg_stat_user_tables AS stats ON stats.relid = relation.oid
WHERE relation.relnamespace = 'public'::regnamespace AND relation.relkind = 'r'
ORDER BY 3 DESC
"""
_COUNTS = {
    "submissions": "SELECT status, count(*) FROM submissions_submissionstate GROUP BY 1",
    "steps": "SELECT status, count(*) FROM submissions_steprun GROUP BY 1",
    "step errors": """
        SELECT error_kind, count(*) FROM submissions_steprun WHERE error_kind <> '' GROUP BY 1
    """,
    "callbacks": "SELECT status, count(*) FROM callbacks_callback GROUP BY 1",
    "connections": """
        SELECT connector, count(*) FROM connections_connection WHERE deleted_at IS NULL GROUP BY 1
    """,
    "gates": """
        SELECT CASE WHEN paused_at IS NOT NULL THEN 'paused'
                    WHEN breaker_until IS NOT NULL THEN 'breaker' ELSE 'open' END, count(*)
        FROM delivery_gate GROUP BY 1
    """,
    "organizations": "SELECT 'all', count(*) FROM accounts_organization",
    "people": "SELECT 'all', count(*) FROM accounts_user",
    "workflows": "SELECT 'all', count(*) FROM workflows_workflow",
}
_EVENTS = """
SELECT date_trunc('hour', at), kind, count(*) FROM submissions_event
WHERE at > now() - interval '1 day' GROUP BY 1, 2 ORDER BY 1, 2
"""
_OPEN_ALERTS = """
SELECT kind, count, opened_at, resolved_at, organization_id IS NULL
FROM alerts_alert ORDER BY opened_at DESC LIMIT %(most)s
"""


def versions() -> dict[str, Any]:
    """What runs here."""
    ((postgres,),) = fetch("SELECT current_setting('server_version')", {})
    names = ("django", "celery", "psycopg", "redis", "granian")
    return {
        "waybill": VERSION,
        "python": platform.python_version(),
        "system": platform.platform(),
        "postgresql": postgres,
        **{name: _version(name) for name in names},
    }


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""


def settings_set() -> dict[str, Any]:
    """By name: a harmless value, or that it is set."""
    found = {name: shown_value(name, value) for name, value in ours(given_variables(os.environ))}
    missing = {name: "missing" for name in REQUIRED if name not in found}
    return missing | {name: "set" if value is None else value for name, value in found.items()}


def migrations() -> dict[str, Any]:
    """Applied ones by app, and those that wait."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    applied: dict[str, list[str]] = {}
    for app, name in sorted(executor.loader.applied_migrations):
        applied.setdefault(app, []).append(name)
    return {
        "waiting": [f"{each.app_label}.{each.name}" for each, _ in plan],
        "applied": applied,
    }


def tables() -> list[dict[str, Any]]:
    """Largest first."""
    names = ("table", "rows", "bytes", "index_bytes", "dead_rows", "vacuumed", "analyzed")
    return [dict(zip(names, row, strict=True)) for row in fetch(_TABLES, {})]


def counts() -> dict[str, dict[str, int]]:
    """Rows by state."""
    return {what: dict(fetch(statement, {})) for what, statement in _COUNTS.items()}


def events() -> list[dict[str, Any]]:
    """By hour and kind."""
    return [dict(zip(("hour", "kind", "count"), row, strict=True)) for row in fetch(_EVENTS, {})]


def alerts() -> list[dict[str, Any]]:
    """Latest first, without subjects and facts: they name things."""
    names = ("kind", "count", "opened_at", "resolved_at", "of_the_system")
    rows = fetch(_OPEN_ALERTS, {"most": _ALERTS})
    return [dict(zip(names, row, strict=True)) for row in rows]


def queues() -> dict[str, Any]:
    """Lengths of the queues, and what Redis says of itself."""
    client = redis.Redis.from_url(
        settings.CELERY_BROKER_URL,
        socket_timeout=_REDIS_SECONDS,
        socket_connect_timeout=_REDIS_SECONDS,
    )
    try:
        facts: dict[str, Any] = client.info()
        waiting = {name: client.llen(name) for name in settings.CELERY_TASK_QUEUES}
        return {
            "waiting": waiting,
            "taken and not acknowledged": client.hlen("unacked"),
            "redis": {name: facts[name] for name in _REDIS_FACTS if name in facts},
        }
    finally:
        client.close()


def postgres_settings() -> list[dict[str, Any]]:
    """Numbers, switches and words alone."""
    names = ("name", "setting", "unit", "source")
    return [dict(zip(names, row, strict=True)) for row in fetch(_POSTGRES, {})]


def packages() -> dict[str, str]:
    """Name to version."""
    found = {each.name: each.version for each in importlib.metadata.distributions()}
    return dict(sorted(found.items(), key=lambda pair: pair[0].lower()))
