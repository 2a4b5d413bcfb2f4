"""Rate limits. Each is `per second:burst`, such as `20:200`, or `off`."""

from __future__ import annotations

from django.core.exceptions import ImproperlyConfigured

from core.redis.token_bucket import Rate
from mysite.settings.env import env


def rate(name: str, default: str) -> Rate | None:
    """The limit in this variable; None when it is off."""
    text: str = env.str(name, default=default).strip()
    if text == "off":
        return None
    per_second, _, burst = text.partition(":")
    try:
        return Rate(float(per_second), int(burst))
    except ValueError as error:
        raise ImproperlyConfigured(
            f"{name} is {text!r}, but must look like 20:200 (per second:burst) or be off"
        ) from error


WAYBILL_LIMIT_KEY = rate("WAYBILL_LIMIT_KEY", "500:2000")
WAYBILL_LIMIT_PERSON = rate("WAYBILL_LIMIT_PERSON", "20:200")
WAYBILL_LIMIT_ADDRESS = rate("WAYBILL_LIMIT_ADDRESS", "20:200")
WAYBILL_LIMIT_FORM = rate("WAYBILL_LIMIT_FORM", "50:500")
WAYBILL_LIMIT_FORM_ADDRESS = rate("WAYBILL_LIMIT_FORM_ADDRESS", "0.5:30")
WAYBILL_LIMIT_UPLOADS = rate("WAYBILL_LIMIT_UPLOADS", "0.2:20")
WAYBILL_LIMIT_CONNECTION_TESTS = rate("WAYBILL_LIMIT_CONNECTION_TESTS", "0.5:20")
WAYBILL_LIMIT_VITALS = rate("WAYBILL_LIMIT_VITALS", "50:500")
WAYBILL_LIMIT_DEVICES = rate("WAYBILL_LIMIT_DEVICES", "0.1:20")

WAYBILL_LIMIT_SHARE_ALONE = env.float("WAYBILL_LIMIT_SHARE_ALONE", default=0.5)
if not 0 < WAYBILL_LIMIT_SHARE_ALONE <= 1:
    raise ImproperlyConfigured("WAYBILL_LIMIT_SHARE_ALONE is above 0 and at most 1")
