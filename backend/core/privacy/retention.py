from __future__ import annotations

from django.db import transaction

from core.accounts.models import Organization
from core.audit.changes import changes_between
from core.audit.services import Actor, audit_record
from core.kit.errors import FieldError, NotFound, Unprocessable
from core.workflows.models import Workflow

MOST_DAYS = 32_767


@transaction.atomic
def retention_set(
    *, organization: Organization, workflow: str | None, days: int | None, actor: Actor
) -> None:
    """Set how many days after its end a submission of this workflow (its slug), or of all that say
    nothing themselves, is kept; None says nothing. Raises NotFound and Unprocessable."""
    if days is not None and not 1 <= days <= MOST_DAYS:
        raise Unprocessable(
            f"Submissions are kept for 1 to {MOST_DAYS} days.",
            errors=[FieldError("days", "Out of range.")],
        )
    if workflow is None:
        before = organization.submission_retention_days
        organization.submission_retention_days = days
        organization.save(update_fields=["submission_retention_days"])
        kind, thing = "organization", organization.pk
    else:
        owned = Workflow.objects.owned_by(organization)
        found = owned.select_for_update().filter(slug=workflow).first()
        if found is None:
            raise NotFound(f"{organization.name} has no workflow “{workflow}”.")
        before, found.retention_days = found.retention_days, days
        found.save(update_fields=["retention_days"])
        kind, thing = "workflow", found.pk
    audit_record(
        organization=organization,
        actor=actor,
        action=f"{kind}.retention_set",
        object_kind=kind,
        object_id=thing,
        detail={"name": workflow or organization.name},
        changes=changes_between({"days": before}, {"days": days}),
    )
