"""Every metric that processes count themselves. What PostgreSQL and Redis know: `core.readings`.

Names follow Prometheus: base units, seconds and bytes, ``_total`` for what only grows.
"""

from __future__ import annotations

from prometheus_client import Counter, Gauge, Histogram

from core.metrics.store import COUNTED

_FAST = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5)
_SENDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)
_TASKS = (0.005, 0.025, 0.1, 0.5, 1, 5, 10, 20, 30, 60, 300)
_WAYS = (0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800, 3600, 21600, 86400, 259200)
_PAINTS = (0.1, 0.25, 0.5, 1, 1.5, 2, 2.5, 3, 4, 6, 10, 30)
_ANSWERS = (0.025, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 1, 2.5)
_BYTES = (0.05, 0.1, 0.2, 0.4, 0.8, 1.2, 1.8, 3, 6, 15)
_SHIFTS = (0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1)
_LAGS = (0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5)

_WORKFLOW = ("organization", "workflow")

# Intake.
ACCEPTED = Counter(
    "waybill_submissions_accepted",
    "Submissions committed, by where they came from (form or api).",
    (*_WORKFLOW, "source"),
    registry=COUNTED,
)
REFUSED = Counter(
    "waybill_submissions_refused",
    "Submissions refused for their answers.",
    ("source",),
    registry=COUNTED,
)
INTAKE = Histogram(
    "waybill_intake_seconds",
    "From the checks of a call to its commit: one submission or a batch.",
    buckets=_FAST,
    registry=COUNTED,
)
REQUESTS = Histogram(
    "waybill_http_request_seconds",
    "Answers of the API and the stream, by route and class of status (2xx).",
    ("method", "route", "status"),
    buckets=(0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 10),
    registry=COUNTED,
)

# Delivery.
CLAIMED = Counter(
    "waybill_steps_claimed", "Step runs claimed, by queue.", ("queue",), registry=COUNTED
)
CLAIM = Histogram(
    "waybill_claim_seconds",
    "One claim: rate limits, the statements, plans.",
    buckets=_FAST,
    registry=COUNTED,
)
SETTLE = Histogram(
    "waybill_settle_seconds", "One settlement of a batch.", buckets=_FAST, registry=COUNTED
)
STALE = Counter(
    "waybill_steps_settled_stale",
    "Outcomes that came after another worker had taken the step run over.",
    registry=COUNTED,
)
ATTEMPT = Histogram(
    "waybill_attempt_seconds",
    "One attempt, from claim to outcome, by connector.",
    ("connector",),
    buckets=_SENDS,
    registry=COUNTED,
)
ATTEMPTS = Counter(
    "waybill_attempts",
    "Attempts by connector, outcome and kind of error (empty: none).",
    ("connector", "outcome", "error_kind"),
    registry=COUNTED,
)
STEPS = Counter(
    "waybill_steps_ended",
    "Step runs that ended or parked: succeeded, failed, unknown, skipped.",
    (*_WORKFLOW, "connector", "status"),
    registry=COUNTED,
)
SUBMISSIONS = Counter(
    "waybill_submissions_ended",
    "Submissions that reached succeeded, failed, cancelled or needs_attention.",
    (*_WORKFLOW, "status"),
    registry=COUNTED,
)
END_TO_END = Histogram(
    "waybill_end_to_end_seconds",
    "From acceptance to the end of a submission, by how it ended.",
    ("status",),
    buckets=_WAYS,
    registry=COUNTED,
)
LEASES_EXPIRED = Counter(
    "waybill_leases_expired",
    "Step runs whose worker did not come back: given back, or parked as unknown.",
    ("result",),
    registry=COUNTED,
)
DEADLINES = Counter(
    "waybill_deadlines_passed", "Step runs given up at their deadline.", registry=COUNTED
)

# Callbacks.
CALLBACKS = Counter(
    "waybill_callback_tries",
    "Tries of callbacks: succeeded, failed for good, or pending (tried again).",
    ("status",),
    registry=COUNTED,
)
CALLBACK = Histogram(
    "waybill_callback_seconds", "One try of a callback.", buckets=_SENDS, registry=COUNTED
)

# Visits of pages, as browsers tell of them. Buckets end where a value is good or poor by web.dev.
PAGE_TTFB = Histogram(
    "waybill_page_ttfb_seconds",
    "Time to first byte of a visit, by kind of page.",
    ("page",),
    buckets=_BYTES,
    registry=COUNTED,
)
PAGE_LCP = Histogram(
    "waybill_page_lcp_seconds",
    "Largest contentful paint of a visit, by kind of page.",
    ("page",),
    buckets=_PAINTS,
    registry=COUNTED,
)
PAGE_INP = Histogram(
    "waybill_page_inp_seconds",
    "Interaction to next paint of a visit, by kind of page.",
    ("page",),
    buckets=_ANSWERS,
    registry=COUNTED,
)
PAGE_CLS = Histogram(
    "waybill_page_cls",
    "Cumulative layout shift of a visit, without a unit, by kind of page.",
    ("page",),
    buckets=_SHIFTS,
    registry=COUNTED,
)

# Processes.
TASKS = Counter(
    "waybill_tasks",
    "Celery tasks that ended, by name and state.",
    ("task", "state"),
    registry=COUNTED,
)
TASK = Histogram(
    "waybill_task_seconds", "Run time of Celery tasks.", ("task",), buckets=_TASKS, registry=COUNTED
)
LOOP_LAG = Histogram(
    "waybill_event_loop_lag_seconds",
    "How late the event loops of streams, sends and callbacks run what is due.",
    buckets=_LAGS,
    registry=COUNTED,
)
VIEWERS = Gauge(
    "waybill_stream_viewers",
    "Open live views.",
    multiprocess_mode="livesum",
    registry=COUNTED,
)
LEADS = Gauge(
    "waybill_dispatcher_leader",
    "1 where the dispatcher leads, 0 where it stands by.",
    multiprocess_mode="livemax",
    registry=COUNTED,
)
POOL = Gauge(
    "waybill_database_pool_connections",
    "Of the processes' pools (WAYBILL_DB_POOL_MAX): open, idle, and callers waiting.",
    ("state",),
    multiprocess_mode="livesum",
    registry=COUNTED,
)
