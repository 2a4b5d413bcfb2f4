"""Celery carries wake-ups and periodic work. PostgreSQL holds everything that must not be lost.

The reasons for these values are measured failures of Celery on Redis: messages that vanish
between BRPOP and `unacked`, tasks started twice after `visibility_timeout`, publishing that
hangs on a frozen Redis.
"""

from __future__ import annotations

from mysite.settings.env import env

_TASK_TIME_LIMIT = 120
_VISIBILITY_TIMEOUT = 600
_SOCKET_TIMEOUT = 5

CELERY_TASK_QUEUES: dict[str, dict[str, str]] = {
    name: {}
    for name in ("deliver.critical", "deliver.default", "deliver.bulk", "callbacks", "maintenance")
}
CELERY_TASK_DEFAULT_QUEUE = "maintenance"
CELERY_TASK_CREATE_MISSING_QUEUES = False
CELERY_IMPORTS = (
    "tasks.deliver",
    "tasks.canary",
    "tasks.maintenance",
    "tasks.callbacks",
    "tasks.alerts",
    "tasks.bulk",
    "tasks.privacy",
    "tasks.backup",
)

CELERY_TASK_SERIALIZER = "json"
CELERY_RESULT_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TIMEZONE = "UTC"

# A message is only a hint, so late or repeated delivery is harmless.
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_MAX_TASKS_PER_CHILD = env.int("WAYBILL_WORKER_MAX_TASKS", default=2000)
CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT = 20
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = False
CELERY_WORKER_SEND_TASK_EVENTS = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False

# Both limits are well below the time when another worker may take the message.
CELERY_TASK_SOFT_TIME_LIMIT = _TASK_TIME_LIMIT - 20
CELERY_TASK_TIME_LIMIT = _TASK_TIME_LIMIT

CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_TIMEOUT = _SOCKET_TIMEOUT
# A full or read-only Redis answers with an error, which ends the worker by default. With this
# setting the worker reconnects until Redis works again.
CELERY_BROKER_CHANNEL_ERROR_RETRY = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": _VISIBILITY_TIMEOUT,
    "unacked_restore_interval": 1,
    "unacked_restore_throttle": 1,
    "socket_timeout": _SOCKET_TIMEOUT,
    "socket_connect_timeout": _SOCKET_TIMEOUT,
    "socket_keepalive": True,
    "retry_on_timeout": False,
    "health_check_interval": 25,
}
# If Redis does not answer, `apply_async` fails soon; the dispatcher tries again.
CELERY_TASK_PUBLISH_RETRY = False

CELERY_RESULT_EXPIRES = 3600
CELERY_RESULT_BACKEND_TRANSPORT_OPTIONS = {"socket_timeout": _SOCKET_TIMEOUT}
CELERY_REDIS_SOCKET_TIMEOUT = _SOCKET_TIMEOUT
CELERY_REDIS_SOCKET_CONNECT_TIMEOUT = _SOCKET_TIMEOUT
CELERY_REDIS_RETRY_ON_TIMEOUT = True

CELERY_BEAT_SCHEDULER = "tasks.beat:TickScheduler"
CELERY_BEAT_MAX_LOOP_INTERVAL = 5
