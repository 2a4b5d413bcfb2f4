from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Sequence

from django.db.models import Count, Prefetch, Q, QuerySet, prefetch_related_objects

from core.accounts.models import Organization
from core.errors import NotFound
from core.postgres.pages import Page
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
from core.submissions.read.candidates import page_of
from core.submissions.read.filters import SubmissionFilter, continuing
from core.submissions.read.orders import Sort
from core.submissions.read.progress import step_in_the_way
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
    wanted: SubmissionFilter | None = None,
    sort: Sort = Sort.NEWEST,
    cursor: str | None = None,
    limit: int = 50,
) -> Page[Submission]:
    """The submissions of a filter, each with its state, what it went on as, and what `Submission`
    says of such items.

    A page may be shorter than ``limit``, or empty, and still have a cursor: nothing more was found
    among the many that were looked at, and further ones follow.
    """
    page = page_of(
        organization, wanted or SubmissionFilter(), sort=sort, cursor=cursor, limit=limit
    )
    again = continuing(organization).select_related("state")
    again = again.only("organization", "reference", "resumed_from", "state__status")
    prefetch_related_objects(page.items, "workflow", Prefetch("resumed_as", queryset=again))
    _attach_steps(organization, page.items)
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
        "resumed_as__state",
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


def _attach_steps(organization: Organization, submissions: list[Submission]) -> None:
    """Set ``steps_total``, ``steps_done`` and ``in_the_way`` on each, in two queries."""
    runs = StepRun.objects.owned_by(organization).filter(submission__in=submissions)
    done = Q(status__in=[StepStatus.SUCCEEDED, StepStatus.SKIPPED])
    counts = {
        row["submission"]: row
        for row in runs.values("submission").annotate(
            total=Count("pk"), done=Count("pk", filter=done)
        )
    }
    undone: dict[uuid.UUID, list[StepRun]] = defaultdict(list)
    for run in runs.exclude(done).select_related("connection", "step"):
        undone[run.submission_id].append(run)
    for submission in submissions:
        row = counts.get(submission.pk, {"total": 0, "done": 0})
        submission.steps_total = row["total"]
        submission.steps_done = row["done"]
        submission.in_the_way = step_in_the_way(undone[submission.pk])
