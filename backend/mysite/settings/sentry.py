"""Error reports, off without SENTRY_DSN; see mysite.observability.sentry."""

from __future__ import annotations

from mysite.observability.sentry import start
from mysite.settings.base import WAYBILL_ENV
from mysite.settings.env import env

start(
    dsn=env.str("SENTRY_DSN", default=""),
    environment=env.str("SENTRY_ENVIRONMENT", default=WAYBILL_ENV),
    release=env.str("SENTRY_RELEASE", default=None),
)
