"""What the installation keeps about itself: months ahead, backups, the ledger, open alerts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.conf import settings

from administration.doctor.findings import Finding, failed, ok, warning
from core.alerts.conditions.system import BACKUP
from core.alerts.models import Alert
from core.delivery.models import LedgerCheck
from core.delivery.operate import heartbeats_seen
from core.submissions.expire import months_missing


def month_findings() -> Iterator[Finding]:
    """Partitions for the months to come."""
    missing = months_missing()
    for table in missing:
        yield failed(
            "partitions",
            f"{table} has none for the next month",
            "See that a worker of the queue maintenance and beat run; they make them daily.",
        )
    if not missing:
        yield ok("partitions", "attempts and events have one for the next month")


def backup_findings() -> Iterator[Finding]:
    """How old the last backup is that somebody told of."""
    age = heartbeats_seen([BACKUP])[BACKUP]
    longest = timedelta(hours=settings.WAYBILL_ALERT_BACKUP_HOURS)
    if age is None:
        yield warning(
            "backup",
            "none was ever noted",
            "Set one up, and let it tell: docs/operations/backup-and-restore.md.",
        )
    elif age > longest:
        yield failed(
            "backup",
            f"the last is {age.total_seconds() / 3600:.0f} hours old",
            "See why the next ones failed: docs/operations/backup-and-restore.md.",
        )
    else:
        yield ok("backup", f"the last is {age.total_seconds() / 3600:.0f} hours old")


def ledger_findings() -> Iterator[Finding]:
    """The last comparison of what was accepted with what became of it."""
    latest = LedgerCheck.objects.order_by("-at").first()
    if latest is None:
        yield ok("ledger", "not compared yet; the first comparison is within an hour")
    elif latest.findings:
        yield failed(
            "ledger",
            f"{len(latest.findings)} checks failed at {latest.at:%Y-%m-%d %H:%M} UTC",
            "Run `waybill-admin reconcile`, then follow docs/operations/runbooks.md.",
        )
    else:
        yield ok("ledger", f"balanced at {latest.at:%Y-%m-%d %H:%M} UTC")


def alert_findings() -> Iterator[Finding]:
    """Alerts that are open now, of all organizations."""
    alerts = Alert.objects.across_organizations("an installation is looked at as a whole")
    kinds = sorted(set(alerts.filter(resolved_at=None).values_list("kind", flat=True)))
    if kinds:
        yield warning(
            "alerts",
            f"open: {', '.join(kinds)}",
            "docs/operations/runbooks.md says what to do about each.",
        )
    else:
        yield ok("alerts", "none is open")
