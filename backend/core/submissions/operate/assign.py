"""Who looks after a submission."""

from __future__ import annotations

import uuid

from django.db.models.functions import Now

from core.accounts.models import Membership, Organization
from core.audit.changes import changes_between
from core.audit.services import Actor, audit_record
from core.errors import FieldError, Unprocessable
from core.submissions.models import Assignment, EventKind
from core.submissions.operate.hold import hold
from core.submissions.state import event_log_submission


def submission_assign(
    *,
    organization: Organization,
    submission_id: uuid.UUID,
    member_id: uuid.UUID | None,
    actor: Actor,
) -> None:
    """Give a submission to a member of the organization, or to nobody. Doing it again does nothing.

    Raises NotFound, and Unprocessable for somebody who is no member.
    """
    with hold(organization=organization, submission_id=submission_id) as held:
        rows = Assignment.objects.owned_by(organization).filter(submission=held.submission)
        before = rows.select_related("member__user").first()
        member = _member(organization, member_id) if member_id else None
        if (before.member_id if before else None) == (member.pk if member else None):
            return
        if member is None:
            rows.delete()
        elif before is None:
            Assignment.objects.create(
                submission=held.submission, organization=organization, member=member
            )
        else:
            rows.update(member=member, at=Now())
        after = _name(member)
        event_log_submission(
            EventKind.SUBMISSION_ASSIGNED, held.submission, {"to": after, "by": actor.name}
        )
        audit_record(
            organization=organization,
            actor=actor,
            action="submission.assigned",
            object_kind="submission",
            object_id=held.submission.pk,
            detail={"reference": held.submission.reference},
            changes=changes_between(
                {"member": str(before.member_id) if before else None},
                {"member": str(member.pk) if member else None},
            ),
        )


def _member(organization: Organization, member_id: uuid.UUID) -> Membership:
    rows = Membership.objects.owned_by(organization).filter(pk=member_id)
    # Held, so that nobody is removed while they are given something.
    found = rows.select_related("user").select_for_update(of=("self",), no_key=True).first()
    if found is None:
        raise Unprocessable(
            "A submission is given to a member of the organization.",
            errors=[FieldError("member_id", "Nobody here has this id any more. Choose another.")],
        )
    return found


def _name(member: Membership | None) -> str | None:
    return None if member is None else member.user.name or member.user.email
