"""Flower's own settings. It reads this file from the folder in which it starts.

Flower shows and stops tasks, and without a sign-in it lets everybody in. So it does not start
without one. https://flower.readthedocs.io/en/latest/config.html
"""

import os
import sys

_SHORTEST = 12

_, _, password = os.environ.get("FLOWER_BASIC_AUTH", "").partition(":")
if len(password) < _SHORTEST:
    sys.exit(
        "Flower does not start without a sign-in. Set FLOWER_BASIC_AUTH to user:password, with a"
        f" password of at least {_SHORTEST} characters."
    )
