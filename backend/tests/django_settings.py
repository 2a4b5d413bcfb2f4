"""The project's settings with keys made for this run; database and Redis come from outside."""

import base64
import os
import secrets
from urllib.parse import urlsplit

os.environ.setdefault("DATABASE_URL", "postgresql:///waybill")
os.environ.setdefault("REDIS_URL", "redis://127.0.0.1:6379")
# Redis databases of their own: tests empty queues and caches, a running stack must not notice.
for name, db in (
    ("CELERY_BROKER_URL", 13),
    ("CELERY_RESULT_URL", 14),
    ("WAYBILL_EVENTS_REDIS_URL", 15),
):
    os.environ.setdefault(name, urlsplit(os.environ["REDIS_URL"])._replace(path=f"/{db}").geturl())
os.environ["SENTRY_DSN"] = ""
# Each test has tenants of its own: a key must not stand for the one of the test before.
os.environ.setdefault("WAYBILL_API_KEY_CACHE_SECONDS", "0")
os.environ.setdefault("WAYBILL_ENV", "development")
os.environ.setdefault("WAYBILL_PUBLIC_URL", "http://testserver")
os.environ.setdefault("WAYBILL_SECRET_KEY", secrets.token_urlsafe(50))
os.environ.setdefault(
    "WAYBILL_ENCRYPTION_KEYS", "test:" + base64.b64encode(secrets.token_bytes(32)).decode()
)
os.environ.setdefault(
    "WAYBILL_JWT_KEYS", "test:" + base64.b64encode(secrets.token_bytes(32)).decode()
)

from mysite.settings import *  # noqa: E402

# No thread writes beside the tests; the one that is about it starts its own.
WAYBILL_LAST_USED_SECONDS = 0
# Checking a password is slow on purpose; tests sign in often.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
