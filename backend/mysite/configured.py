"""Settings of a server process: read before anything else, and wrong ones end it in one line."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

_SERVERS = frozenset({"celery", "granian"})
"""Programs of others, which would print a traceback. Ours say by themselves what is wrong."""


def settings_read() -> None:
    """Read Django's settings. A server exits with one line if something in them is missing.

    Raises ImproperlyConfigured in any other process.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mysite.settings")
    try:
        _ = settings.DEBUG  # the first use reads them all
    except ImproperlyConfigured as error:
        program = Path(sys.argv[0])
        if not _SERVERS & {program.name, program.parent.name}:
            raise
        sys.exit(f"waybill: {error}")
