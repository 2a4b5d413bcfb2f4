"""The mail server for invitations, verifications and password resets."""

from __future__ import annotations

from mysite.settings.base import PUBLIC_HOST, WAYBILL_ENV
from mysite.settings.env import choice, env

_SECURITY = choice(
    "SMTP_SECURITY",
    ("starttls", "tls", "none"),
    "starttls" if WAYBILL_ENV == "production" else "none",
)
_PORTS = {"starttls": 587, "tls": 465, "none": 25}

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = env.str("SMTP_HOST", default="localhost")
EMAIL_PORT = env.int("SMTP_PORT", default=_PORTS[_SECURITY])
EMAIL_HOST_USER = env.str("SMTP_USER", default="")
EMAIL_HOST_PASSWORD = env.str("SMTP_PASSWORD", default="")
EMAIL_USE_TLS = _SECURITY == "starttls"
EMAIL_USE_SSL = _SECURITY == "tls"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("SMTP_FROM", default=f"Waybill <waybill@{PUBLIC_HOST}>")
