"""Operations on delivery: pause, bulk actions, reconciliation, wait reasons."""

from core.delivery.operate.bulk.asking import BulkAsked, BulkGiven
from core.delivery.operate.bulk.fields import Correctable, bulk_fields
from core.delivery.operate.bulk.items import Treated, TreatedPage, bulk_items
from core.delivery.operate.bulk.preview import USUAL_RATE, Preview, bulk_preview
from core.delivery.operate.bulk.runner import bulk_run
from core.delivery.operate.bulk.starting import (
    bulk_begin,
    bulk_expire,
    bulk_get,
    bulk_page,
    bulk_start,
    bulk_stop,
)
from core.delivery.operate.deletion import connection_delete
from core.delivery.operate.heartbeats import (
    FRESH_FOR,
    heartbeat_note,
    heartbeats_missing,
    heartbeats_seen,
)
from core.delivery.operate.pause import connection_pause, connection_resume, pausers
from core.delivery.operate.reconcile import Finding, ledger_check, ledger_reconcile
from core.delivery.operate.wait_reasons import Wait, WaitReason, wait_sentence, waits_get

__all__ = [
    "FRESH_FOR",
    "USUAL_RATE",
    "BulkAsked",
    "BulkGiven",
    "Correctable",
    "Finding",
    "Preview",
    "Treated",
    "TreatedPage",
    "Wait",
    "WaitReason",
    "bulk_begin",
    "bulk_expire",
    "bulk_fields",
    "bulk_get",
    "bulk_items",
    "bulk_page",
    "bulk_preview",
    "bulk_run",
    "bulk_start",
    "bulk_stop",
    "connection_delete",
    "connection_pause",
    "connection_resume",
    "heartbeat_note",
    "heartbeats_missing",
    "heartbeats_seen",
    "ledger_check",
    "ledger_reconcile",
    "pausers",
    "wait_sentence",
    "waits_get",
]
