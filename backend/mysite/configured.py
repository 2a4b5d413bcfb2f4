"""Settings of a server process: read before anything else, and wrong ones end it in one line."""

from __future__ import annotations

import os
import sys

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured


def settings_read() -> None:
    """Read Django's settings. Exits with one line if something is missing or wrong in them."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mysite.settings")
    try:
        _ = settings.DEBUG  # the first use reads them all
    except ImproperlyConfigured as error:
        sys.exit(f"waybill: {error}")
