"""The project's settings with keys made for this run; database and Redis come from outside."""

import base64
import os
import secrets

os.environ.setdefault("DATABASE_URL", "postgresql:///waybill")
os.environ.setdefault("REDIS_URL", "redis://127.0.0.1:6379")
# A broker of their own: tests empty its queues, a running stack must not notice.
os.environ.setdefault("CELERY_BROKER_URL", f"{os.environ['REDIS_URL'].rstrip('/')}/13")
os.environ.setdefault("WAYBILL_ENV", "development")
os.environ.setdefault("WAYBILL_PUBLIC_URL", "http://testserver")
os.environ.setdefault("WAYBILL_SECRET_KEY", secrets.token_urlsafe(50))
os.environ.setdefault(
    "WAYBILL_ENCRYPTION_KEYS", "test:" + base64.b64encode(secrets.token_bytes(32)).decode()
)

from mysite.settings import *

# Checking a password is slow on purpose; tests sign in often.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
