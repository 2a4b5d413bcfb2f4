"""What is wrong with an organization's records: its audit log, callbacks, keys and clients."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import QuerySet
from django.db.models.functions import Now

from core.accounts.models import ApiKey, Credential
from core.alerts.conditions.condition import Condition
from core.alerts.models import AlertKind
from core.alerts.rules import Rules
from core.audit.chain_verify import unsealed_too_long
from core.audit.models import AuditCheck
from core.callbacks.selectors import endpoints_disabled_by_us
from core.credentials.models import OAuthClient
from integrations.sdk.redaction.redaction import Redactor

_TOLD_AFTER = timedelta(days=1)
"""So long after its end a credential still has its alert."""


def record_conditions(rules: Rules) -> Iterator[Condition]:
    """Audit logs that do not hold, endpoints that we disabled, credentials near their end."""
    yield from audit_conditions()
    yield from _callbacks()
    keys = ApiKey.objects.across_organizations("alerts are looked for in all")
    clients = OAuthClient.objects.across_organizations("alerts are looked for in all")
    yield from _credentials(rules, keys)
    yield from _credentials(rules, clients)


def audit_conditions() -> Iterator[Condition]:
    """Audit logs whose chain was broken at the last check, or that are no longer sealed."""
    checks = AuditCheck.objects.across_organizations("looked for in all").exclude(finding="")
    for check in checks:
        facts = {"finding": check.finding}
        yield Condition(AlertKind.AUDIT, str(check.pk), facts, check.pk)
    for organization_id in unsealed_too_long():
        facts = {"finding": "Entries wait to be sealed for more than five minutes."}
        subject = f"{organization_id}/unsealed"
        yield Condition(AlertKind.AUDIT, subject, facts, organization_id)


def _callbacks() -> Iterator[Condition]:
    for endpoint in endpoints_disabled_by_us():
        name = endpoint.description or Redactor().url(endpoint.url)
        facts = {"endpoint": name, "reason": endpoint.disabled_reason}
        kind = AlertKind.CALLBACKS_DISABLED
        yield Condition(kind, str(endpoint.pk), facts, endpoint.organization_id)


def _credentials(
    rules: Rules, rows: QuerySet[ApiKey] | QuerySet[OAuthClient]
) -> Iterator[Condition]:
    kind = AlertKind.CREDENTIAL_ENDS
    longest = timedelta(seconds=max(rule.window or 0 for rule in rules.every(kind)))
    near = rows.filter(
        revoked_at=None, expires_at__gt=Now() - _TOLD_AFTER, expires_at__lt=Now() + longest
    )
    credential: Credential
    for credential in near.annotate(moment=Now()):
        window = timedelta(seconds=rules.of(credential.organization_id, kind).window or 0)
        ends = credential.expires_at
        if ends is not None and ends < credential.moment + window:
            facts = {"name": credential.name, "key": credential.public_name}
            facts["until"] = ends.isoformat()
            yield Condition(kind, str(credential.pk), facts, credential.organization_id)
