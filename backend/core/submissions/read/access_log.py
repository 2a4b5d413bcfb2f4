from __future__ import annotations

import uuid

from core.accounts.models import Organization
from core.audit.services import Actor, audit_read
from core.submissions.models import Submission


def submission_was_read(*, submission: Submission, actor: Actor) -> None:
    """Note that somebody saw its answers and evidence; see `audit_read` for how often."""
    audit_read(
        organization=submission.organization,
        actor=actor,
        action="submission.read",
        object_kind="submission",
        object_id=submission.pk,
        detail={"reference": submission.reference},
    )


def submission_was_watched(
    *, organization: Organization, submission_id: uuid.UUID, actor: Actor
) -> None:
    """The same for somebody who has it sent on every change."""
    owned = Submission.objects.owned_by(organization).select_related("organization")
    found = owned.filter(pk=submission_id).first()
    if found is not None:
        submission_was_read(submission=found, actor=actor)
