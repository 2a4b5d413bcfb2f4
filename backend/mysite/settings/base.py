"""The parts of the project."""

from __future__ import annotations

from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from mysite.settings.env import choice, env

BASE_DIR = Path(__file__).resolve().parent.parent.parent

WAYBILL_ENV = choice("WAYBILL_ENV", ("production", "development"), "production")
DEBUG = False

# Images have it built in, under the name of the variable with which they are built.
WAYBILL_COMMIT: str = env.str("WAYBILL_VERSION", default="")

# The only origin that browsers see. Next.js forwards /api, /_allauth, /health and /stream.
WAYBILL_PUBLIC_URL = env.str("WAYBILL_PUBLIC_URL").rstrip("/")
_public = urlsplit(WAYBILL_PUBLIC_URL)
if _public.scheme not in ("http", "https") or not _public.hostname or _public.path:
    raise ImproperlyConfigured(
        "WAYBILL_PUBLIC_URL must be an origin such as https://waybill.example.com"
    )
PUBLIC_HOST = _public.hostname
PUBLIC_OVER_HTTPS = _public.scheme == "https"


def is_ip_address(host: str) -> bool:
    """Whether the host is an IP address, not a name."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "allauth",
    "allauth.account",
    "allauth.headless",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.google",
    "allauth.socialaccount.providers.microsoft",
    "allauth.socialaccount.providers.github",
    "allauth.socialaccount.providers.openid_connect",
    "corsheaders",
    "django_celery_beat",
    "ninja",
    "core.accounts",
    "core.audit",
    "core.sealing",
    "core.access",
    "core.credentials",
    "core.connections",
    "core.workflows",
    "core.submissions",
    "core.views",
    "core.delivery",
    "core.callbacks",
    "core.statistics",
    "core.connection_health",
    "core.alerts",
    "core.privacy",
    "tasks",
    "api",
    "administration",
]

MIDDLEWARE = [
    "api.middleware.scope.scope",
    "api.middleware.request_trace.request_trace",
    "api.middleware.request_log.request_log",
    "api.middleware.reader.reader",
    "api.middleware.known_client.KnownClient",
    "api.middleware.browser_rules.BrowserRules",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "api.middleware.rate_limits.RateLimits",
    "corsheaders.middleware.CorsMiddleware",
    "api.middleware.json_body.JsonBody",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "api.middleware.problems.Problems",
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # Our mail templates take precedence over allauth's.
        "DIRS": [BASE_DIR / "core" / "access" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]

ROOT_URLCONF = "mysite.urls"
WSGI_APPLICATION = "mysite.wsgi.application"
ASGI_APPLICATION = "mysite.asgi.application"
APPEND_SLASH = False

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "en"
TIME_ZONE = "UTC"
USE_I18N = False
USE_TZ = True

# The interactive API documentation has its own script and style. It shares the API's origin, so its
# files are below /api. WhiteNoise finds them in the packages.
STATIC_URL = "/api/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_ALLOW_ALL_ORIGINS = False
