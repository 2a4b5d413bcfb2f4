"""Deletes a connection that nothing uses."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from django.db import transaction

from core.accounts.models import Organization
from core.audit.services import Actor
from core.connections.lifecycle import connection_erase
from core.connections.models import Connection
from core.connections.revisions import connection_hold
from core.errors import Conflict
from core.preconditions import Expected
from core.submissions.models import StepRun, StepStatus, SubmissionState, SubmissionStatus
from core.workflows.connection_uses import Use, connection_uses

_MOST_NAMED = 5
_OPEN = (
    SubmissionStatus.ACCEPTED,
    SubmissionStatus.DELIVERING,
    SubmissionStatus.NEEDS_ATTENTION,
)


@transaction.atomic
def connection_delete(
    *,
    organization: Organization,
    connection_id: uuid.UUID,
    actor: Actor,
    expected: Expected = None,
) -> None:
    """Erase a connection's credentials and take it out of use; its slug is free again.

    Raises NotFound, Outdated, and Conflict while a live workflow sends through it or looks up
    choices in it, or step runs still wait for it.
    """
    connection = connection_hold(organization, connection_id, expected, alone=True)
    uses = connection_uses(organization=organization, connection_id=connection_id)
    if uses:
        raise Conflict(_used(connection, uses), code="connection_in_use")
    waiting = steps_open(organization=organization, connection_id=connection_id)
    if waiting:
        raise Conflict(_waited_for(connection, waiting), code="connection_in_use")
    connection_erase(connection, actor)


def steps_open(*, organization: Organization, connection_id: uuid.UUID) -> int:
    """The number of step runs that have not ended and go through this connection."""
    runs = StepRun.objects.owned_by(organization).filter(connection_id=connection_id)
    sending = runs.filter(status=StepStatus.SENDING).count()
    # Of all runs most have ended, and no index leads to the others: the open submissions do.
    open_ones = SubmissionState.objects.owned_by(organization).filter(status__in=_OPEN)
    held = runs.filter(submission_id__in=open_ones.values("submission_id"), finished_at=None)
    return sending + held.exclude(status=StepStatus.SENDING).count()


def _used(connection: Connection, uses: Sequence[Use]) -> str:
    named = "; ".join(f"“{use.workflow}” ({_by(use)})" for use in uses[:_MOST_NAMED])
    unnamed = len(uses) - _MOST_NAMED
    users = f"{named}; and {unnamed} more" if unnamed > 0 else named
    return f"“{connection.name}” is used by {users}. Publish these workflows without it first."


def _by(use: Use) -> str:
    """The steps that send through it, then the questions that look up their choices in it."""
    steps = [f"“{step}”" for step in use.steps]
    questions = [f"the choices of `{key}`" for key in use.questions]
    return ", ".join([*steps, *questions])


def _waited_for(connection: Connection, waiting: int) -> str:
    one = "1 step has not ended yet and goes"
    steps = one if waiting == 1 else f"{waiting} steps have not ended yet and go"
    return (
        f"{steps} through “{connection.name}”. Let them end, or cancel their submissions, and"
        " delete it then."
    )
