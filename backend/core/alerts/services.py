"""Opening alerts for what is found and resolving what is gone; what people answer to them."""

from __future__ import annotations

import json
import uuid
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from django.db import transaction
from django.db.models import Count, Prefetch, Q, QuerySet
from django.db.models.functions import Now

from core.accounts.models import Organization
from core.alerts.conditions import Condition
from core.alerts.models import Alert, AlertKind, AlertNotice, Severity
from core.alerts.rules import DEFAULTS
from core.alerts.withdrawing import messages_withdraw
from core.alerts.words import alert_sentence
from core.audit.services import Actor, audit_record
from core.errors import FieldError, NotFound, Unprocessable
from core.ids import uuid7
from core.postgres.pages import Page, page_newest_first
from core.postgres.statements import fetch

log = structlog.get_logger(__name__)

_LONGEST_SUBJECT = 200
_LONGEST_SILENCE = timedelta(days=366)

_OPEN = """
INSERT INTO alerts_alert (id, organization_id, kind, subject, message, facts, count)
SELECT * FROM jsonb_to_recordset(%(rows)s::jsonb) AS row(
    id uuid, organization_id uuid, kind text, subject text, message text, facts jsonb, count int)
ON CONFLICT DO NOTHING RETURNING kind, subject
"""
_CHANGE = """
UPDATE alerts_alert AS alert SET message = row.message, facts = row.facts, count = row.count
FROM jsonb_to_recordset(%(rows)s::jsonb) AS row(id uuid, message text, facts jsonb, count int)
WHERE alert.id = row.id AND alert.resolved_at IS NULL RETURNING alert.id
"""


@dataclass(frozen=True, slots=True)
class AlertCount:
    """How many alerts of a kind are open, and how many of them somebody sees to."""

    kind: AlertKind
    open: int
    acknowledged: int


def alerts_sync(
    found: Iterable[Condition],
    *,
    kinds: Iterable[AlertKind],
    partial: Collection[AlertKind] = (),
) -> tuple[int, int]:
    """Open new alerts and resolve ended ones of these kinds. Returns how many of each.

    Nothing of the ``partial`` kinds is resolved. A critical alert is logged as an error once, when
    it opens. This log entry reaches Sentry.
    """
    alerts = Alert.objects.across_organizations("conditions are looked for in all")
    conditions = {(each.kind, each.subject[:_LONGEST_SUBJECT]): each for each in found}
    open_ones = {
        (AlertKind(alert.kind), alert.subject): alert
        for alert in alerts.filter(resolved_at=None, kind__in=list(kinds))
    }
    new = {key: each for key, each in conditions.items() if key not in open_ones}
    opened = _open(new)
    _change({open_ones[key]: each for key, each in conditions.items() if key in open_ones})
    gone = [
        alert.pk
        for key, alert in open_ones.items()
        if key not in conditions and key[0] not in partial
    ]
    resolved = alerts.filter(pk__in=gone, resolved_at=None).update(resolved_at=Now())
    return opened, resolved


def alert_page(
    *,
    organization: Organization,
    only_open: bool,
    kind: AlertKind | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> Page[Alert]:
    """The organization's alerts and the system's, newest first, with its own notices."""
    rows = _concerning(organization)
    if only_open:
        rows = rows.filter(resolved_at=None)
    if kind is not None:
        rows = rows.filter(kind=kind)
    own = AlertNotice.objects.owned_by(organization)
    rows = rows.prefetch_related(Prefetch("notices", queryset=own))
    return page_newest_first(rows, cursor=cursor, limit=limit)


def alert_counts(*, organization: Organization) -> list[AlertCount]:
    """The open alerts that concern this organization, by kind."""
    rows = _concerning(organization).filter(resolved_at=None)
    seen_to = Q(notices__organization=organization, notices__acknowledged_at__isnull=False)
    counted = rows.values("kind").annotate(
        open=Count("pk", distinct=True), acknowledged=Count("pk", filter=seen_to, distinct=True)
    )
    return [
        AlertCount(AlertKind(row["kind"]), row["open"], row["acknowledged"])
        for row in counted.order_by("kind")
    ]


@transaction.atomic
def alert_acknowledge(
    *, organization: Organization, alert_id: uuid.UUID, actor: Actor, note: str = ""
) -> Alert:
    """Somebody sees to it: it is not told again before it is resolved. Raises NotFound."""
    notice = _notice(organization, alert_id)
    changed = {
        "acknowledged_at": Now(),
        "acknowledged_by": actor.name[:200],
        "acknowledged_note": note,
    }
    return _answered(notice, actor, "alert.acknowledged", changed)


@transaction.atomic
def alert_silence(
    *, organization: Organization, alert_id: uuid.UUID, actor: Actor, until: datetime | None
) -> Alert:
    """Say nothing of it before ``until``; None ends the silence.

    Raises NotFound, and Unprocessable for a time that has passed or is more than a year ahead.
    """
    ((now,),) = fetch("SELECT now()", {})
    if until is not None and not timedelta() < until - now <= _LONGEST_SILENCE:
        raise Unprocessable(
            "An alert is silenced until a time to come, at most a year ahead.",
            errors=[FieldError("until", "Not a time within a year from now.")],
        )
    notice = _notice(organization, alert_id)
    return _answered(notice, actor, "alert.silenced", {"silenced_until": until})


def alert_get(*, organization: Organization, alert_id: uuid.UUID) -> Alert:
    """With the organization's own notice. Raises NotFound."""
    own = AlertNotice.objects.owned_by(organization)
    rows = _concerning(organization).prefetch_related(Prefetch("notices", queryset=own))
    found = rows.filter(pk=alert_id).first()
    if found is None:
        raise NotFound("This organization has no alert with that id.")
    return found


def _concerning(organization: Organization) -> QuerySet[Alert]:
    alerts = Alert.objects.across_organizations("those of the system belong to none")
    return alerts.filter(Q(organization=organization) | Q(organization=None))


def _notice(organization: Organization, alert_id: uuid.UUID) -> AlertNotice:
    """Made if nobody was told yet, and locked."""
    alert = alert_get(organization=organization, alert_id=alert_id)
    row = AlertNotice(organization=organization, alert=alert)
    AlertNotice.objects.bulk_create([row], ignore_conflicts=True)
    own = AlertNotice.objects.owned_by(organization)
    return own.select_for_update(no_key=True).get(alert=alert)


def _answered(notice: AlertNotice, actor: Actor, action: str, changed: dict[str, object]) -> Alert:
    own = AlertNotice.objects.owned_by(notice.organization_id)
    own.filter(pk=notice.pk).update(**changed)
    messages_withdraw([(notice.alert_id, notice.organization_id)])
    alert = alert_get(organization=notice.organization, alert_id=notice.alert_id)
    audit_record(
        organization=notice.organization,
        actor=actor,
        action=action,
        object_kind="alert",
        object_id=alert.pk,
        detail={"kind": alert.kind, "subject": alert.subject},
        changes={
            name: {"before": getattr(notice, name), "after": getattr(told, name)}
            for told in alert.notices.all()
            for name in changed
        },
    )
    return alert


def _open(new: dict[tuple[AlertKind, str], Condition]) -> int:
    if not new:
        return 0
    rows = [
        {
            "id": str(uuid7()),
            "organization_id": str(each.organization_id) if each.organization_id else None,
            "kind": str(kind),
            "subject": subject,
            **_told(each),
        }
        for (kind, subject), each in new.items()
    ]
    opened = fetch(_OPEN, {"rows": json.dumps(rows)})
    for kind, subject in opened:
        grave = DEFAULTS[AlertKind(kind)].severity == Severity.CRITICAL
        (log.error if grave else log.warning)("alert opened", kind=kind, subject=subject)
    return len(opened)


def _change(still: dict[Alert, Condition]) -> None:
    """What is said of an open alert follows what is found."""
    rows = [
        {"id": str(alert.pk), **_told(each)}
        for alert, each in still.items()
        if (alert.count, alert.facts) != (each.count, each.facts)
    ]
    if rows:
        fetch(_CHANGE, {"rows": json.dumps(rows)})


def _told(condition: Condition) -> dict[str, object]:
    facts, count = condition.facts, condition.count
    message = alert_sentence(condition.kind, facts, count)
    return {"message": message, "facts": facts, "count": count}
