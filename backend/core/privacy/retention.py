"""How long ended submissions are kept: by their workflow, else their organization, else for
good."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from core.accounts.models import Organization
from core.audit.changes import changes_between
from core.audit.services import Actor, audit_record
from core.errors import FieldError, NotFound, Unprocessable
from core.ids import uuid7_floor
from core.submissions.models import SubmissionState
from core.submissions.models.states import SUBMISSION_ENDS
from core.workflows.models import Workflow

MOST_DAYS = 32_767
MOST_COUNTED = 10_000


@dataclass(frozen=True, slots=True)
class Affected:
    """What a retention time would delete next: submissions that ended before a moment.

    ``more``: counting stopped early; there are more.
    """

    submissions: int
    more: bool
    ended_before: datetime


def kept_days(workflow: Workflow) -> int | None:
    """Days that a submission is kept after its end; None: for good."""
    if workflow.retention_days is not None:
        return workflow.retention_days
    return workflow.organization.submission_retention_days


def organization_days(organization: Organization) -> int | None:
    """The organization's own setting; None: for good."""
    return Organization.objects.values_list("submission_retention_days", flat=True).get(
        pk=organization.pk
    )


def retention_list(*, organization: Organization) -> QuerySet[Workflow]:
    """The organization's workflows, with the data that `kept_days` needs."""
    return Workflow.objects.owned_by(organization).select_related("organization")


def retention_of(*, organization: Organization, workflow: str, lock: bool = False) -> Workflow:
    """One of the organization's workflows, as `kept_days` needs it. Raises NotFound."""
    owned = retention_list(organization=organization)
    if lock:
        owned = owned.select_for_update(of=("self",))
    found = owned.filter(slug=workflow).first()
    if found is None:
        raise NotFound(f"{organization.name} has no workflow “{workflow}”.")
    return found


def submissions_over(
    organization: Organization, workflows: Sequence[Workflow], before: datetime
) -> QuerySet[SubmissionState]:
    """The submissions of some of its workflows that ended before a moment."""
    # Ids sort by age, so the workflow's index finds the oldest first.
    return SubmissionState.objects.owned_by(organization).filter(
        submission__workflow__in=workflows,
        submission__lt=uuid7_floor(before),
        status__in=sorted(SUBMISSION_ENDS),
        finished_at__lt=before,
    )


def retention_affects(*, organization: Organization, workflow: str | None, days: int) -> Affected:
    """What `retention_set` would delete with these values. Raises NotFound, Unprocessable."""
    _require_sense(days)
    before = datetime.now(UTC) - timedelta(days=days)
    over = submissions_over(organization, _said_for(organization, workflow), before)
    count = over[: MOST_COUNTED + 1].count()
    return Affected(min(count, MOST_COUNTED), more=count > MOST_COUNTED, ended_before=before)


@transaction.atomic
def retention_set(
    *, organization: Organization, workflow: str | None, days: int | None, actor: Actor
) -> None:
    """Set how many days submissions are kept after their end: those of this workflow (its slug),
    or of all workflows without a setting. None: no setting. Raises NotFound and Unprocessable."""
    if days is not None:
        _require_sense(days)
    if workflow is None:
        locked = Organization.objects.select_for_update(no_key=True).get(pk=organization.pk)
        before = locked.submission_retention_days
        locked.submission_retention_days = days
        locked.save(update_fields=["submission_retention_days"])
        kind, thing = "organization", locked.pk
    else:
        found = retention_of(organization=organization, workflow=workflow, lock=True)
        before, found.retention_days = found.retention_days, days
        found.save(update_fields=["retention_days"])
        kind, thing = "workflow", found.pk
    if before == days:
        return
    audit_record(
        organization=organization,
        actor=actor,
        action=f"{kind}.retention_set",
        object_kind=kind,
        object_id=thing,
        detail={"name": workflow or organization.name},
        changes=changes_between({"days": before}, {"days": days}),
    )


def _said_for(organization: Organization, workflow: str | None) -> Sequence[Workflow]:
    if workflow is not None:
        return [retention_of(organization=organization, workflow=workflow)]
    return list(retention_list(organization=organization).filter(retention_days=None))


def _require_sense(days: int) -> None:
    if not 1 <= days <= MOST_DAYS:
        raise Unprocessable(
            f"Submissions are kept for 1 to {MOST_DAYS} days.",
            errors=[FieldError("days", "Out of range.")],
        )
