"""Where backups go, how often, how long they are kept, and for whom they are encrypted."""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from pyrage import RecipientError, x25519

from mysite.settings.env import env

_KEEP = re.compile(r"(\d+)([dwm])")

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
