"""Taking submissions to change them."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from django.db import DatabaseError, InterfaceError, transaction
from django.db.models import prefetch_related_objects

from core.accounts.models import Organization
from core.errors import NotFound
from core.submissions.models import StepRun, Submission
from core.submissions.state import Line, lock_lines, lock_submissions
from core.workflows.models import WorkflowVersion

_Prepared = TypeVar("_Prepared")


@dataclass(frozen=True, slots=True)
class HeldSubmission:
    """A submission whose row, lines and runs nobody else changes until the block ends.

    ``lines``: of all that are held together.
    """

    submission: Submission
    runs: list[StepRun]
    lines: list[Line]


@contextmanager
def hold(*, organization: Organization, submission_id: uuid.UUID) -> Iterator[HeldSubmission]:
    """One transaction around a submission and its runs, in every caller's lock order.

    Raises NotFound when the organization has no such submission.
    """
    with hold_each(organization=organization, submission_ids=[submission_id]) as held:
        if not held:
            raise NotFound("This organization has no submission with that id.")
        yield held[0]


@contextmanager
def hold_each(
    *, organization: Organization, submission_ids: Sequence[uuid.UUID]
) -> Iterator[list[HeldSubmission]]:
    """One transaction around those of the submissions that the organization has, as `hold`.

    Those of one version share it, with its workflow and its steps.
    """
    with transaction.atomic():
        owned = Submission.objects.owned_by(organization).filter(pk__in=submission_ids)
        ids = list(owned.values_list("pk", flat=True))
        lock_submissions(ids)
        lines = lock_lines(ids)
        submissions = list(owned.filter(pk__in=ids).select_related("state").order_by("pk"))
        _versions_give(organization, submissions)
        runs = _runs_locked(organization, submissions)
        yield [HeldSubmission(each, runs[each.pk], lines) for each in submissions]


def held_prepare(
    held: Sequence[HeldSubmission], prepare: Callable[[HeldSubmission], _Prepared]
) -> tuple[list[_Prepared], dict[uuid.UUID, Exception]]:
    """What ``prepare`` makes of each, and what it raised instead, by submission.

    An error of the database is raised: nothing can follow it in its transaction.
    """
    prepared, refused = [], {}
    for each in held:
        try:
            prepared.append(prepare(each))
        except (DatabaseError, InterfaceError):
            raise
        except Exception as error:
            refused[each.submission.pk] = error
    return prepared, refused


def _versions_give(organization: Organization, submissions: Sequence[Submission]) -> None:
    found = WorkflowVersion.objects.owned_by(organization).select_related("workflow")
    versions = found.in_bulk({each.version_id for each in submissions})
    prefetch_related_objects(list(versions.values()), "steps")
    for each in submissions:
        each.organization = organization
        each.version = versions[each.version_id]
        each.workflow = each.version.workflow


def _runs_locked(
    organization: Organization, submissions: Sequence[Submission]
) -> dict[uuid.UUID, list[StepRun]]:
    owners = {each.pk: each for each in submissions}
    runs = StepRun.objects.owned_by(organization).filter(submission__in=owners)
    found: dict[uuid.UUID, list[StepRun]] = defaultdict(list)
    for run in runs.order_by("submission", "position").select_for_update():
        run.submission = owners[run.submission_id]
        steps = run.submission.version.steps.all()
        run.step = next(step for step in steps if step.pk == run.step_id)
        found[run.submission_id].append(run)
    return found
