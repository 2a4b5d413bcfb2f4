"""Faults of Redis and PostgreSQL."""

from __future__ import annotations

import signal
import time

import redis

from chaos.client import Accepted
from chaos.faults.fault import Fault
from chaos.stage import Stage
from chaos.verdict import Verdict
from chaos.workflows import EVERY

_SLACK_SECONDS = 0.1
_WHILE_RECONNECTING = (0.2, 0.9, 1.6)
"""Seconds after Redis is back until a worker connects, syncs and takes messages."""


def redis_killed_with_nothing_kept(stage: Stage) -> Verdict:
    """6. Redis is killed under load and comes back empty, then again while workers reconnect."""
    with stage.client.loading(EVERY):
        time.sleep(1)
        stage.kill_store("valkey")
        time.sleep(3)
        stage.restart_redis()
        for moment in _WHILE_RECONNECTING:
            time.sleep(moment)
            stage.kill_store("valkey")
            time.sleep(0.5)
            stage.restart_redis()
        stage.fault_ended()
        time.sleep(1)
    return stage.verdict(broken=_refused(stage))


def redis_killed_with_a_file(stage: Stage) -> Verdict:
    """7. Redis is killed and comes back with its messages. None counts twice."""
    stage.kill_store("valkey")
    stage.restart_redis(keep=True)
    time.sleep(2)
    with stage.client.loading(EVERY):
        time.sleep(1.5)
        stage.kill_store("valkey")
        time.sleep(1)
        stage.restart_redis(keep=True)
        stage.fault_ended()
        time.sleep(1)
    return stage.verdict(broken=_refused(stage))


def redis_frozen(stage: Stage, *, seconds: float = 12.0) -> Verdict:
    """8. Redis is frozen. Acceptance is not affected."""
    with stage.client.loading(EVERY):
        time.sleep(3)
        calm = list(stage.client.accepted)
        stage.signal_store("valkey", signal.SIGSTOP)
        time.sleep(seconds)
        frozen = stage.client.accepted[len(calm) :]
        stage.signal_store("valkey", signal.SIGCONT)
        stage.fault_ended()
    before, meanwhile = _p99(calm), _p99(frozen)
    broken = _refused(stage)
    if meanwhile > 2 * before + _SLACK_SECONDS:
        broken.append(f"p99 of the 202 rose from {before:.2f} to {meanwhile:.2f} s")
    return stage.verdict(f"p99 of the 202: {before:.2f} s, frozen {meanwhile:.2f} s", broken)


def redis_full(stage: Stage) -> Verdict:
    """9. Redis refuses writes under load. Acceptance continues, and an alert opens."""
    alert = "SELECT count(*) FROM alerts_alert WHERE kind = 'broker' AND resolved_at IS NULL"
    stage.wait("no such alert is open", lambda: stage.query(alert) == (0,), 30)
    client = redis.Redis.from_url(stage.stack.variables["REDIS_URL"])
    with stage.client.loading(EVERY):
        time.sleep(1)
        client.config_set("maxmemory", "1mb")
        stage.wait("the alert is raised", lambda: stage.query(alert) == (1,), 30)
        time.sleep(2)
    client.config_set("maxmemory", "512mb")
    client.close()
    stage.fault_ended()
    stage.wait("the alert is over", lambda: stage.query(alert) == (0,), 30)
    return stage.verdict("the alert came and went", _refused(stage))


def postgresql_killed(stage: Stage) -> Verdict:
    """10. PostgreSQL is killed under load. Every 202 has a row."""
    with stage.client.loading(EVERY):
        time.sleep(1.5)
        stage.kill_store("postgres")
        time.sleep(1)
        stage.restart_postgres()
        stage.fault_ended()
        time.sleep(1.5)
    refused = len(stage.client.refused)
    stage.settle()
    ids = [each.id for each in stage.client.accepted]
    kept = stage.query(
        "SELECT count(*) FROM submissions_submission WHERE id = ANY (%s::uuid[])", ids
    )
    broken = [] if kept == (len(ids),) else [f"{len(ids)} were accepted, {kept[0]} are kept"]
    return stage.verdict(f"{refused} answered with an error", broken)


def _refused(stage: Stage) -> list[str]:
    others = [status for status in stage.client.refused if status != 202]
    return [f"{len(others)} answers were not a 202: {sorted(set(others))}"] if others else []


def _p99(accepted: list[Accepted]) -> float:
    times = sorted(each.seconds for each in accepted)
    return times[int(len(times) * 0.99)] if times else 0.0


FAULTS = (
    Fault(6, "Redis killed, nothing kept", redis_killed_with_nothing_kept),
    Fault(7, "Redis killed, messages kept", redis_killed_with_a_file),
    Fault(8, "Redis frozen", redis_frozen, at_length=60),
    Fault(9, "Redis full", redis_full),
    Fault(10, "PostgreSQL killed under load", postgresql_killed),
)
