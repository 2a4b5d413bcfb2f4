"""Flower's own settings. It reads this file from the folder in which it starts.

Flower shows and stops tasks, and without a sign-in it lets everybody in. So it does not start
without one. https://flower.readthedocs.io/en/latest/config.html
"""

import sys

from django.core.exceptions import ImproperlyConfigured

from mysite.settings.env import given

_SHORTEST = 12

try:
    _sign_in = given.get("FLOWER_BASIC_AUTH") or ""
except ImproperlyConfigured as error:
    sys.exit(f"waybill: {error}")
if len(_sign_in.partition(":")[2]) < _SHORTEST:
    sys.exit(
        "Flower does not start without a sign-in. Set FLOWER_BASIC_AUTH to user:password, with a"
        f" password of at least {_SHORTEST} characters."
    )
basic_auth = [_sign_in]
