"""That a submission was accepted, for the statistics: the one fact that no trigger writes, but for
sessions of the release before.

Intake is the only statement in which a trigger shows: it costs a hundredth of a request, a further
part of the statement a third of that.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.postgres.statements import fetch
from core.submissions.models import Submission

ACCEPTED_FACTS = """INSERT INTO statistics_fact
        (organization_id, submission_id, at, happened, sign)
    SELECT {organization}, id, now(), 'accepted', 1 FROM accepted"""
"""Of the submissions in ``accepted``, in their transaction."""

_OF_WRITTEN = f"""
WITH accepted AS (SELECT unnest(%(submissions)s::uuid[]) AS id)
{ACCEPTED_FACTS.format(organization="%(organization)s::uuid")}
RETURNING id
"""


def acceptances_note(submissions: Sequence[Submission]) -> None:
    """Note that these submissions of one organization were written in this transaction, other than
    by intake."""
    organization_id = submissions[0].organization_id
    ids = [submission.pk for submission in submissions]
    fetch(_OF_WRITTEN, {"submissions": ids, "organization": organization_id})
