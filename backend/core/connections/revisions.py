"""Who changed a connection last: two people who change it at once do not overwrite each other."""

from __future__ import annotations

import uuid

from django.utils import timezone

from core.accounts.models import Organization
from core.audit.services import Actor
from core.connections.models import Connection
from core.errors import NotFound
from core.preconditions import Expected, tag_require

TESTED = ["tested_at", "test_ok", "test_message", "test_problem"]
REVISED = ["revision", "changed_at", "changed_by", *TESTED]
"""The columns that `revision_next` sets."""


def connection_hold(
    organization: Organization,
    connection_id: uuid.UUID,
    expected: Expected,
    *,
    alone: bool = False,
) -> Connection:
    """Lock the connection until the transaction ends, for a change to it.

    ``alone``: also wait for whoever is just making a step that uses it. Raises NotFound, and
    Outdated when its tag is not as expected.
    """
    rows = Connection.objects.owned_by(organization).filter(pk=connection_id)
    found = rows.select_for_update(no_key=not alone).first()
    if found is None:
        raise NotFound("This organization has no connection with that id.")
    tag_require(
        found.tag,
        expected,
        what=f"The connection “{found.name}”",
        changed_at=found.changed_at,
        changed_by=found.changed_by,
    )
    return found


def revision_next(connection: Connection, actor: Actor, *, tested_before: bool = False) -> None:
    """Note the change in the row, which the caller saves.

    ``tested_before``: the last test still tells about what is there now.
    """
    if not connection._state.adding:
        connection.revision += 1
    connection.changed_at = timezone.now()
    connection.changed_by = actor.name[:200]
    if not tested_before:
        connection.tested_at = connection.test_ok = None
        connection.test_message = connection.test_problem = ""
