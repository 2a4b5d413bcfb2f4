"""What can be chosen at a connected system, such as products. It is kept for some minutes."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from django.db.models import Q
from django.utils import timezone

from core.connections.kinds import connection_kind
from core.connections.live_test import ANSWER_SECONDS, system_ask
from core.connections.models import Connection, ConnectionList
from core.connections.services import connection_credentials
from core.errors import Conflict, DomainError, NotFound, Unavailable
from integrations.sdk import ConnectorError, Entry, RateLimited, Trace, Transient

log = structlog.get_logger(__name__)

FRESH = timedelta(minutes=5)
RECENT = timedelta(days=1)
_AFTER_FAILURE = timedelta(seconds=15)
"""So that a system that is down holds up one caller, and not every one."""
_READING = timedelta(seconds=ANSWER_SECONDS + 5)
_LOOK_AGAIN_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class ListRead:
    """A list's entries as of ``fetched_at``.

    ``problem`` and ``message``: why the system could not be asked since then; empty when nothing is
    wrong.
    """

    title: str
    entries: list[Entry]
    fetched_at: datetime
    problem: str = ""
    message: str = ""


def list_entries(
    connection: Connection, name: str, *, refresh: bool = False, wait: bool = True
) -> ListRead:
    """The entries of one of the connection's lists, at most `FRESH` old if the system answers.

    Asks the system when they are older, or with ``refresh``; one caller at a time asks, and with
    ``wait`` others wait for what was never read. If it does not answer, the older entries are
    returned with the reason. Not inside a transaction. Raises NotFound for a list that the
    connector does not have; Unavailable or Conflict when the system was never read and cannot be
    read now.
    """
    title = _title(connection, name)
    asked_at = timezone.now()
    row = _row(connection, name)
    if not _wants_reading(row, refresh, asked_at):
        return _told(row, title)
    if not _take_turn(row):
        return _told(_after_the_other(row, connection, name) if wait else row, title)
    return _told(_read(row, connection), title)


def list_values_recent(
    connection: Connection, name: str, *, within: timedelta | None = RECENT
) -> frozenset[str] | None:
    """The values of a list as last read, without asking the system; None if not read recently.

    ``within`` None: as last read, however long ago.
    """
    row = _last_read(connection, name, within)
    return None if row is None else frozenset(value for value, _, _ in row.entries)


def list_labels_recent(connection: Connection, name: str) -> dict[str, str]:
    """The labels of a list's values as last read, however long ago, without asking the system."""
    row = _last_read(connection, name, None)
    return {} if row is None else {value: label for value, label, _ in row.entries}


def _last_read(
    connection: Connection, name: str, within: timedelta | None
) -> ConnectionList | None:
    rows = ConnectionList.objects.owned_by(connection.organization_id)
    read = rows.filter(connection_id=connection.pk, name=name).exclude(fetched_at=None)
    return (read if within is None else read.filter(fetched_at__gte=_before(within))).first()


def entries_matching(entries: list[Entry], text: str) -> list[Entry]:
    """Those that have every word of the text, in whatever case."""
    words = text.casefold().split()
    return [
        entry
        for entry in entries
        if all(word in f"{entry.value} {entry.label} {entry.detail}".casefold() for word in words)
    ]


def _title(connection: Connection, name: str) -> str:
    lists = {each.name: each.title for each in connection_kind(connection).lists}
    if name not in lists:
        titles, wanted = ", ".join(lists), name
        known = f" It has: {titles}." if lists else " Its kind of system has no lists."
        raise NotFound(f"The connection “{connection.name}” has no list “{wanted}”.{known}")
    return lists[name]


def _row(connection: Connection, name: str) -> ConnectionList:
    rows = ConnectionList.objects.owned_by(connection.organization_id)
    row, _ = rows.get_or_create(
        connection_id=connection.pk,
        name=name,
        defaults={"organization_id": connection.organization_id},
    )
    return row


def _wants_reading(row: ConnectionList, refresh: bool, now: datetime) -> bool:
    if refresh:
        return True
    if row.fetched_at is not None and row.fetched_at > now - FRESH:
        return False
    return row.failed_at is None or row.failed_at <= now - _AFTER_FAILURE


def _take_turn(row: ConnectionList) -> bool:
    """Whether nobody else reads it now. Then it is ours until `reading_until`."""
    now = timezone.now()
    free = Q(reading_until=None) | Q(reading_until__lte=now)
    until = now + _READING
    rows = ConnectionList.objects.owned_by(row.organization_id).filter(pk=row.pk)
    if not rows.filter(free).update(reading_until=until):
        return False
    row.reading_until = until
    return True


def _after_the_other(row: ConnectionList, connection: Connection, name: str) -> ConnectionList:
    """What another caller's reading finds. Who has something older does not wait for it."""
    until = time.monotonic() + ANSWER_SECONDS
    while row.fetched_at is None and time.monotonic() < until:
        time.sleep(_LOOK_AGAIN_SECONDS)
        row = _row(connection, name)
        if row.reading_until is None:
            break
    return row


def _read(row: ConnectionList, connection: Connection) -> ConnectionList:
    """Ask the system and keep what it says, unless settings have changed meanwhile."""
    try:
        found = system_ask(
            connection.connector,
            connection.config,
            connection_credentials(connection),
            lambda each: each.read_list(row.name, Trace()),
        )
    except ConnectorError as error:
        row.failed_at = timezone.now()
        row.failure, row.failure_problem = error.message[:1000], str(error.problem or "")
        row.failure_passes = isinstance(error, Transient | RateLimited)
    except BaseException:
        _keep(row, reading_until=None)
        raise
    else:
        row.entries = [[entry.value, entry.label, entry.detail] for entry in found]
        row.fetched_at = timezone.now()
        row.failed_at, row.failure, row.failure_problem = None, "", ""
    names = ("entries", "fetched_at", "failed_at", "failure", "failure_problem", "failure_passes")
    _keep(row, reading_until=None, **{name: getattr(row, name) for name in names})
    return row


def _keep(row: ConnectionList, **values: object) -> None:
    held = ConnectionList.objects.owned_by(row.organization_id)
    held.filter(pk=row.pk, reading_until=row.reading_until).update(**values)


def _told(row: ConnectionList, title: str) -> ListRead:
    if row.fetched_at is None:
        raise _unread(row, title)
    entries = [Entry(*each) for each in row.entries]
    return ListRead(title, entries, row.fetched_at, row.failure_problem, row.failure)


def _unread(row: ConnectionList, title: str) -> DomainError:
    if row.failed_at is None:
        return Unavailable(f"“{title}” is being read from the system. Ask again in a few seconds.")
    words = f"“{title}” cannot be read. {row.failure}"
    if row.failure_passes:
        return Unavailable(words, code="system_unavailable")
    return Conflict(words, code="system_refused")


def _before(age: timedelta) -> datetime:
    return timezone.now() - age
