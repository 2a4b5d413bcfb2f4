"""The web process as the tasks reach it: they have it build the pages of forms anew."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from mysite.settings.env import env

_SHORTEST_SECRET = 32

WAYBILL_WEB_ORIGINS = [
    each.strip().rstrip("/") for each in env.list("WAYBILL_WEB_ORIGINS", default=[]) if each.strip()
]
WAYBILL_REVALIDATE_SECRET = env.str("WAYBILL_REVALIDATE_SECRET", default="")

for _origin in WAYBILL_WEB_ORIGINS:
    _parts = urlsplit(_origin)
    if _parts.scheme not in ("http", "https") or not _parts.hostname or _parts.path:
        raise ImproperlyConfigured(
            "WAYBILL_WEB_ORIGINS must be origins such as http://web:3000, with commas"
        )
if WAYBILL_WEB_ORIGINS and len(WAYBILL_REVALIDATE_SECRET) < _SHORTEST_SECRET:
    raise ImproperlyConfigured(
        f"WAYBILL_WEB_ORIGINS needs WAYBILL_REVALIDATE_SECRET, of at least {_SHORTEST_SECRET} "
        "characters, the same as the web process has"
    )
