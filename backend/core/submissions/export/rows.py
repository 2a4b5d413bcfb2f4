"""The rows of an export, read page by page."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from django.db import transaction

from core.accounts.models import Organization
from core.audit.services import Actor
from core.errors import Unavailable
from core.submissions.export.columns import Columns
from core.submissions.models import StepRun, Submission
from core.submissions.read import SubmissionFilter, submission_page
from core.submissions.sensitive import masked, masked_names, sensitive_read
from core.workflows.models import WorkflowVersion

_PAGE = 500


@dataclass(frozen=True, slots=True)
class Row:
    """``answers``: by question. ``steps``: by the step's key."""

    submission: Submission
    version: WorkflowVersion
    answers: Mapping[str, Any]
    steps: Mapping[str, StepRun]


def rows_of(
    organization: Organization,
    wanted: SubmissionFilter,
    columns: Columns,
    *,
    reveals: Actor | None,
    most: int,
) -> Iterator[Row]:
    """Newest first, and nothing of what comes in meanwhile.

    ``reveals``: who is shown the sensitive answers. It is audited for each submission that has
    some, as when it is looked at alone.
    """
    now = datetime.now(UTC)
    if wanted.accepted_before is None or wanted.accepted_before > now:
        wanted = wanted.model_copy(update={"accepted_before": now})
    return islice(_rows(organization, wanted, columns, reveals), most)


def _rows(
    organization: Organization, wanted: SubmissionFilter, columns: Columns, reveals: Actor | None
) -> Iterator[Row]:
    cursor: str | None = None
    while True:
        page = submission_page(organization=organization, wanted=wanted, cursor=cursor, limit=_PAGE)
        steps = _steps(organization, page.items)
        for each in page.items:
            each.organization = organization
        with transaction.atomic():
            rows = [_row(each, columns, steps[each.pk], reveals) for each in page.items]
        yield from rows
        cursor = page.next_cursor
        if cursor is None:
            return


def _row(
    submission: Submission, columns: Columns, steps: Mapping[str, StepRun], reveals: Actor | None
) -> Row:
    version = columns.versions.get(submission.version_id) or submission.version
    answers = masked(version, submission.data)
    if reveals is not None and masked_names(version, submission.data):
        # Whoever cannot be opened now stays masked; the others are worth having.
        with suppress(Unavailable):
            answers |= sensitive_read(submission=submission, actor=reveals)
    return Row(submission, version, answers, steps)


def _steps(
    organization: Organization, submissions: list[Submission]
) -> dict[uuid.UUID, dict[str, StepRun]]:
    runs = StepRun.objects.owned_by(organization).filter(submission__in=submissions)
    found: dict[uuid.UUID, dict[str, StepRun]] = defaultdict(dict)
    for run in runs.select_related("step").only(
        "submission_id", "position", "status", "record", "record_url", "error_message", "step__key"
    ):
        found[run.submission_id][run.step.key] = run
    return found
