from __future__ import annotations

import uuid
from collections.abc import Sequence

from django.db.models import Count, Prefetch, Q, QuerySet

from core.accounts.models import Organization
from core.errors import NotFound
from core.postgres.pages import Page, page_newest_first
from core.postgres.tenancy import every_organization, organization_enter
from core.submissions.models import (
    Attempt,
    Event,
    Note,
    Replay,
    StepRun,
    StepStatus,
    Submission,
)
from core.submissions.models.states import STEP_ENDS
from core.submissions.read.search import matching
from core.submissions.read.tracking_links import read_tracking_token
from core.workflows.models import Workflow


def workflow_submissions_count(*, organization: Organization, slug: str) -> int:
    """How many submissions a workflow has, of all its versions; 0 where there is no workflow."""
    workflows = Workflow.objects.owned_by(organization).filter(slug=slug)
    rows = Submission.objects.owned_by(organization)
    return rows.filter(workflow_id__in=list(workflows.values_list("pk", flat=True))).count()


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
    # Workflows are read apart: joined, PostgreSQL guesses how many rows are left of so small a
    # table, and sorts all of an organization's submissions rather than follow an index.
    rows = Submission.objects.owned_by(organization).select_related("state")
    rows = rows.prefetch_related("workflow")
    if status:
        rows = rows.filter(state__status=status, state__organization=organization)
    if workflow:
        # By its id: an index begins with it.
        workflows = Workflow.objects.owned_by(organization).filter(slug=workflow)
        rows = rows.filter(workflow_id__in=list(workflows.values_list("pk", flat=True)))
    if search:
        rows = rows.filter(matching(organization, search.strip()))
    by = "state__submission" if status else "pk"
    page = page_newest_first(rows, cursor=cursor, limit=limit, by=by)
    _attach_step_counts(organization, page.items)
    return page


def submission_get(*, organization: Organization, submission_id: uuid.UUID) -> Submission:
    """One submission with its step runs and their attempts. Raises NotFound."""
    found = _whole(organization.pk, submission_id).first()
    if found is None:
        raise NotFound("This organization has no submission with that id.")
    return found


def submissions_whole(
    *, organization: Organization, submission_ids: Sequence[uuid.UUID]
) -> list[Submission]:
    """Those of these that there are, with their step runs and their attempts, oldest first."""
    return list(_whole(organization.pk, *submission_ids).order_by("pk"))


def submission_by_token(*, token: str) -> Submission:
    """The submission of a tracking link, with its step runs. Raises NotFound.

    From then on the caller acts for its organization.
    """
    submission_id = read_tracking_token(token)
    with every_organization("the token says which submission, not whose"):
        rows = Submission.objects.across_organizations("the token is the right to read it")
        owner = rows.filter(pk=submission_id).values_list("organization_id", flat=True).first()
    if owner is None:
        raise NotFound("This submission is no longer kept.")
    organization_enter(owner)
    found = _whole(owner, submission_id).first()
    if found is None:
        raise NotFound("This submission is no longer kept.")
    return found


def attempts_of(run: StepRun) -> list[Attempt]:
    """The tries of a run that `submission_get` or the like read, with the one that goes on now."""
    ended = list(run.attempts.all())
    if run.status != StepStatus.SENDING or run.claimed_at is None:
        return ended
    going_on = Attempt(
        organization_id=run.organization_id,
        step_run=run,
        number=run.tries,
        fence=run.fence,
        worker=run.worker,
        started_at=run.claimed_at,
    )
    return [*ended, going_on]


def events_after(submission: Submission, *, after: int = 0, limit: int = 100) -> list[Event]:
    """What was logged for a submission after the event with that id, oldest first."""
    rows = Event.objects.owned_by(submission.organization_id).filter(
        submission=submission, at__gte=submission.created_at, pk__gt=after
    )
    return list(rows.order_by("pk")[:limit])


def _whole(owner: uuid.UUID, *submission_ids: uuid.UUID) -> QuerySet[Submission]:
    attempts = Attempt.objects.owned_by(owner).order_by("number")
    runs = (
        StepRun.objects.owned_by(owner)
        .select_related("step", "connection")
        .prefetch_related(Prefetch("attempts", queryset=attempts))
    )
    related = Submission.objects.owned_by(owner).filter(pk__in=submission_ids)
    related = related.select_related(
        *("state", "workflow", "version", "organization", "resumed_from"),
        *("replay__origin", "assignment__member__user"),
    )
    replays = Replay.objects.owned_by(owner).select_related("submission").order_by("-submission")
    return related.prefetch_related(
        Prefetch("step_runs", queryset=runs.order_by("position")),
        Prefetch("replays", queryset=replays),
        "resumed_as",
    )


def step_ahead(run: StepRun) -> StepRun | None:
    """The step run that goes first in the ordering line of one that stands in it."""
    line = StepRun.objects.owned_by(run.organization_id).filter(
        connection_id=run.connection_id, ordering_key=run.ordering_key, pk__lt=run.pk
    )
    open_ones = line.exclude(status__in=sorted(STEP_ENDS)).select_related("submission")
    return open_ones.order_by("pk").first()


def notes_of(submission: Submission) -> list[Note]:
    """What operators wrote about it, oldest first."""
    notes = Note.objects.owned_by(submission.organization_id).filter(submission=submission)
    return list(notes.order_by("pk"))


def _attach_step_counts(organization: Organization, submissions: list[Submission]) -> None:
    """Set ``steps_total``, ``steps_done`` and ``problem`` on each, in two queries."""
    runs = StepRun.objects.owned_by(organization).filter(submission__in=submissions)
    done = Q(status__in=[StepStatus.SUCCEEDED, StepStatus.SKIPPED])
    counts = {
        row["submission"]: row
        for row in runs.values("submission").annotate(
            total=Count("pk"), done=Count("pk", filter=done)
        )
    }
    problems = dict(
        runs.exclude(error_message="")
        .exclude(done)
        .order_by("-position")
        .values_list("submission", "error_message")
    )
    for submission in submissions:
        row = counts.get(submission.pk, {"total": 0, "done": 0})
        submission.steps_total = row["total"]
        submission.steps_done = row["done"]
        submission.problem = problems.get(submission.pk)
