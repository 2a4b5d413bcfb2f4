"""The project's settings with keys made for this run; database and Redis come from outside."""

import base64
import os
import secrets
import tempfile
from urllib.parse import urlsplit

MOST_PROCESSES = 4
"""Redis has sixteen databases: three for each process, and a running stack has the first three."""

os.environ.setdefault("DATABASE_URL", "postgresql:///waybill")
os.environ.setdefault("REDIS_URL", "redis://127.0.0.1:6379")
# Redis databases of their own, for each process that runs tests: tests empty queues and caches,
# and neither a running stack nor the tests beside them must notice.
_process = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
if _process > MOST_PROCESSES - 1:
    raise SystemExit(f"Run the tests in at most {MOST_PROCESSES} processes.")
for _place, _name in enumerate(
    ("CELERY_BROKER_URL", "CELERY_RESULT_URL", "WAYBILL_EVENTS_REDIS_URL")
):
    _url = urlsplit(os.environ["REDIS_URL"])._replace(path=f"/{15 - 3 * _process - _place}")
    os.environ[_name] = _url.geturl()
os.environ["SENTRY_DSN"] = ""
os.environ["OTEL_EXPORTER_OTLP_ENDPOINT"] = ""
# No web process is told anything, though one may run here; the tests about it start their own.
# Each test has tenants of its own: a key must not stand for the one of the test before.
os.environ.setdefault("WAYBILL_API_KEY_CACHE_SECONDS", "0")
os.environ.setdefault("WAYBILL_FORM_CACHE_SECONDS", "0")
os.environ["WAYBILL_UPLOADS_DIR"] = tempfile.mkdtemp(prefix="waybill-uploads-")
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
