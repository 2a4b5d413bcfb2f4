"""What delivery may reach, and the keys that open credentials."""

from __future__ import annotations

from django.core.exceptions import ImproperlyConfigured

from core.kit.encryption import parse_keys
from mysite.settings.env import env

try:
    WAYBILL_ENCRYPTION_KEYS = parse_keys(env.str("WAYBILL_ENCRYPTION_KEYS"))
except ValueError as error:
    raise ImproperlyConfigured(f"WAYBILL_ENCRYPTION_KEYS: {error}") from None

# Private addresses that connectors may open: host:port, CIDR or CIDR:port, with commas.
WAYBILL_EGRESS_ALLOW: str = env.str("WAYBILL_EGRESS_ALLOW", default="")
