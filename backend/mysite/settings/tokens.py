"""Signed tokens of people's programs and of services, and their lifetimes."""

from __future__ import annotations

from django.core.exceptions import ImproperlyConfigured

from core.crypto.encryption import parse_keys
from mysite.settings.delivery import WAYBILL_ENCRYPTION_KEYS
from mysite.settings.env import env

try:
    WAYBILL_JWT_KEYS = parse_keys(env.str("WAYBILL_JWT_KEYS"))
except ValueError:
    raise ImproperlyConfigured(
        "WAYBILL_JWT_KEYS is id:base64 of exactly 32 bytes each, with commas; the first signs"
    ) from None
if set(WAYBILL_JWT_KEYS.values()) & set(WAYBILL_ENCRYPTION_KEYS.values()):
    raise ImproperlyConfigured("WAYBILL_JWT_KEYS must not repeat a key of WAYBILL_ENCRYPTION_KEYS")

# An access token is checked without a query within WAYBILL_API_KEY_CACHE_SECONDS. Its expiry limits
# the use of a stolen one.
WAYBILL_ACCESS_TOKEN_SECONDS: int = env.int("WAYBILL_ACCESS_TOKEN_SECONDS", default=600)
# A program that was away for this long must sign in again.
WAYBILL_REFRESH_TOKEN_SECONDS: int = env.int("WAYBILL_REFRESH_TOKEN_SECONDS", default=14 * 86_400)
if not 60 <= WAYBILL_ACCESS_TOKEN_SECONDS <= 3600:
    raise ImproperlyConfigured("WAYBILL_ACCESS_TOKEN_SECONDS is from 60 to 3600")
if not WAYBILL_ACCESS_TOKEN_SECONDS < WAYBILL_REFRESH_TOKEN_SECONDS <= 90 * 86_400:
    raise ImproperlyConfigured(
        "WAYBILL_REFRESH_TOKEN_SECONDS is longer than an access token's, and at most 90 days"
    )
# For so long after its use a refresh token gives tokens once more: for a program that refreshed
# twice at once, or never got the answer. So long a thief's refresh may go unnoticed too. 0: never.
WAYBILL_REFRESH_GRACE_SECONDS: int = env.int("WAYBILL_REFRESH_GRACE_SECONDS", default=10)
if not 0 <= WAYBILL_REFRESH_GRACE_SECONDS <= 60:
    raise ImproperlyConfigured("WAYBILL_REFRESH_GRACE_SECONDS is from 0 to 60")

# How often a process records which credentials were used, outside of requests. 0: never.
WAYBILL_LAST_USED_SECONDS: float = 20

# What the app client, for programs without cookies, issues after a sign-in.
HEADLESS_TOKEN_STRATEGY = "api.authentication.app_client.FamilyTokenStrategy"  # noqa: S105  # a path
