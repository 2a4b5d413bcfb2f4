"""Finds due step runs, picks whose turn it is, and claims them under a lease."""

from core.delivery.claim.claimer import Claimer
from core.delivery.claim.connection_queues import ConnectionQueue, connection_queues_due, due_queues
from core.delivery.claim.due_runs import Claim, claim_due
from core.delivery.claim.fair_scheduler import FairScheduler
from core.delivery.claim.lease import lease_seconds, send_seconds, too_late_to_send
from core.delivery.claim.step_plans import Plan, plans_get

__all__ = [
    "Claim",
    "Claimer",
    "ConnectionQueue",
    "FairScheduler",
    "Plan",
    "claim_due",
    "connection_queues_due",
    "due_queues",
    "lease_seconds",
    "plans_get",
    "send_seconds",
    "too_late_to_send",
]
