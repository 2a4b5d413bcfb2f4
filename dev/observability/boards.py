"""The four dashboards: flow, connections, workers, database."""

from __future__ import annotations

from dev.observability.panels import (
    BYTES,
    COUNT,
    PER_SECOND,
    SECONDS,
    SHARE,
    Board,
    Graph,
    Line,
    List,
    Number,
)


def _quantiles(histogram: str, by: str = "") -> list[Line]:
    """The median and the 95th percentile, by the labels in ``by`` where there are some."""
    labels = f"le, {by}" if by else "le"
    legend = f" {{{{{by}}}}}" if by else ""
    return [
        Line(
            f"histogram_quantile({share}, sum by ({labels}) (rate({histogram}_bucket[5m])))",
            f"{name}{legend}",
        )
        for share, name in ((0.5, "p50"), (0.95, "p95"))
    ]


FLOW = Board(
    "flow",
    "Flow",
    "What comes in, what goes out, what waits.",
    [
        Number("Accepted", PER_SECOND, "waybill:submissions_accepted:rate5m"),
        Number("Due steps", COUNT, "sum(waybill:due_steps:by_queue) or vector(0)"),
        Number("Oldest due", SECONDS, "max(waybill:due_oldest_seconds:by_queue) or vector(0)"),
        Number("Being sent", COUNT, "max(waybill_sending_steps)"),
        Number("Need a person", COUNT, "max(waybill_submissions_needing_attention)"),
        Number("Live views", COUNT, "sum(waybill_stream_viewers)"),
        Graph(
            "Accepted by workflow",
            PER_SECOND,
            [
                Line(
                    "topk(20, sum by (organization, workflow)"
                    " (rate(waybill_submissions_accepted_total[5m])))",
                    "{{organization}}/{{workflow}}",
                )
            ],
            stacked=True,
        ),
        Graph(
            "Steps ended",
            PER_SECOND,
            [Line("waybill:steps_ended:rate5m", "{{status}}")],
            "Succeeded, failed, unknown, skipped.",
        ),
        Graph(
            "Submissions ended",
            PER_SECOND,
            [
                Line(
                    "sum by (status) (rate(waybill_submissions_ended_total[5m]))",
                    "{{status}}",
                )
            ],
        ),
        Graph(
            "Due steps by queue",
            COUNT,
            [Line("waybill:due_steps:by_queue", "{{queue}}")],
            stacked=True,
        ),
        Graph(
            "From acceptance to the end",
            SECONDS,
            _quantiles("waybill_end_to_end_seconds", "status"),
        ),
        Graph("Accepting", SECONDS, _quantiles("waybill_intake_seconds")),
        Graph(
            "Requests",
            PER_SECOND,
            [Line("sum by (status) (rate(waybill_http_request_seconds_count[5m]))", "{{status}}")],
            stacked=True,
        ),
        Graph(
            "Requests with errors of ours",
            SHARE,
            [Line("waybill:http_errors:share5m", "5xx")],
        ),
        Graph(
            "Refused for their answers",
            PER_SECOND,
            [Line("sum by (source) (rate(waybill_submissions_refused_total[5m]))", "{{source}}")],
        ),
        List(
            "Failed steps by workflow, a quarter of an hour",
            "topk(20, sum by (organization, workflow, connector)"
            ' (increase(waybill_steps_ended_total{status="failed"}[15m])))',
        ),
        Graph(
            "Callbacks",
            PER_SECOND,
            [Line("sum by (status) (rate(waybill_callback_tries_total[5m]))", "{{status}}")],
        ),
        Graph(
            "Due callbacks",
            COUNT,
            [Line("max(waybill_due_callbacks)", "due")],
        ),
    ],
)

CONNECTIONS = Board(
    "connections",
    "Connections",
    "The systems that Waybill delivers to.",
    [
        Number("Open", COUNT, 'max(waybill_connections{state="open"})'),
        Number("Paused", COUNT, 'max(waybill_connections{state="paused"})'),
        Number(
            "Breaker open",
            COUNT,
            'sum(max by (state) (waybill_connections{state=~"breaker_open|half_open"}))',
        ),
        Number("Cooling", COUNT, 'max(waybill_connections{state="cooling"})'),
        Number("Endpoints disabled", COUNT, 'max(waybill_callback_endpoints{state="disabled"})'),
        Number("Closed now", COUNT, "count(waybill_connection_closed) or vector(0)"),
        List(
            "Closed connections",
            "max by (organization, connection, connector, state) (waybill_connection_closed)",
            "Paused, cooling, breaker open or half open.",
        ),
        List(
            "Most due steps",
            "topk(20, max by (organization, connection, connector, queue) (waybill_due_steps))",
        ),
        List(
            "Longest waiting",
            "topk(20, max by (organization, connection, connector, queue)"
            " (waybill_due_oldest_seconds))",
        ),
        Graph(
            "Attempts by connector",
            PER_SECOND,
            [Line("sum by (connector) (rate(waybill_attempts_total[5m]))", "{{connector}}")],
            stacked=True,
        ),
        Graph("Time of an attempt", SECONDS, _quantiles("waybill_attempt_seconds", "connector")),
        Graph(
            "Failed attempts by kind of error",
            PER_SECOND,
            [
                Line(
                    "sum by (connector, error_kind)"
                    ' (rate(waybill_attempts_total{error_kind!=""}[5m]))',
                    "{{connector}} {{error_kind}}",
                )
            ],
        ),
        Graph(
            "Steps by connector and end",
            PER_SECOND,
            [
                Line(
                    "sum by (connector, status) (rate(waybill_steps_ended_total[5m]))",
                    "{{connector}} {{status}}",
                )
            ],
        ),
        Graph("Time of a callback", SECONDS, _quantiles("waybill_callback_seconds")),
        Graph(
            "Connections by state",
            COUNT,
            [Line("max by (state) (waybill_connections)", "{{state}}")],
        ),
    ],
)

WORKERS = Board(
    "workers",
    "Workers",
    "The processes: do they live, and how hard do they work?",
    [
        Number("Processes that answer", COUNT, 'sum(up{job="waybill"})'),
        Number("Dispatchers that lead", COUNT, "sum(waybill_dispatcher_leader)"),
        Number("Longest without a sign of life", SECONDS, "max(waybill_heartbeat_age_seconds)"),
        Number("Expired leases", COUNT, "max(waybill_expired_leases)"),
        Number(
            "Leases expired, an hour",
            COUNT,
            "sum(increase(waybill_leases_expired_total[1h])) or vector(0)",
        ),
        Number(
            "Alerts", COUNT, 'count(ALERTS{alertstate="firing", severity!="watchdog"}) or vector(0)'
        ),
        Graph(
            "Last sign of life",
            SECONDS,
            [Line("max by (name) (waybill_heartbeat_age_seconds)", "{{name}}")],
            "A canary goes through each queue every ten seconds.",
        ),
        Graph(
            "Messages in Redis",
            COUNT,
            [Line("max by (queue) (waybill_queue_messages)", "{{queue}}")],
        ),
        Graph(
            "Tasks",
            PER_SECOND,
            [Line("sum by (task) (rate(waybill_tasks_total[5m]))", "{{task}}")],
            stacked=True,
        ),
        Graph(
            "Tasks that failed",
            PER_SECOND,
            [Line('sum by (task) (rate(waybill_tasks_total{state!="SUCCESS"}[5m]))', "{{task}}")],
        ),
        Graph("Time of a task", SECONDS, _quantiles("waybill_task_seconds", "task")),
        Graph(
            "Claimed steps",
            PER_SECOND,
            [Line("sum by (queue) (rate(waybill_steps_claimed_total[5m]))", "{{queue}}")],
        ),
        Graph("One claim", SECONDS, _quantiles("waybill_claim_seconds")),
        Graph("One settlement", SECONDS, _quantiles("waybill_settle_seconds")),
        Graph(
            "Outcomes that came too late",
            PER_SECOND,
            [Line("sum(rate(waybill_steps_settled_stale_total[5m]))", "stale")],
        ),
        Graph(
            "Event loops run late",
            SECONDS,
            [
                Line(
                    "histogram_quantile(0.99, sum by (le, process)"
                    " (rate(waybill_event_loop_lag_seconds_bucket[5m])))",
                    "{{process}}",
                )
            ],
            "The 99th percentile.",
        ),
        Graph(
            "Memory",
            BYTES,
            [
                Line(
                    'sum by (process) (process_resident_memory_bytes{job="waybill"})',
                    "{{process}}",
                )
            ],
            stacked=True,
        ),
        Graph(
            "Processor",
            SHARE,
            [
                Line(
                    'sum by (process) (rate(process_cpu_seconds_total{job="waybill"}[5m]))',
                    "{{process}}",
                )
            ],
            "1: one processor, all the time.",
        ),
        Graph(
            "Open files",
            COUNT,
            [Line('sum by (process) (process_open_fds{job="waybill"})', "{{process}}")],
        ),
        Graph(
            "Time since the start",
            SECONDS,
            [
                Line(
                    'time() - min by (process) (process_start_time_seconds{job="waybill"})',
                    "{{process}}",
                )
            ],
        ),
        Graph(
            "Passed deadlines",
            PER_SECOND,
            [Line("sum(rate(waybill_deadlines_passed_total[5m]))", "given up")],
        ),
    ],
)

DATABASE = Board(
    "database",
    "Database",
    "PostgreSQL, Redis, and the reading of them.",
    [
        Number("Size", BYTES, "max(waybill_database_size_bytes)"),
        Number(
            "Connections in use",
            SHARE,
            "max(waybill_database_connections) / max(waybill_database_connections_max)",
        ),
        Number("Longest transaction", SECONDS, "max(waybill_database_oldest_transaction_seconds)"),
        Number("Months made ahead", COUNT, "min(waybill_partitions_ahead)"),
        Number("Redis answers", COUNT, 'max(waybill_reading_ok{part="redis"})'),
        Number("Findings of the ledger", COUNT, "max(waybill_ledger_findings) or vector(0)"),
        Graph("Size of the database", BYTES, [Line("max(waybill_database_size_bytes)", "size")]),
        Graph(
            "Connections",
            COUNT,
            [
                Line("max(waybill_database_connections)", "in use"),
                Line("max(waybill_database_connections_max)", "most"),
            ],
        ),
        Graph(
            "Transactions",
            PER_SECOND,
            [
                Line(
                    "max by (result) (rate(waybill_database_transactions_total[5m]))",
                    "{{result}}",
                )
            ],
        ),
        Graph(
            "Blocks from the cache",
            SHARE,
            [
                Line(
                    'max(rate(waybill_database_blocks_total{from="cache"}[5m]))'
                    " / sum(max by (from) (rate(waybill_database_blocks_total[5m])))",
                    "cache",
                )
            ],
        ),
        Graph(
            "Temporary files",
            BYTES,
            [Line("max(rate(waybill_database_temporary_bytes_total[5m]))", "written a second")],
        ),
        Graph(
            "Deadlocks",
            PER_SECOND,
            [Line("max(rate(waybill_database_deadlocks_total[5m]))", "deadlocks")],
        ),
        Graph(
            "Pools of the processes",
            COUNT,
            [
                Line(
                    "sum by (process, state) (waybill_database_pool_connections)",
                    "{{process}} {{state}}",
                )
            ],
            "Only with WAYBILL_DB_POOL_MAX.",
        ),
        Graph(
            "Memory of Redis",
            BYTES,
            [
                Line("max(waybill_redis_memory_bytes)", "used"),
                Line("max(waybill_redis_memory_max_bytes)", "limit"),
            ],
        ),
        Graph("Clients of Redis", COUNT, [Line("max(waybill_redis_clients)", "clients")]),
        Graph(
            "Reading the metrics",
            SECONDS,
            [Line("max by (part) (waybill_reading_seconds)", "{{part}}")],
            "How long each part takes.",
        ),
        Graph(
            "Since the last reconciliation",
            SECONDS,
            [Line("min(waybill_ledger_age_seconds)", "age")],
        ),
        Graph(
            "Free space for uploads",
            BYTES,
            [Line("min by (holds) (waybill_disk_free_bytes)", "{{holds}}")],
        ),
    ],
)

BOARDS = (FLOW, CONNECTIONS, WORKERS, DATABASE)
