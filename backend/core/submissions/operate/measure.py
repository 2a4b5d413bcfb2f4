"""Counts submissions that ended by a person's decision."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db import transaction

from core.metrics import WorkflowName, submissions_count, workflow_name
from core.submissions.models import Submission


def ended_record(submissions: Iterable[Submission], statuses: Mapping[uuid.UUID, str]) -> None:
    """Count the new statuses of submissions once they are committed."""
    ended: dict[tuple[WorkflowName, str], list[uuid.UUID]] = defaultdict(list)
    for each in submissions:
        if each.pk in statuses:
            name = workflow_name(each.organization.slug, each.workflow.slug)
            ended[name, statuses[each.pk]].append(each.pk)
    transaction.on_commit(lambda: submissions_count(ended))
