"""A logo as its server has it, kept in Redis.

Only addresses of published definitions are asked, under the egress policy of all connectors, so
nobody can have us fetch an address of their choice.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import redis
import structlog
from django.core.cache import cache

from core.connections.opening import egress_policy
from core.errors import NotFound, Unavailable
from core.workflows.forms import form_of
from core.workflows.logos.mark import logo_mark
from core.workflows.logos.media_types import logo_media_type
from core.workflows.models import WorkflowVersion
from integrations.sdk import ConnectorError, Http, Network, Trace

log = structlog.get_logger(__name__)

_ANSWER_SECONDS = 5.0
_KEPT_SECONDS = 24 * 3600
_AFTER_FAILURE_SECONDS = 60
_REDIRECTS = 3
_OK = 200
_FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture of at most 1 MiB and what it is."""

    content: bytes
    media_type: str


def logo_at(version: WorkflowVersion, mark: str) -> Logo:
    """The logo of a form, as read in the last day.

    Asks its server when it is not kept; not inside a transaction. ``mark``: from `logo_mark`.
    Raises NotFound when the form has no such logo, Unavailable when it cannot be read now.
    """
    address = form_of(version).definition.look.logo
    if address is None or logo_mark(address) != mark:
        raise NotFound("This form has no such logo. Load the form again.")
    try:
        return _kept(mark) or _asked(address, mark)
    except redis.RedisError as error:
        raise _away() from error


def _read(address: str) -> Logo:
    try:
        content = asyncio.run(_fetched(address))
    except (ConnectorError, TimeoutError) as error:
        log.warning("a logo cannot be read", error=type(error).__name__)
        raise _away() from error
    media_type = logo_media_type(content)
    if media_type is None:
        log.warning("a logo is no picture that is passed on", size=len(content))
        raise _away()
    return Logo(content, media_type)


def _kept(mark: str) -> Logo | None:
    kept = cache.get(_key(mark))
    if kept == _FAILED:
        raise _away()
    return None if kept is None else Logo(*kept)


def _asked(address: str, mark: str) -> Logo:
    """One caller asks; until it knows, and a while after it failed, nobody else waits."""
    if not cache.add(_key(mark), _FAILED, timeout=_AFTER_FAILURE_SECONDS):
        raise _away()
    logo = _read(address)
    cache.set(_key(mark), (logo.content, logo.media_type), timeout=_KEPT_SECONDS)
    return logo


def _key(mark: str) -> str:
    return f"logo:{mark}"


async def _fetched(address: str) -> bytes:
    async with (
        asyncio.timeout(_ANSWER_SECONDS),
        Network(egress_policy(), _ANSWER_SECONDS, "The logo's server") as network,
    ):
        answer = await Http(network, Trace()).request("GET", address, redirects=_REDIRECTS)
    return answer.body if answer.status == _OK else b""


def _away() -> Unavailable:
    return Unavailable("The logo cannot be loaded now. Try again in a minute.")
