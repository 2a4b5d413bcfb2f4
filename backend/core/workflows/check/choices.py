"""Live choices: the connection and the list that each is looked up in."""

from __future__ import annotations

from core.accounts.models import Organization
from core.connections.models import Connection
from core.text.suggestions import did_you_mean
from core.workflows.check.destinations import no_connection
from core.workflows.check.form import questions_of
from core.workflows.definition import Definition, Fault, LiveChoices, Path
from integrations.discovery import get_connector


def choices_find(
    organization: Organization, definition: Definition
) -> tuple[dict[Path, Connection], list[Fault]]:
    """The connection of each live choice, by the path that names it; what is wrong with others."""
    asked = {
        (*path, "from"): live
        for path, question in questions_of(definition.form)
        if (live := getattr(question, "from_", None)) is not None
    }
    if not asked:
        return {}, []
    owned = Connection.objects.owned_by(organization)
    known = {connection.slug: connection for connection in owned}
    found: dict[Path, Connection] = {}
    faults: list[Fault] = []
    for path, live in asked.items():
        connection = known.get(live.connection)
        if connection is None:
            words = no_connection(live.connection, list(known))
            faults.append(Fault((*path, "connection"), words))
        elif (missing := _no_list(connection, live)) is not None:
            faults.append(Fault((*path, "list"), missing))
        else:
            found[(*path, "connection")] = connection
    return found, faults


def _no_list(connection: Connection, live: LiveChoices) -> str | None:
    connector = get_connector(connection.connector)
    names = [each.name for each in connector.lists]
    if live.list in names:
        return None
    if not names:
        return (
            f"{connector.title}, which `{connection.slug}` is, has no lists to choose from; write"
            " the answers as `choices`"
        )
    hint = did_you_mean(live.list, names) or f"; it has {', '.join(f'`{each}`' for each in names)}"
    return f"{connector.title}, which `{connection.slug}` is, has no list `{live.list}`{hint}"
