"""Who has a workflow open in an editor just now. Kept in Redis alone; without it nobody is told."""

from __future__ import annotations

import functools
import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import redis
import structlog
from django.conf import settings

from core.accounts.models import Organization
from core.workflows.versions.drafts import workflow_named

log = structlog.get_logger(__name__)

HERE_FOR_SECONDS = 45
"""How long somebody counts as there who says nothing more."""
MOST_TOLD = 20
_MOST_KEPT = 200
_TIMEOUT_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Editor:
    """Somebody in one tab. ``is_you``: whoever asks, in another tab."""

    name: str
    since: datetime
    is_you: bool


def editor_here(
    *, organization: Organization, slug: str, person_id: uuid.UUID, name: str, tab: str
) -> list[Editor]:
    """Say that a person has it open in a tab. Gives the others, who came first first.

    Raises NotFound.
    """
    key = _key(organization, slug)
    try:
        return _enter(key, str(person_id), name, tab)
    except redis.RedisError as error:
        log.warning("editors are not told", error=type(error).__name__)
        return []


def editor_leave(*, organization: Organization, slug: str, person_id: uuid.UUID, tab: str) -> None:
    """Say that a tab was closed. Raises NotFound."""
    key = _key(organization, slug)
    try:
        _client().hdel(key, f"{person_id} {tab}")
    except redis.RedisError as error:
        log.warning("editors are not told", error=type(error).__name__)


def _enter(key: str, person: str, name: str, tab: str) -> list[Editor]:
    client, now, mine = _client(), datetime.now(UTC).timestamp(), f"{person} {tab}"
    kept: dict[str, dict[str, Any]] = dict(_kept(client.hgetall(key)))
    gone = [each for each, entry in kept.items() if entry["until"] <= now]
    for each in gone:
        del kept[each]
    since = kept[mine]["since"] if mine in kept else now
    pipeline = client.pipeline()
    if gone:
        pipeline.hdel(key, *gone)
    if mine in kept or len(kept) < _MOST_KEPT:
        entry = {"name": name, "since": since, "until": now + HERE_FOR_SECONDS}
        pipeline.hset(key, mine, json.dumps(entry))
        pipeline.expire(key, HERE_FOR_SECONDS)
    pipeline.execute()
    others = [
        Editor(
            entry["name"],
            datetime.fromtimestamp(entry["since"], UTC),
            each.partition(" ")[0] == person,
        )
        for each, entry in kept.items()
        if each != mine
    ]
    return sorted(others, key=lambda each: each.since)[:MOST_TOLD]


def _kept(found: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    for each, entry in found.items():
        yield each.decode(), json.loads(entry)


def _key(organization: Organization, slug: str) -> str:
    workflow = workflow_named(organization, slug)
    return f"waybill:editors:{organization.pk}:{workflow.pk}"


@functools.cache
def _client() -> redis.Redis:
    return redis.Redis.from_url(
        settings.WAYBILL_EVENTS_REDIS_URL,
        socket_timeout=_TIMEOUT_SECONDS,
        socket_connect_timeout=_TIMEOUT_SECONDS,
    )
