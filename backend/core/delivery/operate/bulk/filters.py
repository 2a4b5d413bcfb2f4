from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from core.accounts.models import Organization
from core.delivery.models import BulkKind
from core.submissions.models import StepRun, StepStatus, Submission, SubmissionStatus
from core.submissions.read import SubmissionFilter, submissions_matching

_SUITABLE = {
    BulkKind.RETRY: [SubmissionStatus.DELIVERING, SubmissionStatus.NEEDS_ATTENTION],
    BulkKind.RESUME: [SubmissionStatus.FAILED, SubmissionStatus.CANCELLED],
    BulkKind.CANCEL: [
        SubmissionStatus.ACCEPTED,
        SubmissionStatus.DELIVERING,
        SubmissionStatus.NEEDS_ATTENTION,
    ],
}

BulkFilter = SubmissionFilter
"""What a list shows is what an action takes."""


def bulk_matching(
    organization: Organization, kind: BulkKind, wanted: BulkFilter
) -> QuerySet[Submission]:
    """The submissions of a filter whose state allows the action."""
    rows = submissions_matching(organization, wanted)
    rows = rows.filter(state__status__in=_SUITABLE[kind])
    if kind is BulkKind.RESUME:
        again = Submission.objects.owned_by(organization).filter(resumed_from=OuterRef("pk"))
        rows = rows.exclude(Exists(again))
    if kind is BulkKind.RETRY:
        waiting = StepRun.objects.owned_by(organization).filter(status=StepStatus.WAITING)
        rows = rows.filter(Exists(waiting.filter(submission=OuterRef("pk"))))
    return rows
