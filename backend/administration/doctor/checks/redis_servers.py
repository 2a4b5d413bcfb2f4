"""Redis: whether it answers and takes messages, its version, what it does when it is full."""

from __future__ import annotations

import time
from collections.abc import Iterator
from urllib.parse import urlsplit

import redis
from django.conf import settings

from administration.doctor.checks.clocks import clock_finding
from administration.doctor.findings import Finding, failed, not_checked, ok, warning

PART = "redis"
_SECONDS = 3.0
_LEAST_MAJOR = 7
_FULL = 0.9
_REACH = (
    "See that Redis runs, that REDIS_URL has its host, port and password, and that it lets this"
    " host in."
)


def redis_findings() -> Iterator[Finding]:
    """Of each server that is used, its uses named."""
    uses: dict[tuple[str | None, int | None], list[tuple[str, str]]] = {}
    for use, url in (
        ("broker", settings.CELERY_BROKER_URL),
        ("results", settings.CELERY_RESULT_BACKEND),
        ("events", settings.WAYBILL_EVENTS_REDIS_URL),
    ):
        parts = urlsplit(url)
        uses.setdefault((parts.hostname, parts.port), []).append((use, url))
    for server in uses.values():
        yield from _server([use for use, _ in server], server[0][1])


def _server(uses: list[str], url: str) -> Iterator[Finding]:
    of = f" ({', '.join(uses)})"
    client = redis.Redis.from_url(url, socket_timeout=_SECONDS, socket_connect_timeout=_SECONDS)
    try:
        client.set("waybill:probe", "1", ex=60)
        yield ok(PART, f"answers and takes messages{of}")
        yield from _facts(client, broker="broker" in uses)
    except redis.AuthenticationError:
        yield failed(PART, f"refuses the password{of}", "Correct the password in REDIS_URL.")
    except redis.ResponseError as error:
        word = str(error).split(" ", 1)[0]
        yield failed(
            PART,
            f"answers, but takes no message{of}: {word}",
            "If it is full (OOM) or read-only, give it memory or point REDIS_URL at the primary.",
        )
    except redis.RedisError as error:
        yield failed(PART, f"cannot be reached{of}: {type(error).__name__}", _REACH)
    finally:
        client.close()


def _facts(client: redis.Redis, *, broker: bool) -> Iterator[Finding]:
    try:
        before = time.time()
        seconds, micros = client.time()
        after = time.time()
        facts = client.info()
    except redis.ResponseError:
        yield not_checked(
            "redis settings",
            "this sign-in may not ask for them (INFO, TIME)",
            "See yourself that maxmemory-policy is noeviction.",
        )
        return
    yield clock_finding("Redis's", seconds + micros / 1e6, before, after)
    version = str(facts.get("redis_version", "0"))
    if int(version.partition(".")[0]) < _LEAST_MAJOR:
        yield failed(
            "redis version", f"Redis {version} is too old", f"Use Redis {_LEAST_MAJOR} or later."
        )
    yield _policy(str(facts.get("maxmemory_policy", "")), broker=broker)
    yield from _memory(facts)
    if broker:
        kept = "is on" if facts.get("aof_enabled") else "is off"
        yield ok(
            "redis append-only",
            f"{kept}; either is fine: what Redis loses, the dispatcher finds in PostgreSQL",
        )


def _policy(policy: str, *, broker: bool) -> Finding:
    part = "redis maxmemory-policy"
    if policy == "noeviction":
        return ok(part, "is noeviction")
    if not policy:
        return not_checked(part, "it does not say", "See yourself that it is noeviction.")
    remedy = "Set `maxmemory-policy noeviction` in redis.conf, or by CONFIG SET."
    said = f"is {policy}: a full Redis throws away what others still need"
    return failed(part, said, remedy) if broker else warning(part, said, remedy)


def _memory(facts: dict[str, object]) -> Iterator[Finding]:
    used, most = int(str(facts.get("used_memory", 0))), int(str(facts.get("maxmemory", 0)))
    if most and used > _FULL * most:
        yield warning(
            "redis memory",
            f"{used // 2**20} of {most // 2**20} MiB are used",
            "See what fills it (queues without a worker?), or raise maxmemory.",
        )
