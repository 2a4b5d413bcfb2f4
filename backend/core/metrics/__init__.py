"""What happens, counted for Prometheus: by every process, added up over the processes of a pool."""

from core.metrics.exposition import Exposition
from core.metrics.loop_lag import loop_lag_watch, loop_lag_watched
from core.metrics.names import EVERY_OTHER, WorkflowName, workflow_name
from core.metrics.recording import (
    attempts_count,
    attempts_time,
    callback_count,
    claim_count,
    deadlines_count,
    intake_count,
    intake_time,
    leader_note,
    leases_count,
    pool_note,
    process_note,
    refusals_count,
    request_time,
    settlement_count,
    steps_count,
    submissions_count,
    task_count,
    viewer_counted,
)
from core.metrics.server import metrics_serve
from core.metrics.vitals import Page, Vitals, vitals_count

__all__ = [
    "EVERY_OTHER",
    "Exposition",
    "Page",
    "Vitals",
    "WorkflowName",
    "attempts_count",
    "attempts_time",
    "callback_count",
    "claim_count",
    "deadlines_count",
    "intake_count",
    "intake_time",
    "leader_note",
    "leases_count",
    "loop_lag_watch",
    "loop_lag_watched",
    "metrics_serve",
    "pool_note",
    "process_note",
    "refusals_count",
    "request_time",
    "settlement_count",
    "steps_count",
    "submissions_count",
    "task_count",
    "viewer_counted",
    "vitals_count",
    "workflow_name",
]
