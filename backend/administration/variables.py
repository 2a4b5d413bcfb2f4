"""The environment variables that Waybill reads, and which of them may be shown to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from core.environment import Given
from integrations.sdk.redaction.redaction import Redactor

REQUIRED = (
    "DATABASE_URL",
    "REDIS_URL",
    "WAYBILL_SECRET_KEY",
    "WAYBILL_ENCRYPTION_KEYS",
    "WAYBILL_JWT_KEYS",
    "WAYBILL_PUBLIC_URL",
)

SHOWN = frozenset(
    [
        "OTEL_TRACES_SAMPLER_ARG",
        "SENTRY_TRACES_SAMPLE_RATE",
        "SMTP_PORT",
        "SMTP_SECURITY",
        "WAYBILL_ACCESS_TOKEN_SECONDS",
        "WAYBILL_ALERT_BACKUP_HOURS",
        "WAYBILL_ALERT_DISK_PERCENT",
        "WAYBILL_ALERT_SECONDS",
        "WAYBILL_API_KEY_CACHE_SECONDS",
        "WAYBILL_API_WORKERS",
        "WAYBILL_BACKUP_HOURS",
        "WAYBILL_BREAKER_FAILURES",
        "WAYBILL_BREAKER_SECONDS",
        "WAYBILL_DATA_KEY_CACHE_SECONDS",
        "WAYBILL_DB_CONN_MAX_AGE",
        "WAYBILL_DB_POOL_MAX",
        "WAYBILL_DB_PREPARE",
        "WAYBILL_DELIVERY_BATCH",
        "WAYBILL_DELIVERY_IN_FLIGHT",
        "WAYBILL_DELIVERY_SLICE_SECONDS",
        "WAYBILL_DELIVERY_STOP_SECONDS",
        "WAYBILL_ENV",
        "WAYBILL_FORM_CACHE_SECONDS",
        "WAYBILL_LEASE_GRACE_SECONDS",
        "WAYBILL_LIMIT_ADDRESS",
        "WAYBILL_LIMIT_CONNECTION_TESTS",
        "WAYBILL_LIMIT_DEVICES",
        "WAYBILL_LIMIT_FORM",
        "WAYBILL_LIMIT_FORM_ADDRESS",
        "WAYBILL_LIMIT_KEY",
        "WAYBILL_LIMIT_PERSON",
        "WAYBILL_LIMIT_SHARE_ALONE",
        "WAYBILL_LIMIT_UPLOADS",
        "WAYBILL_LIMIT_VITALS",
        "WAYBILL_LOG_FORMAT",
        "WAYBILL_LOG_LEVEL",
        "WAYBILL_LOOKUP_GRACE_SECONDS",
        "WAYBILL_MAX_UPLOAD_BYTES",
        "WAYBILL_METRICS_CACHE_SECONDS",
        "WAYBILL_METRICS_PORT",
        "WAYBILL_METRICS_STATEMENT_SECONDS",
        "WAYBILL_METRICS_WORKFLOWS",
        "WAYBILL_OPEN_SIGNUP",
        "WAYBILL_PROOF_OF_WORK_COST",
        "WAYBILL_RATE_SHARE_ALONE",
        "WAYBILL_REFRESH_GRACE_SECONDS",
        "WAYBILL_REFRESH_TOKEN_SECONDS",
        "WAYBILL_SWEEP_SECONDS",
        "WAYBILL_TRUSTED_PROXIES",
        "WAYBILL_VERSION",
        "WAYBILL_WORKER_MAX_TASKS",
    ]
)
"""Numbers and words that tell nobody anything; a support bundle has them."""

PRIVATE = frozenset(
    [
        "WAYBILL_ALIVE_FILE",
        "OTEL_SERVICE_NAME",
        "SENTRY_ENVIRONMENT",
        "SENTRY_RELEASE",
        "SMTP_FROM",
        "SMTP_HOST",
        "SMTP_USER",
        "WAYBILL_ALERT_DISKS",
        "WAYBILL_ALERT_OPERATORS",
        "WAYBILL_ALLOWED_HOSTS",
        "WAYBILL_BACKUP_KEEP",
        "WAYBILL_BACKUP_RECIPIENTS",
        "WAYBILL_BACKUP_S3_ENDPOINT",
        "WAYBILL_BACKUP_S3_REGION",
        "WAYBILL_BACKUP_TO",
        "WAYBILL_EGRESS_ALLOW",
        "WAYBILL_METRICS_BIND",
        "WAYBILL_METRICS_DIR",
        "WAYBILL_MICROSOFT_TENANT",
        "WAYBILL_OIDC",
        "WAYBILL_POSTGRES_BIN",
        "WAYBILL_PUBLIC_URL",
        "WAYBILL_RUNBOOKS_URL",
        "WAYBILL_UPLOADS_DIR",
        "WAYBILL_UPLOADS_S3_BUCKET",
        "WAYBILL_UPLOADS_S3_ENDPOINT",
        "WAYBILL_UPLOADS_S3_REGION",
    ]
)
"""Names of hosts, folders and people: shown to whoever runs the installation, not handed on."""

SECRET = frozenset(
    [
        "CELERY_BROKER_URL",
        "CELERY_RESULT_URL",
        "DATABASE_URL",
        "FLOWER_BASIC_AUTH",
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        "OTEL_EXPORTER_OTLP_HEADERS",
        "REDIS_URL",
        "SENTRY_DSN",
        "SMTP_PASSWORD",
        "WAYBILL_AUDIT_KEYS",
        "WAYBILL_BACKUP_DATABASE_URL",
        "WAYBILL_BACKUP_S3_ACCESS_KEY",
        "WAYBILL_BACKUP_S3_SECRET_KEY",
        "WAYBILL_EGRESS_PROXY",
        "WAYBILL_ENCRYPTION_KEYS",
        "WAYBILL_EVENTS_REDIS_URL",
        "WAYBILL_GITHUB_CLIENT_ID",
        "WAYBILL_GITHUB_CLIENT_SECRET",
        "WAYBILL_GOOGLE_CLIENT_ID",
        "WAYBILL_GOOGLE_CLIENT_SECRET",
        "WAYBILL_HEARTBEAT_URL",
        "WAYBILL_JWT_KEYS",
        "WAYBILL_METRICS_TOKEN",
        "WAYBILL_MICROSOFT_CLIENT_ID",
        "WAYBILL_MICROSOFT_CLIENT_SECRET",
        "WAYBILL_SECRET_KEY",
        "WAYBILL_SECRET_KEY_FALLBACKS",
        "WAYBILL_UPLOADS_S3_ACCESS_KEY",
        "WAYBILL_UPLOADS_S3_SECRET_KEY",
    ]
)
"""Shown to nobody."""

KNOWN = SHOWN | PRIVATE | SECRET
"""All of them, but for those of OpenID Connect (`WAYBILL_OIDC_…`)."""

_OURS = re.compile(r"(WAYBILL|SMTP|SENTRY|OTEL|FLOWER|CELERY|DATABASE|REDIS)_")
_HARMLESS = re.compile(r"[0-9.:]{1,20}|true|false|on|off|[a-z]{1,12}|[A-Z]{1,8}", re.ASCII)
_PATH_IS_SECRET = ("WAYBILL_HEARTBEAT_URL", "SENTRY_DSN")


def ours(environ: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The variables that are set and that Waybill may read, by name."""
    for name, value in sorted(environ.items()):
        if value and (name in KNOWN or _OURS.match(name)):
            yield name, value


def given_variables(environ: Mapping[str, str]) -> dict[str, str]:
    """The environment with the values that are in files (`NAME_FILE`) under their own names.

    A file that gives no value is left out: the settings say what is wrong with it.
    """
    given, found = Given(environ), dict(environ)
    for name in [name for name in environ if name.endswith("_FILE") and _OURS.match(name)]:
        value = None
        with suppress(ImproperlyConfigured):
            value = given.get(name.removesuffix("_FILE"))
        if value is not None and environ[name]:
            del found[name]
            found[name.removesuffix("_FILE")] = value
    return found


def shown_value(name: str, value: str) -> str | None:
    """What a support bundle says of it; None: only that it is set."""
    return value if name in SHOWN and _HARMLESS.fullmatch(value) else None


def secrets_mask(environ: Mapping[str, str]) -> Redactor:
    """Masks the secrets of this environment wherever they appear.

    A variable that nobody knows counts as a secret.
    """
    redactor = Redactor()
    redactor.hide(*_secrets(environ))
    return redactor


def _secrets(environ: Mapping[str, str]) -> set[str]:
    found: set[str] = set()
    for name, value in ours(environ):
        if name in PRIVATE or (name in SHOWN and _HARMLESS.fullmatch(value)):
            continue
        found.add(value)
        if "://" in value:
            found.update(_of_address(value, with_path=name in _PATH_IS_SECRET))
            continue
        for entry in value.split(","):
            found.update((entry, entry.partition(":")[2]))
            found.update(_both(entry.partition("=")[2]))
    return {secret for secret in found if secret}


def _of_address(address: str, *, with_path: bool) -> Iterator[str]:
    try:
        parts = urlsplit(address)
        user, password = parts.username or "", parts.password or ""
    except ValueError:
        return
    # Of a name and a password the password is the secret; a name alone is one (a Sentry key).
    yield from _both(password or user)
    if with_path:
        yield from _both(parts.path.strip("/"))
        yield from _both(parts.query)


def _both(text: str) -> tuple[str, str]:
    return text, unquote(text)
