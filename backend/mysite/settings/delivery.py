"""Destinations that delivery may reach, encryption keys, and the pace of the engine."""

from __future__ import annotations

from django.core.exceptions import ImproperlyConfigured

from core.crypto.encryption import parse_keys
from core.failpoints import VARIABLE, failpoints_parse
from integrations.sdk.transport.egress import EgressPolicy
from mysite.settings.base import WAYBILL_ENV
from mysite.settings.env import env

try:
    WAYBILL_ENCRYPTION_KEYS = parse_keys(env.str("WAYBILL_ENCRYPTION_KEYS"))
except ValueError as error:
    raise ImproperlyConfigured(f"WAYBILL_ENCRYPTION_KEYS: {error}") from None

# How long a process keeps an unwrapped data key in memory. After that it needs the deployment's
# key again, even one that was removed from the environment.
WAYBILL_DATA_KEY_CACHE_SECONDS: float = env.float("WAYBILL_DATA_KEY_CACHE_SECONDS", default=60)
# The first of these keys signs the audit log, or else the first key above. A retired encryption
# key moves here, behind the first, as long as its entries must be verified.
try:
    _audit_keys = env.str("WAYBILL_AUDIT_KEYS", default="")
    WAYBILL_AUDIT_KEYS = parse_keys(_audit_keys) if _audit_keys else {}
except ValueError as error:
    raise ImproperlyConfigured(f"WAYBILL_AUDIT_KEYS: {error}") from None
for _key_id, _key in WAYBILL_ENCRYPTION_KEYS.items():
    WAYBILL_AUDIT_KEYS.setdefault(_key_id, _key)

# Private addresses that connectors may open: host:port, CIDR or CIDR:port, comma-separated.
WAYBILL_EGRESS_ALLOW: str = env.str("WAYBILL_EGRESS_ALLOW", default="")
# Connectors send everything through this HTTP proxy: http://user:password@host:port.
WAYBILL_EGRESS_PROXY: str = env.str("WAYBILL_EGRESS_PROXY", default="")
try:
    EgressPolicy.parse(WAYBILL_EGRESS_ALLOW, WAYBILL_EGRESS_PROXY)
except ValueError as error:
    raise ImproperlyConfigured(f"WAYBILL_EGRESS_ALLOW or WAYBILL_EGRESS_PROXY: {error}") from None

# Concurrent sends of one worker process. A waiting send costs about 0.1 MB of memory and no
# processor time. With 500, one process delivers 2,500 a second to a destination that takes 200 ms.
WAYBILL_DELIVERY_IN_FLIGHT: int = env.int("WAYBILL_DELIVERY_IN_FLIGHT", default=500)
# Rows per claim: large enough to share a statement's fixed cost, small enough to keep it short and
# leave work for other workers.
WAYBILL_DELIVERY_BATCH: int = env.int("WAYBILL_DELIVERY_BATCH", default=128)
# How long one Celery task claims before it hands over; well below the task's time limit.
WAYBILL_DELIVERY_SLICE_SECONDS: float = env.float("WAYBILL_DELIVERY_SLICE_SECONDS", default=20)
# How long sends in flight may go on after SIGTERM; less than Celery's soft shutdown.
WAYBILL_DELIVERY_STOP_SECONDS: float = env.float("WAYBILL_DELIVERY_STOP_SECONDS", default=15)

# Added to a step's timeout before another worker may take its lease.
WAYBILL_LEASE_GRACE_SECONDS: int = env.int("WAYBILL_LEASE_GRACE_SECONDS", default=30)
# Added to a lost send's deadline before a look-up trusts that nothing more will appear.
WAYBILL_LOOKUP_GRACE_SECONDS: int = env.int("WAYBILL_LOOKUP_GRACE_SECONDS", default=10)
WAYBILL_SWEEP_SECONDS: int = env.int("WAYBILL_SWEEP_SECONDS", default=15)

# Touched every few seconds by workers, dispatcher and beat while they go round. Empty: no file.
WAYBILL_ALIVE_FILE: str = env.str("WAYBILL_ALIVE_FILE", default="")

# How often to look for problems that need a person. The dispatcher does it without the broker.
WAYBILL_ALERT_SECONDS: float = env.float("WAYBILL_ALERT_SECONDS", default=30)
# The slug of the organization that hears of the system's own alerts. Empty: all of them do.
WAYBILL_ALERT_OPERATORS: str = env.str("WAYBILL_ALERT_OPERATORS", default="")
# Directories whose disks are looked at by the dispatcher.
WAYBILL_ALERT_DISKS: list[str] = env.list("WAYBILL_ALERT_DISKS", default=["/"])
WAYBILL_ALERT_DISK_PERCENT: int = env.int("WAYBILL_ALERT_DISK_PERCENT", default=90)
# How old the last backup may be, once there was one.
WAYBILL_ALERT_BACKUP_HOURS: int = env.int("WAYBILL_ALERT_BACKUP_HOURS", default=26)
# Where people read `docs/operations/runbooks.md`; messages link to its sections.
WAYBILL_RUNBOOKS_URL: str = env.str("WAYBILL_RUNBOOKS_URL", default="")
# An address of somebody else's that expects a call every minute, and tells people when none comes.
WAYBILL_HEARTBEAT_URL: str = env.str("WAYBILL_HEARTBEAT_URL", default="")

# Failed sends in a row that open a connection's breaker, and how long it first stays open.
WAYBILL_BREAKER_FAILURES: int = env.int("WAYBILL_BREAKER_FAILURES", default=5)
WAYBILL_BREAKER_SECONDS: float = env.float("WAYBILL_BREAKER_SECONDS", default=15)
# The part of a rate limit that one worker process uses while Redis is down: at most one divided by
# the number of delivery processes.
WAYBILL_RATE_SHARE_ALONE: float = env.float("WAYBILL_RATE_SHARE_ALONE", default=0.1)

if WAYBILL_LEASE_GRACE_SECONDS < 1 or WAYBILL_LOOKUP_GRACE_SECONDS < 0:
    raise ImproperlyConfigured("WAYBILL_LEASE_GRACE_SECONDS is at least 1, the look-up's 0")

_failpoints = env.str(VARIABLE, default="")
if _failpoints and WAYBILL_ENV == "production":
    raise ImproperlyConfigured(f"{VARIABLE} makes processes end themselves: never in production")
try:
    failpoints_parse(_failpoints)
except ValueError as error:
    raise ImproperlyConfigured(f"{VARIABLE}: {error}") from None
