from __future__ import annotations

import uuid

from core.connections.models import Connection
from waybill_definitions.document import LiveChoices


def connection_of(organization_id: uuid.UUID, choices: LiveChoices) -> Connection | None:
    """Where they are looked up.

    None when it was deleted: only a version that is no longer live can name such a one.
    """
    owned = Connection.objects.owned_by(organization_id)
    return owned.filter(slug=choices.connection).first()
