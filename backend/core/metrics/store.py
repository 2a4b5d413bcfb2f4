"""Where counts are kept: in files that all processes of a pool share, or in memory.

`prometheus-client` calls the first its multiprocess mode. It chooses by an environment variable at
the moment it is imported, and Celery's command line imports it (for Flower) long before our
settings are read. So the choice is made here again, before the first metric is made.
"""

from __future__ import annotations

import os
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from prometheus_client import CollectorRegistry, values


def _open() -> Path | None:
    if not settings.WAYBILL_METRICS_DIR:
        return None
    folder = Path(settings.WAYBILL_METRICS_DIR)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if folder.stat().st_uid != os.getuid():
        raise ImproperlyConfigured(
            f"{folder} belongs to another user, so nothing can be counted there. Set"
            " WAYBILL_METRICS_DIR to a folder of this user's."
        )
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(folder)
    if not values.ValueClass._multiprocess:
        values.ValueClass = values.MultiProcessValue()
    return folder


FOLDER = _open()
"""The folder of this pool's files; None if metrics are off and counts stay in memory."""

COUNTED = CollectorRegistry()
"""What this process counts. With a folder the values are in its files, to be read by `Pool`."""
