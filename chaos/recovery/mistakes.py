"""What cannot be recovered: each is refused with its reason, and leaves no folder."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.stack import HOME
from dev.console import Problem

from chaos.recovery.cluster import Cluster
from chaos.workflows import EVERY

_DESTINATION = HOME.postgres / "data.mistake"


def mistakes(cluster: Cluster) -> list[tuple[str, str, bool]]:
    """Make each mistake. Returns what was done, what was said, and whether that is right."""
    return [
        _before_the_first_backup(cluster),
        *_segment_missing(cluster),
        _receiver_stopped(cluster),
    ]


def _before_the_first_backup(cluster: Cluster) -> tuple[str, str, bool]:
    moment = datetime.now(UTC) - timedelta(days=1)
    said = _refusal(cluster, moment)
    return "a moment before the first backup", said, "candidate backup" in said and _nothing()


def _segment_missing(cluster: Cluster) -> list[tuple[str, str, bool]]:
    began = time.time()
    for _ in range(3):
        with cluster.stage.client.loading(EVERY):
            time.sleep(0.5)
        cluster.barman.switch()
    filed = cluster.barman.segments()
    middle = [path for path in filed.values() if not path.suffix and path.stat().st_mtime > began]
    victim, aside = middle[0], HOME.root / middle[0].name
    victim.rename(aside)
    try:
        last = _refusal(cluster, None)
        timed = _refusal(cluster, datetime.now(UTC))
    finally:
        aside.rename(victim)
    return [
        ("a segment is missing, the last moment wanted", last, victim.name in last and _nothing()),
        ("a segment is missing, a moment wanted", timed, bool(timed) and _nothing()),
    ]


def _receiver_stopped(cluster: Cluster) -> tuple[str, str, bool]:
    cluster.stage.stack.kill("barman-receiver")
    said = ", ".join(cluster.barman.complaints())
    return "the receiver does not run", f"barman check: {said}", "receive-wal" in said


def _refusal(cluster: Cluster, until: datetime | None) -> str:
    """What the refused recovery said; empty if it was not refused."""
    try:
        cluster.barman.restore(_DESTINATION, until=until)
    except Problem as problem:
        return problem.message
    return ""


def _nothing() -> bool:
    return not Path(_DESTINATION).exists()
