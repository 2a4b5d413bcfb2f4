from __future__ import annotations

import uuid

from django.db.models import Count, Prefetch, Q, QuerySet

from core.accounts.models import Organization
from core.kit.errors import NotFound
from core.kit.pages import Page, page_newest_first
from core.submissions.models import Attempt, Event, StepRun, StepStatus, Submission
from core.submissions.tokens import read_tracking_token


def submission_page(
    *,
    organization: Organization,
    status: str | None = None,
    workflow: str | None = None,
    search: str | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> Page[Submission]:
    """Newest first. ``search`` matches an id, a reference, an e-mail answer, or how a subject
    begins: each by an index, so that it takes no longer with millions of them."""
    rows = Submission.objects.owned_by(organization).select_related("workflow")
    if status:
        rows = rows.filter(status=status)
    if workflow:
        rows = rows.filter(workflow__slug=workflow)
    if search:
        rows = rows.filter(_matching(search.strip()))
    page = page_newest_first(rows, cursor=cursor, limit=limit)
    _attach_step_counts(page.items)
    return page


def submission_get(*, organization: Organization, submission_id: uuid.UUID) -> Submission:
    """One submission with its step runs and their attempts. Raises NotFound."""
    found = _whole(Submission.objects.owned_by(organization).filter(pk=submission_id)).first()
    if found is None:
        raise NotFound("This organization has no submission with that id.")
    return found


def submission_by_token(*, token: str) -> Submission:
    """The submission of a tracking link, with its step runs. Raises NotFound."""
    submission_id = read_tracking_token(token)
    found = _whole(Submission.objects.filter(pk=submission_id)).first()
    if found is None:
        raise NotFound("This submission is no longer kept.")
    return found


def events_after(submission: Submission, *, after: int = 0, limit: int = 100) -> list[Event]:
    """What was logged for a submission after the event with that id, oldest first."""
    rows = Event.objects.filter(submission=submission, at__gte=submission.created_at, pk__gt=after)
    return list(rows.order_by("pk")[:limit])


def _whole(rows: QuerySet[Submission]) -> QuerySet[Submission]:
    runs = StepRun.objects.select_related("step", "connection").prefetch_related(
        Prefetch("attempts", queryset=Attempt.objects.order_by("number"))
    )
    related = rows.select_related("workflow", "version", "organization", "resumed_from")
    return related.prefetch_related(
        Prefetch("step_runs", queryset=runs.order_by("position")), "resumed_as"
    )


def _matching(text: str) -> Q:
    try:
        return Q(pk=uuid.UUID(text))
    except ValueError:
        return (
            Q(reference=text.upper())
            | Q(subject__istartswith=text)
            | Q(data__has_key="email", data__email__iexact=text)
        )


def _attach_step_counts(submissions: list[Submission]) -> None:
    """Set ``steps_total``, ``steps_done`` and ``problem`` on each, in two queries."""
    runs = StepRun.objects.filter(submission__in=submissions)
    done = Q(status__in=[StepStatus.SUCCEEDED, StepStatus.SKIPPED])
    counts = {
        row["submission"]: row
        for row in runs.values("submission").annotate(
            total=Count("pk"), done=Count("pk", filter=done)
        )
    }
    problems = dict(
        runs.exclude(error_message="")
        .exclude(status=StepStatus.SUCCEEDED)
        .order_by("-position")
        .values_list("submission", "error_message")
    )
    for submission in submissions:
        row = counts.get(submission.pk, {"total": 0, "done": 0})
        submission.steps_total = row["total"]
        submission.steps_done = row["done"]
        submission.problem = problems.get(submission.pk)
