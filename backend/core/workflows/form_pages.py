"""The page of a public form: the web process builds it once, and anew when it is told to.

Publishing only says that a page is outdated. Whoever runs tasks hears it and calls `form_refresh`.
Where nobody does, or the web process is away, the page follows within a minute by itself.
"""

from __future__ import annotations

import asyncio
import functools
from http import HTTPStatus

import aiohttp
from django.conf import settings
from django.db import transaction
from django.dispatch import Signal

TIMEOUT_SECONDS = 10.0
_PATH = "/api/revalidate"

form_outdated = Signal()
"""Sent after the commit, with the ``slug`` of the form. A receiver that fails is logged."""


class PageNotRefreshed(Exception):
    """A web process did not build the page anew: which one, and why."""


def form_page_outdated(*slugs: str | None) -> None:
    """Say, once the current transaction has committed, that the pages of these forms changed."""
    if not settings.WAYBILL_WEB_ORIGINS:
        return
    for slug in sorted({slug for slug in slugs if slug}):
        transaction.on_commit(functools.partial(_announce, slug), robust=True)


def form_refresh(slug: str) -> int:
    """Have every web process build the page of this form anew; how many did.

    Raises PageNotRefreshed when one of them did not.
    """
    origins = settings.WAYBILL_WEB_ORIGINS
    answers = asyncio.run(_ask(origins, slug))
    wrong = [f"{origin}: {why}" for origin, why in zip(origins, answers, strict=True) if why]
    if wrong:
        raise PageNotRefreshed("; ".join(wrong))
    return len(origins)


def _announce(slug: str) -> None:
    form_outdated.send_robust(sender=form_page_outdated, slug=slug)


async def _ask(origins: list[str], slug: str) -> list[str | None]:
    timeout = aiohttp.ClientTimeout(total=TIMEOUT_SECONDS)
    headers = {"Authorization": f"Bearer {settings.WAYBILL_REVALIDATE_SECRET}"}
    async with aiohttp.ClientSession(timeout=timeout, headers=headers) as session:
        return list(await asyncio.gather(*(_told(session, origin, slug) for origin in origins)))


async def _told(session: aiohttp.ClientSession, origin: str, slug: str) -> str | None:
    """Why the page was not built anew, or None."""
    try:
        # A redirect would take the secret elsewhere.
        async with session.post(
            origin + _PATH, json={"slug": slug}, allow_redirects=False
        ) as answer:
            return None if answer.status == HTTPStatus.OK else f"answered {answer.status}"
    except TimeoutError:
        return f"did not answer within {TIMEOUT_SECONDS:.0f} s"
    except (aiohttp.ClientError, OSError) as error:
        return type(error).__name__
