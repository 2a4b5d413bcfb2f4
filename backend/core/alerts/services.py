from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

import structlog
from django.db.models import Q
from django.db.models.functions import Now

from core.accounts.models import Organization
from core.alerts.models import Alert, AlertKind
from core.postgres.pages import Page, page_newest_first

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Condition:
    """A current problem. ``subject``: id or name of the thing, unique in its kind."""

    kind: AlertKind
    subject: str
    message: str
    organization_id: uuid.UUID | None = None


def alerts_sync(found: Iterable[Condition], *, kinds: Iterable[AlertKind]) -> tuple[int, int]:
    """Open new alerts and resolve ended ones of these kinds. Returns how many of each.

    An alert is logged as an error once, when it opens. This log entry reaches Sentry.
    """
    alerts = Alert.objects.across_organizations("conditions are looked for in all")
    conditions = {(each.kind, each.subject): each for each in found}
    open_ones = {
        (AlertKind(alert.kind), alert.subject): alert
        for alert in alerts.filter(resolved_at=None, kind__in=list(kinds))
    }
    opened = [_open(each) for key, each in conditions.items() if key not in open_ones]
    gone = [alert.pk for key, alert in open_ones.items() if key not in conditions]
    resolved = alerts.filter(pk__in=gone, resolved_at=None).update(resolved_at=Now())
    return sum(opened), resolved


def alert_page(
    *, organization: Organization, only_open: bool, cursor: str | None = None, limit: int = 50
) -> Page[Alert]:
    """The organization's alerts and the system's, newest first."""
    alerts = Alert.objects.across_organizations("those of the system belong to none")
    rows = alerts.filter(Q(organization=organization) | Q(organization=None))
    if only_open:
        rows = rows.filter(resolved_at=None)
    return page_newest_first(rows, cursor=cursor, limit=limit)


def _open(condition: Condition) -> int:
    opened = Alert.objects.bulk_create(
        [
            Alert(
                organization_id=condition.organization_id,
                kind=condition.kind,
                subject=condition.subject,
                message=condition.message,
            )
        ],
        ignore_conflicts=True,
    )
    log.error("alert opened", kind=condition.kind, subject=condition.subject)
    return len(opened)
