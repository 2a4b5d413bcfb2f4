"""Counts submissions that ended by a person's decision."""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from django.db import transaction

from core.metrics import submissions_count, workflow_name
from core.submissions.operate.hold import HeldSubmission


def ended_record(held: HeldSubmission, statuses: Mapping[uuid.UUID, str]) -> None:
    """Count the new statuses once they are committed."""
    submission = held.submission
    name = workflow_name(submission.organization.slug, submission.workflow.slug)
    ended = {(name, status): [submission_id] for submission_id, status in statuses.items()}
    transaction.on_commit(lambda: submissions_count(ended))
