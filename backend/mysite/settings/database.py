"""PostgreSQL, the source of truth."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from mysite.settings.env import env

# Hot statements are planned once per connection. Turn this off for a transaction pooler without
# support for prepared statements (PgBouncer before 1.21).
_PREPARE = 0 if env.bool("WAYBILL_DB_PREPARE", default=True) else None


def _database(url: str) -> dict[str, Any]:
    """Django's settings for a libpq URI, with all its options: sockets, TLS and others."""
    try:
        options = conninfo_to_dict(url)
    except ProgrammingError:
        # libpq's message would repeat the password.
        raise ImproperlyConfigured("DATABASE_URL is not a URI that libpq can read") from None
    return {
        "ENGINE": "mysite.postgres",
        "NAME": options.pop("dbname", ""),
        "USER": options.pop("user", ""),
        "PASSWORD": options.pop("password", ""),
        "HOST": options.pop("host", ""),
        "PORT": str(options.pop("port", "")),
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": 5, "prepare_threshold": _PREPARE, **options},
    }


DATABASES = {"default": _database(env.str("DATABASE_URL"))}

# A pool suits processes with many short-lived threads. Without it, each thread keeps its
# connection. Django allows only one of the two.
DB_POOL_MAX = env.int("WAYBILL_DB_POOL_MAX", default=0)
if DB_POOL_MAX:
    DATABASES["default"]["OPTIONS"]["pool"] = {
        "min_size": 1,
        "max_size": DB_POOL_MAX,
        "timeout": 5,
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = env.int("WAYBILL_DB_CONN_MAX_AGE", default=300)
