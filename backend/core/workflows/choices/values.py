"""The values that live choices have, for the check of answers."""

from __future__ import annotations

import uuid
from collections.abc import Container

import structlog

from core.connections.lists import FRESH, list_entries, list_values_recent
from core.connections.models import Connection
from core.errors import DomainError
from core.workflows.choices.lookup import connection_of
from waybill_definitions.document import LiveChoices

log = structlog.get_logger(__name__)


class LiveValues:
    """What lists said when they were last read, however long ago; asked by `Form.check`.

    With ``reads`` the system is asked, once, where a list was never read, and where a value is not
    in one that is older than `FRESH`: it may be new there. Not inside a transaction then. Nobody
    waits for a reading of somebody else's.

    A list of which nothing can be known refuses nothing: to refuse would lose what was filled in
    for a system that is away, and a wrong value is found on delivery, where it can be corrected.
    """

    def __init__(self, organization_id: uuid.UUID, *, reads: bool) -> None:
        self._organization_id = organization_id
        self._reads = reads
        self._known: dict[tuple[str, str], Container[str] | None] = {}

    def __call__(self, choices: LiveChoices) -> Container[str] | None:
        name = (choices.connection, choices.list)
        if name not in self._known:
            self._known[name] = self._looked_up(choices)
        return self._known[name]

    def _looked_up(self, choices: LiveChoices) -> Container[str] | None:
        connection = connection_of(self._organization_id, choices)
        if connection is None:
            return None
        values = list_values_recent(connection, choices.list, within=None)
        if values is None:
            return _read(connection, choices.list) if self._reads else None
        return _Kept(connection, choices.list, values) if self._reads else values


class _Kept:
    """Values of which one that is missing is looked for anew, if they are not fresh."""

    def __init__(self, connection: Connection, name: str, values: Container[str]) -> None:
        self._connection = connection
        self._name = name
        self._values = values
        self._is_final = False

    def __contains__(self, value: object) -> bool:
        if value in self._values:
            return True
        if not self._is_final:
            self._is_final = True
            self._values = self._newer() or self._values
        return value in self._values

    def _newer(self) -> Container[str] | None:
        if list_values_recent(self._connection, self._name, within=FRESH) is not None:
            return None
        return _read(self._connection, self._name)


def _read(connection: Connection, name: str) -> frozenset[str] | None:
    try:
        read = list_entries(connection, name, wait=False)
    except DomainError as error:
        log.warning("a list cannot be read", connection_id=connection.pk, code=error.code)
        return None
    return frozenset(entry.value for entry in read.entries)
