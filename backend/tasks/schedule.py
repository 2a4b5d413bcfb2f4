"""What runs when, and on which queue. Beat copies the schedule into its tables at start.

No tick has an `expires`: see `tasks.beat`.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from celery.schedules import crontab
from django.conf import settings

from tasks.queues import CALLBACKS, DELIVERY_QUEUES, MAINTENANCE

TASK_ROUTES = {
    "sweep": {"queue": MAINTENANCE},
    "expire_idempotency_keys": {"queue": MAINTENANCE},
    "expire_token_families": {"queue": MAINTENANCE},
    "expire_device_sign_ins": {"queue": MAINTENANCE},
    "keep_history": {"queue": MAINTENANCE},
    "clear_uploads": {"queue": MAINTENANCE},
    "expire_confirmations": {"queue": MAINTENANCE},
    "reconcile": {"queue": MAINTENANCE},
    "roll_up": {"queue": MAINTENANCE},
    "call_outside": {"queue": MAINTENANCE},
    "verify_audit": {"queue": MAINTENANCE},
    "run_privacy_requests": {"queue": MAINTENANCE},
    "run_bulk_actions": {"queue": MAINTENANCE},
    "backup": {"queue": MAINTENANCE},
    "deliver_callbacks": {"queue": CALLBACKS},
}

_ROLL_UP_EVERY = timedelta(seconds=3)
_CANARY_EVERY = timedelta(seconds=10)

BEAT_SCHEDULE: dict[str, dict[str, Any]] = {
    "sweep": {"task": "sweep", "schedule": timedelta(seconds=settings.WAYBILL_SWEEP_SECONDS)},
    "expire-idempotency-keys": {
        "task": "expire_idempotency_keys",
        "schedule": crontab(minute="17", hour="3"),
    },
    "expire-token-families": {
        "task": "expire_token_families",
        "schedule": crontab(minute="37", hour="3"),
    },
    "expire-device-sign-ins": {
        "task": "expire_device_sign_ins",
        "schedule": crontab(minute="*/10"),
    },
    "keep-history": {"task": "keep_history", "schedule": crontab(minute="47", hour="*/6")},
    "expire-confirmations": {
        "task": "expire_confirmations",
        "schedule": crontab(minute="*/10"),
    },
    "clear-uploads": {"task": "clear_uploads", "schedule": crontab(minute="23")},
    "reconcile": {"task": "reconcile", "schedule": crontab(minute="7")},
    "roll-up": {"task": "roll_up", "schedule": _ROLL_UP_EVERY},
    "call-outside": {"task": "call_outside", "schedule": timedelta(seconds=60)},
    "verify-audit": {"task": "verify_audit", "schedule": crontab(minute="*/10")},
    "backup": {"task": "backup", "schedule": crontab(minute="*/5")},
    "run-bulk-actions": {
        "task": "run_bulk_actions",
        "schedule": timedelta(seconds=5),
    },
    "run-privacy-requests": {
        "task": "run_privacy_requests",
        "schedule": timedelta(seconds=5),
    },
    **{
        f"canary-{queue}": {
            "task": "canary",
            "schedule": _CANARY_EVERY,
            "args": (queue,),
            "options": {"queue": queue},
        }
        for queue in (*DELIVERY_QUEUES, CALLBACKS, MAINTENANCE)
    },
}
