from __future__ import annotations

from django.db import transaction

from core.accounts.models import Organization
from core.audit.changes import changes_between
from core.audit.services import Actor, audit_record

CHANGEABLE = ("name", "retention_days")


@transaction.atomic
def organization_change(
    *, organization: Organization, actor: Actor, name: str, retention_days: int
) -> Organization:
    """Set the display name and the number of days that attempts and events are kept."""
    locked = Organization.objects.select_for_update(no_key=True).get(pk=organization.pk)
    before = {field: getattr(locked, field) for field in CHANGEABLE}
    after = {"name": name, "retention_days": retention_days}
    if before == after:
        return locked
    locked.name, locked.retention_days = name, retention_days
    locked.save(update_fields=CHANGEABLE)
    audit_record(
        organization=locked,
        actor=actor,
        action="organization.changed",
        object_kind="organization",
        object_id=locked.pk,
        changes=changes_between(before, after),
    )
    return locked
