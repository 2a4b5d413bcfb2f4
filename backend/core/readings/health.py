"""Signs of life, the ledger, partitions, and the disk of the files that people sent."""

from __future__ import annotations

import math
import shutil
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from prometheus_client import Metric
from prometheus_client.metrics_core import GaugeMetricFamily

from core.postgres.partitions import partitions_list
from core.postgres.statements import fetch
from core.submissions.expire import ATTEMPTS, EVENTS

_HEARTBEATS = """
SELECT name, extract(epoch FROM now() - seen_at)::float8 FROM delivery_heartbeat ORDER BY name
"""
_LEDGER = """
SELECT jsonb_array_length(findings), extract(epoch FROM now() - at)::float8
FROM delivery_ledgercheck ORDER BY at DESC LIMIT 1
"""


def heartbeats(queues: Iterable[str]) -> Iterator[Metric]:
    """A canary goes through each queue every ten seconds; its age tells whether a worker works.

    That of a queue that never had a worker is infinite.
    """
    ages = GaugeMetricFamily(
        "waybill_heartbeat_age_seconds",
        "Since when the dispatcher, or a worker of each queue, was not seen.",
        labels=["name"],
    )
    seen = dict(fetch(_HEARTBEATS, {}))
    for name, age in (dict.fromkeys(queues, math.inf) | seen).items():
        ages.add_metric([name], max(0.0, age))
    yield ages


def ledger() -> Iterator[Metric]:
    """The last reconciliation."""
    for findings, age in fetch(_LEDGER, {}):
        yield GaugeMetricFamily(
            "waybill_ledger_findings", "Failed checks of the last reconciliation.", value=findings
        )
        yield GaugeMetricFamily(
            "waybill_ledger_age_seconds", "Since the last reconciliation.", value=age
        )


def partitions() -> Iterator[Metric]:
    """Months that are made ahead. Below 1, new rows will soon go into the default partition."""
    ahead = GaugeMetricFamily(
        "waybill_partitions_ahead", "Months after this one that exist.", labels=["table"]
    )
    now = datetime.now(UTC)
    for kind in (ATTEMPTS, EVENTS):
        later = [each for each in partitions_list(kind) if each.begins > now]
        ahead.add_metric([kind.table], len(later))
    yield ahead


def disk() -> Iterator[Metric]:
    """The file system with the files that people sent, where they are kept on a disk."""
    free = GaugeMetricFamily("waybill_disk_free_bytes", "Free space for uploads.", labels=["holds"])
    size = GaugeMetricFamily(
        "waybill_disk_size_bytes", "Size of that file system.", labels=["holds"]
    )
    if settings.WAYBILL_UPLOADS_DIR:
        # It is made with the first upload.
        folder = Path(settings.WAYBILL_UPLOADS_DIR).resolve()
        there = next(each for each in (folder, *folder.parents) if each.exists())
        usage = shutil.disk_usage(there)
        free.add_metric(["uploads"], usage.free)
        size.add_metric(["uploads"], usage.total)
    yield from (free, size)
