"""That a submission was accepted, for the statistics: the one fact that no trigger writes, but for
sessions of the release before.

Intake is the only statement in which a trigger shows: it costs a hundredth of a request, a further
part of the statement a third of that.
"""

from __future__ import annotations

from core.postgres.statements import fetch
from core.submissions.models import Submission

ACCEPTED_FACTS = """INSERT INTO statistics_fact
        (organization_id, submission_id, at, happened, sign)
    SELECT {organization}, id, now(), 'accepted', 1 FROM accepted"""
"""Of the submissions in ``accepted``, in their transaction."""

_OF_ONE = f"""
WITH accepted AS (SELECT %(submission)s::uuid AS id)
{ACCEPTED_FACTS.format(organization="%(organization)s::uuid")}
RETURNING id
"""


def acceptance_note(submission: Submission) -> None:
    """Note that ``submission`` was written in this transaction, other than by intake."""
    fetch(_OF_ONE, {"submission": submission.pk, "organization": submission.organization_id})
