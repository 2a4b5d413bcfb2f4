"""What goes wrong: what cannot be recovered is refused with its reason, and leaves no folder."""

from __future__ import annotations

import shutil
import time
from datetime import UTC, datetime, timedelta

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
    newest = [path for path in filed.values() if not path.suffix and path.stat().st_mtime > began]
    victim = newest[1]
    aside = HOME.root / victim.name
    victim.rename(aside)
    try:
        last = _refusal(cluster, None)
        after = _refusal(cluster, datetime.now(UTC))
        refused = victim.name in last and victim.name in after and _nothing()
        earlier = _refusal(cluster, datetime.fromtimestamp(began, UTC))
        restored = not earlier and (_DESTINATION / "PG_VERSION").is_file()
    finally:
        aside.rename(victim)
        shutil.rmtree(_DESTINATION, ignore_errors=True)
    return [
        ("a segment is missing", last, refused),
        ("a segment is missing after the wanted moment", earlier or "restored", restored),
    ]


def _receiver_stopped(cluster: Cluster) -> tuple[str, str, bool]:
    cluster.stage.stack.kill("barman-receiver")
    said = ", ".join(cluster.barman.complaints())
    return "the receiver does not run", f"barman check: {said}", "receive wal running" in said


def _refusal(cluster: Cluster, until: datetime | None) -> str:
    """What the refused recovery said; empty if it was not refused."""
    try:
        cluster.barman.restore(_DESTINATION, until=until)
    except Problem as problem:
        return problem.message
    return ""


def _nothing() -> bool:
    return not _DESTINATION.exists()
