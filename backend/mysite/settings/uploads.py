"""Storage for the files of submissions and for backups: a directory, an S3 bucket, or none."""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from pyrage import RecipientError, x25519

from mysite.settings.env import env

_KEEP = re.compile(r"(\d+)([dwm])")

WAYBILL_MAX_UPLOAD_BYTES = env.int("WAYBILL_MAX_UPLOAD_BYTES", default=10 * 1024 * 1024)
WAYBILL_UPLOADS_DIR = env.str("WAYBILL_UPLOADS_DIR", default="")
WAYBILL_UPLOADS_S3_BUCKET = env.str("WAYBILL_UPLOADS_S3_BUCKET", default="")

STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# Neither has a public address: files are read only through the API.
if WAYBILL_UPLOADS_S3_BUCKET:
    STORAGES["uploads"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": WAYBILL_UPLOADS_S3_BUCKET,
            "endpoint_url": env.str("WAYBILL_UPLOADS_S3_ENDPOINT", default=None),
            "region_name": env.str("WAYBILL_UPLOADS_S3_REGION", default=None),
            "access_key": env.str("WAYBILL_UPLOADS_S3_ACCESS_KEY", default=None),
            "secret_key": env.str("WAYBILL_UPLOADS_S3_SECRET_KEY", default=None),
            "default_acl": None,
            "file_overwrite": False,
            "querystring_auth": True,
            "object_parameters": {"ContentType": "application/octet-stream"},
        },
    }
elif WAYBILL_UPLOADS_DIR:
    STORAGES["uploads"] = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {
            "location": WAYBILL_UPLOADS_DIR,
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    }

# Larger files are buffered on disk, not in memory, during the upload.
FILE_UPLOAD_MAX_MEMORY_SIZE = 256 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600

# A directory or s3://bucket/prefix. Empty: no backups by themselves.
WAYBILL_BACKUP_TO: str = env.str("WAYBILL_BACKUP_TO", default="")
WAYBILL_BACKUP_HOURS: float = env.float("WAYBILL_BACKUP_HOURS", default=24)
if WAYBILL_BACKUP_HOURS <= 0:
    raise ImproperlyConfigured("WAYBILL_BACKUP_HOURS is the time between two backups, such as 24.")


def _keep(text: str) -> dict[str, int]:
    """`7d 4w 12m` as numbers of days, weeks and months; `10` as the ten newest."""
    if text.isdecimal() and int(text) > 0:
        return {"newest": int(text)}
    words = text.split()
    found = [_KEEP.fullmatch(word) for word in words]
    if not words or not all(found):
        raise ImproperlyConfigured(
            f"WAYBILL_BACKUP_KEEP is {text!r}, but is days, weeks and months such as `7d 4w 12m`,"
            " or the number of backups to keep."
        )
    return {match[2]: int(match[1]) for match in found if match}


WAYBILL_BACKUP_KEEP: dict[str, int] = _keep(env.str("WAYBILL_BACKUP_KEEP", default="7d 4w 12m"))

# Public keys of age. Only the holders of their other halves read the backups; this server does not.
WAYBILL_BACKUP_RECIPIENTS: list[str] = env.list("WAYBILL_BACKUP_RECIPIENTS", default=[])
try:
    for _recipient in WAYBILL_BACKUP_RECIPIENTS:
        x25519.Recipient.from_str(_recipient.strip())
except RecipientError:
    raise ImproperlyConfigured(
        "WAYBILL_BACKUP_RECIPIENTS holds public keys of age (age1…), with commas. Make one with"
        " `age-keygen` or `waybill-admin backup --new-identity FILE`."
    ) from None

# A login that may read every row, where the one in DATABASE_URL owns nothing.
WAYBILL_BACKUP_DATABASE_URL: str = env.str("WAYBILL_BACKUP_DATABASE_URL", default="")
# The directory of pg_dump and pg_restore, when they are not on PATH.
WAYBILL_POSTGRES_BIN: str = env.str("WAYBILL_POSTGRES_BIN", default="")

WAYBILL_BACKUP_S3: dict[str, Any] = {
    "endpoint_url": env.str("WAYBILL_BACKUP_S3_ENDPOINT", default="") or None,
    "region_name": env.str("WAYBILL_BACKUP_S3_REGION", default="") or None,
    "aws_access_key_id": env.str("WAYBILL_BACKUP_S3_ACCESS_KEY", default="") or None,
    "aws_secret_access_key": env.str("WAYBILL_BACKUP_S3_SECRET_KEY", default="") or None,
}
