"""Error reports, off without SENTRY_DSN; see mysite.observability.sentry."""

from __future__ import annotations

from django.core.exceptions import ImproperlyConfigured

from mysite.observability.sentry import release_of, start
from mysite.settings.base import WAYBILL_ENV
from mysite.settings.env import env

_share = env.float("SENTRY_TRACES_SAMPLE_RATE", default=0)
if not 0 <= _share <= 1:
    raise ImproperlyConfigured("SENTRY_TRACES_SAMPLE_RATE is from 0 (none) to 1 (all)")

start(
    dsn=env.str("SENTRY_DSN", default=""),
    environment=env.str("SENTRY_ENVIRONMENT", default=WAYBILL_ENV),
    release=release_of(
        env.str("SENTRY_RELEASE", default=""), env.str("WAYBILL_VERSION", default="")
    ),
    traces_sample_rate=_share,
)
