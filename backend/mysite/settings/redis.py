"""Redis, which is disposable: broker, results, live events and cache, one database each."""

from __future__ import annotations

from urllib.parse import urlsplit, urlunsplit

from django.core.exceptions import ImproperlyConfigured

from mysite.settings.env import env

_BROKER_DB, _RESULT_DB, _EVENTS_DB = 0, 1, 2


def _redis(name: str, db: int) -> str:
    """The URL in ``name``, or REDIS_URL with this database number."""
    own: str = env.str(name, default="")
    if own:
        return own
    base = urlsplit(str(env.str("REDIS_URL")))
    if base.scheme not in ("redis", "rediss"):
        raise ImproperlyConfigured("REDIS_URL must start with redis:// or rediss://")
    return urlunsplit(base._replace(path=f"/{db}"))


CELERY_BROKER_URL = _redis("CELERY_BROKER_URL", _BROKER_DB)
CELERY_RESULT_BACKEND = _redis("CELERY_RESULT_URL", _RESULT_DB)
WAYBILL_EVENTS_REDIS_URL = _redis("WAYBILL_EVENTS_REDIS_URL", _EVENTS_DB)

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": WAYBILL_EVENTS_REDIS_URL,
        "KEY_PREFIX": "waybill",
        "OPTIONS": {"socket_timeout": 2, "socket_connect_timeout": 2},
    }
}
