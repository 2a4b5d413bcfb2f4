"""Keys, hosts, cookies, transport. `manage.py check --deploy` reports nothing."""

from __future__ import annotations

from django.core.exceptions import ImproperlyConfigured

from mysite.settings.base import PUBLIC_HOST, PUBLIC_OVER_HTTPS, WAYBILL_ENV, WAYBILL_PUBLIC_URL
from mysite.settings.env import env

_LONGEST_KEY_CACHE = 5
_SHORTEST_SECRET_KEY = 32

SECRET_KEY = env.str("WAYBILL_SECRET_KEY")
if len(SECRET_KEY) < _SHORTEST_SECRET_KEY:
    raise ImproperlyConfigured(
        f"WAYBILL_SECRET_KEY has {len(SECRET_KEY)} characters, but needs {_SHORTEST_SECRET_KEY} or "
        "more. Sessions would be easy to forge. Make one: "
        'python3 -c "import secrets; print(secrets.token_urlsafe(48))"'
    )
SECRET_KEY_FALLBACKS = env.list("WAYBILL_SECRET_KEY_FALLBACKS", default=[])

_LOOPBACK = ["127.0.0.1", "localhost", "[::1]"]
ALLOWED_HOSTS = [
    PUBLIC_HOST,
    *env.list("WAYBILL_ALLOWED_HOSTS", default=[]),
    *(_LOOPBACK if WAYBILL_ENV == "development" else []),
]

# `__Host-` binds a cookie to this exact origin, but browsers accept it only over HTTPS.
_PREFIX = "__Host-" if PUBLIC_OVER_HTTPS else ""
SESSION_COOKIE_NAME = f"{_PREFIX}sessionid"
SESSION_COOKIE_SECURE = PUBLIC_OVER_HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 14 * 24 * 3600

# Marks a browser in which a person signed in: other people's guesses do not slow it down.
WAYBILL_DEVICE_COOKIE_NAME = f"{_PREFIX}device"
WAYBILL_DEVICE_COOKIE_AGE = 180 * 24 * 3600

# Our own pages read this cookie and send it back as X-CSRFToken.
CSRF_COOKIE_NAME = f"{_PREFIX}csrftoken"
CSRF_COOKIE_SECURE = PUBLIC_OVER_HTTPS
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_TRUSTED_ORIGINS = [WAYBILL_PUBLIC_URL]
CSRF_FAILURE_VIEW = "api.errors.handlers.csrf_failure"

# TLS ends before Next.js, which forwards X-Forwarded-Proto. Health checks come from inside.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PUBLIC_OVER_HTTPS else None
SECURE_SSL_REDIRECT = PUBLIC_OVER_HTTPS
SECURE_REDIRECT_EXEMPT = [r"^health/"]
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if PUBLIC_OVER_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PUBLIC_OVER_HTTPS
SECURE_HSTS_PRELOAD = PUBLIC_OVER_HTTPS
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# The number of the operator's proxies that append to X-Forwarded-For. Next.js forwards the header
# unchanged and does not count. 0: the header comes from the client and is ignored.
WAYBILL_TRUSTED_PROXIES = env.int("WAYBILL_TRUSTED_PROXIES", default=0)
if WAYBILL_TRUSTED_PROXIES < 0:
    raise ImproperlyConfigured("WAYBILL_TRUSTED_PROXIES is the number of proxies: 0 or more")

# Larger bodies are refused with 413 before they are read; see api.middleware.json_body.
WAYBILL_MAX_BODY_BYTES = 256 * 1024
WAYBILL_MAX_JSON_DEPTH = 32
WAYBILL_MAX_BATCH_BYTES = 4 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = WAYBILL_MAX_BATCH_BYTES
# Parameters of a URL and of a multipart body.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 100
DATA_UPLOAD_MAX_NUMBER_FILES = 1

# How long a process trusts an API key without asking PostgreSQL again. A revoked key works at most
# this long. 0 asks each time.
WAYBILL_API_KEY_CACHE_SECONDS = env.float("WAYBILL_API_KEY_CACHE_SECONDS", default=3)
if not 0 <= WAYBILL_API_KEY_CACHE_SECONDS <= _LONGEST_KEY_CACHE:
    raise ImproperlyConfigured("WAYBILL_API_KEY_CACHE_SECONDS is from 0 to 5")

# Rounds per key that a browser tries for a form with proof of work; 256 keys on average.
WAYBILL_PROOF_OF_WORK_COST = env.int("WAYBILL_PROOF_OF_WORK_COST", default=5000)

# Other pages reach only public forms, without cookies, and only if a form allows their origin: see
# api.forms.origins.
CORS_URLS_REGEX = r"^/api/v1/forms/"
CORS_ALLOW_METHODS = ["GET", "POST"]
CORS_ALLOW_HEADERS = [
    "accept",
    "content-type",
    "idempotency-key",
    # What libraries on those pages add to every request, unasked. We need not read it, but a
    # browser sends nothing at all when one of its headers is not allowed.
    "baggage",
    "sentry-trace",
    "traceparent",
    "tracestate",
    "x-requested-with",
]
CORS_EXPOSE_HEADERS = ["location", "idempotent-replayed", "retry-after", "x-request-id"]
CORS_PREFLIGHT_MAX_AGE = 600

# How long a process caches a form's protection.
WAYBILL_FORM_CACHE_SECONDS = env.float("WAYBILL_FORM_CACHE_SECONDS", default=5)
