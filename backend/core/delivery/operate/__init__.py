"""Operations on delivery: pause, bulk actions, reconciliation, wait reasons."""

from core.delivery.operate.bulk.filters import BulkFilter, bulk_matching
from core.delivery.operate.bulk.preview import Preview, bulk_preview
from core.delivery.operate.bulk.runner import bulk_get, bulk_run, bulk_start, bulk_stop
from core.delivery.operate.deletion import connection_delete
from core.delivery.operate.heartbeats import (
    FRESH_FOR,
    heartbeat_note,
    heartbeats_missing,
    heartbeats_seen,
)
from core.delivery.operate.pause import connection_pause, connection_resume
from core.delivery.operate.reconcile import Finding, ledger_check, ledger_reconcile
from core.delivery.operate.wait_reasons import Wait, WaitReason, wait_sentence, waits_get

__all__ = [
    "FRESH_FOR",
    "BulkFilter",
    "Finding",
    "Preview",
    "Wait",
    "WaitReason",
    "bulk_get",
    "bulk_matching",
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
    "wait_sentence",
    "waits_get",
]
