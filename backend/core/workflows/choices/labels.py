"""What live choices are called, for those who read answers."""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from core.connections.lists import list_labels_recent
from core.workflows.choices.lookup import connection_of
from waybill_definitions.document import LiveChoices


class LiveLabels:
    """The labels of values, as lists were last read, however long ago. No system is asked.

    Each list is looked up once. One that was never read, or whose connection was deleted, has none.
    """

    def __init__(self, organization_id: uuid.UUID) -> None:
        self._organization_id = organization_id
        self._known: dict[tuple[str, str], Mapping[str, str]] = {}

    def __call__(self, choices: LiveChoices) -> Mapping[str, str]:
        name = (choices.connection, choices.list)
        if name not in self._known:
            connection = connection_of(self._organization_id, choices)
            self._known[name] = list_labels_recent(connection, choices.list) if connection else {}
        return self._known[name]
