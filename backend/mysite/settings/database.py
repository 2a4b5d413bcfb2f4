"""PostgreSQL, which holds the truth."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from mysite.settings.env import env

# Hot statements are planned once per connection. A pooler that gives each transaction another
# connection and does not follow prepared statements (PgBouncer before 1.21) needs this off.
_PREPARE = 0 if env.bool("WAYBILL_DB_PREPARE", default=True) else None


def _database(url: str) -> dict[str, Any]:
    """Django's settings for a libpq URI, with everything libpq knows: sockets, TLS, options."""
    try:
        options = conninfo_to_dict(url)
    except ProgrammingError:
        # The message of libpq would repeat the password.
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

# A pool serves processes with many short-lived threads; without one, each thread keeps its
# connection. Django allows one or the other.
DB_POOL_MAX = env.int("WAYBILL_DB_POOL_MAX", default=0)
if DB_POOL_MAX:
    DATABASES["default"]["OPTIONS"]["pool"] = {
        "min_size": 1,
        "max_size": DB_POOL_MAX,
        "timeout": 5,
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = env.int("WAYBILL_DB_CONN_MAX_AGE", default=300)
