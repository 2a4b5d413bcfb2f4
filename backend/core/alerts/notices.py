"""Who is told of what, and when: each due notice becomes one message per route.

`core.callbacks` sends them. Notice and messages are written in one transaction, so a message is
neither lost nor made twice, whoever dies in between.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction

from core.accounts.models import Organization
from core.alerts.models import Alert, AlertKind, AlertNotice, AlertSettings, Severity
from core.alerts.quiet import is_quiet
from core.alerts.rules import Rules
from core.alerts.withdrawing import answered_withdraw, messages_withdraw
from core.alerts.words import Event, Telling, alert_facts
from core.callbacks.models import Callback, CallbackEndpoint, Purpose
from core.ids import uuid7
from core.postgres.statements import fetch

_BATCH = 500

_BEGIN = """
INSERT INTO alerts_alertnotice (id, organization_id, alert_id, acknowledged_by)
SELECT gen_random_uuid(), organization.id, alert.id, ''
FROM alerts_alert AS alert
JOIN accounts_organization AS organization ON organization.id = alert.organization_id
    OR (alert.organization_id IS NULL AND organization.slug = coalesce(
        nullif(%(operators)s, ''), organization.slug))
WHERE alert.resolved_at IS NULL AND NOT EXISTS (
    SELECT FROM alerts_alertnotice AS notice
    WHERE notice.alert_id = alert.id AND notice.organization_id = organization.id)
ON CONFLICT DO NOTHING RETURNING id
"""

_DUE = """
SELECT notice.id FROM alerts_alertnotice AS notice
JOIN alerts_alert AS alert ON alert.id = notice.alert_id
WHERE notice.closed_at IS NULL AND notice.id > %(after)s AND (
    alert.resolved_at IS NOT NULL
    OR notice.acknowledged_at IS NULL
        AND (notice.told_at IS NULL OR notice.repeat_at <= now())
        AND (notice.silenced_until IS NULL OR notice.silenced_until <= now()))
ORDER BY notice.id LIMIT %(batch)s
FOR NO KEY UPDATE OF notice SKIP LOCKED
"""

# A message that is on its way would overtake the one that says it is over.
_SENDING = """
SELECT DISTINCT topic, organization_id FROM callbacks_callback
WHERE topic = ANY (%(alerts)s) AND status = 'sending'
"""


@dataclass(slots=True)
class _Round:
    """What one round knows of every organization, read once."""

    now: datetime
    rules: Rules
    wanted: dict[uuid.UUID, AlertSettings]
    routes: dict[uuid.UUID, list[CallbackEndpoint]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def telling(self, organization: Organization) -> Telling:
        wanted = self.wanted.get(organization.pk, AlertSettings())
        return Telling(organization.name, wanted.language, ZoneInfo(wanted.time_zone))


def notices_tell() -> int:
    """Make messages for what is new, still open after a while, or over; how many notices."""
    answered_withdraw()
    fetch(_BEGIN, {"operators": settings.WAYBILL_ALERT_OPERATORS})
    this = _round()
    told, after = 0, uuid.UUID(int=0)
    while True:
        with transaction.atomic():
            due = [row[0] for row in fetch(_DUE, {"after": after, "batch": _BATCH})]
            told += _tell(this, due) if due else 0
        if len(due) < _BATCH:
            return told
        after = due[-1]


def _round() -> _Round:
    ((now,),) = fetch("SELECT now()", {})
    wanted = AlertSettings.objects.across_organizations("one round tells all")
    this = _Round(now, Rules.read(), {each.organization_id: each for each in wanted})
    endpoints = CallbackEndpoint.objects.across_organizations("one round tells all")
    for route in endpoints.filter(purpose=Purpose.ALERTS, disabled_at=None):
        this.routes[route.organization_id].append(route)
    return this


def _tell(this: _Round, due: list[uuid.UUID]) -> int:
    notices = list(
        AlertNotice.objects.across_organizations("one round tells all")
        .filter(pk__in=due)
        .select_related("alert", "organization")
    )
    alerts = [notice.alert_id for notice in notices]
    sending = set(fetch(_SENDING, {"alerts": alerts}))
    changed: list[AlertNotice] = []
    messages: list[Callback] = []
    for notice in notices:
        event = _event(this, notice)
        key = (notice.alert_id, notice.organization_id)
        if event is None or (event == Event.RESOLVED and key in sending):
            continue
        changed.append(notice)
        if event == Event.RESOLVED:
            notice.closed_at = this.now
            if notice.told_at is None:
                continue
        else:
            rule = this.rules.of(notice.organization_id, AlertKind(notice.alert.kind))
            notice.told_at = this.now
            notice.repeat_at = this.now + timedelta(seconds=rule.repeat)
        messages += _messages(this, notice, event)
    messages_withdraw([(each.alert_id, each.organization_id) for each in changed])
    rows = AlertNotice.objects.across_organizations("one round tells all")
    rows.bulk_update(changed, ["told_at", "repeat_at", "closed_at"])
    Callback.objects.bulk_create(messages)
    return len(changed)


def _event(this: _Round, notice: AlertNotice) -> Event | None:
    """What there is to tell; None: not now."""
    rule = this.rules.of(notice.organization_id, AlertKind(notice.alert.kind))
    resolved = notice.alert.resolved_at is not None
    if resolved and notice.told_at is None:
        return Event.RESOLVED
    wanted = this.wanted.get(notice.organization_id)
    if rule.severity != Severity.CRITICAL and wanted is not None and is_quiet(wanted, this.now):
        return None
    if resolved:
        return Event.RESOLVED
    if not rule.enabled:
        return None
    return Event.OPENED if notice.told_at is None else Event.REPEATED


def _messages(this: _Round, notice: AlertNotice, event: Event) -> list[Callback]:
    alert: Alert = notice.alert
    severity = this.rules.of(notice.organization_id, AlertKind(alert.kind)).severity
    facts: dict[str, Any] | None = None
    made = []
    for route in this.routes[notice.organization_id]:
        if severity not in route.severities:
            continue
        facts = facts or alert_facts(alert, event, severity, this.telling(notice.organization))
        made.append(
            Callback(
                id=uuid7(),
                organization_id=notice.organization_id,
                endpoint=route,
                topic=alert.pk,
                kind=f"alert.{event}",
                happened_at=this.now,
                facts=facts,
                next_attempt_at=this.now,
            )
        )
    return made
