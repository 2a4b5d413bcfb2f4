"""How connections are now: whether they send, how well, and what waits for them."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db.models import Count

from core.accounts.models import Organization
from core.connection_health.models import Episode, EpisodeKind
from core.connections.models import Connection
from core.delivery.models import Gate, PauseReason
from core.delivery.operate import pausers
from core.postgres.statements import fetch
from core.statistics.backlog import MOST_COUNTED, backlog
from core.statistics.history import SENT, Period, Tally, attempts_of, last_successes
from core.statistics.models import Happened
from core.submissions.models import StepRun, StepStatus

_FAILED = (Happened.ATTEMPT_FAILED, Happened.ATTEMPT_LOST)


class ConnectionState(StrEnum):
    """What a person needs to know first. The first that holds, in this order."""

    PAUSED = "paused"
    """Somebody paused it."""
    REFUSED = "refused"
    """Waybill paused it, because the destination refuses our sign-in."""
    BROKEN = "broken"
    """Its breaker is open: the destination failed too often in a row."""
    PROBING = "probing"
    """Its breaker lets one send through, whose result decides."""
    COOLING = "cooling"
    """The destination asked for a pause."""
    FAILING = "failing"
    """Its own test failed with what is stored now."""
    UNTESTED = "untested"
    """Nothing was sent or tested yet with what is stored now."""
    WORKING = "working"


_EPISODES = {
    ConnectionState.BROKEN: EpisodeKind.BREAKER,
    ConnectionState.PROBING: EpisodeKind.BREAKER,
    ConnectionState.COOLING: EpisodeKind.COOLING,
}


@dataclass(frozen=True, slots=True)
class Health:
    """``since``: of the state, ``by``: who paused it. ``last_success_at``: to the minute, of what
    was long ago to the hour or the day.

    ``sent`` and ``failed``: attempts of the last 24 hours. ``waiting``: steps that are due; it
    stops counting one above `MOST_COUNTED`.
    """

    state: ConnectionState
    since: datetime | None
    by: str
    last_success_at: datetime | None
    sent: int
    failed: int
    in_flight: int
    waiting: int
    oldest_waiting_at: datetime | None


def connections_health(
    organization: Organization, connections: Sequence[Connection]
) -> dict[uuid.UUID, Health]:
    """The health of these connections of the organization, by id. Seven queries at most."""
    ids = [each.pk for each in connections]
    if not ids:
        return {}
    now: datetime = fetch("SELECT now()", {})[0][0]
    successes = last_successes(organization, ids)
    attempts = attempts_of(organization, Period.DAY, ids)
    states = {each.pk: _state(each, successes.get(each.pk), now) for each in connections}
    episodes = _episodes(organization, states)
    paused = [pk for pk, state in states.items() if state == ConnectionState.PAUSED]
    by = pausers(organization=organization, connection_ids=paused)
    in_flight = _in_flight(organization, ids)
    waiting, oldest = _waiting(organization, ids)
    return {
        each.pk: Health(
            state=states[each.pk],
            since=_since(each, states[each.pk], episodes),
            by=by.get(each.pk, ""),
            last_success_at=successes.get(each.pk),
            sent=attempts[each.pk].count(*SENT),
            failed=_failed(attempts[each.pk]),
            in_flight=in_flight.get(each.pk, 0),
            waiting=min(waiting[each.pk], MOST_COUNTED + 1),
            oldest_waiting_at=oldest.get(each.pk),
        )
        for each in connections
    }


def _failed(tally: Tally) -> int:
    return tally.count(*_FAILED)


def gate_of(connection: Connection) -> Gate | None:
    """Its gate; None before anything was sent or paused."""
    gate: Gate | None = getattr(connection, "gate", None)
    return gate


def _state(connection: Connection, succeeded_at: datetime | None, now: datetime) -> ConnectionState:
    gate = gate_of(connection)
    if gate is not None and gate.paused_at is not None:
        refused = gate.pause_reason == PauseReason.AUTH
        return ConnectionState.REFUSED if refused else ConnectionState.PAUSED
    if gate is not None and gate.breaker_until is not None:
        open_now = gate.breaker_until > now
        return ConnectionState.BROKEN if open_now else ConnectionState.PROBING
    if gate is not None and gate.cooling_until is not None and gate.cooling_until > now:
        return ConnectionState.COOLING
    return _proven(connection, succeeded_at)


def _proven(connection: Connection, succeeded_at: datetime | None) -> ConnectionState:
    """By its last test, or by what was sent since."""
    tested_at, test_ok = connection.tested_at, connection.test_ok
    if succeeded_at is not None and (tested_at is None or succeeded_at >= tested_at):
        return ConnectionState.WORKING
    if tested_at is None:
        return ConnectionState.UNTESTED
    return ConnectionState.WORKING if test_ok else ConnectionState.FAILING


def _episodes(
    organization: Organization, states: Mapping[uuid.UUID, ConnectionState]
) -> dict[tuple[uuid.UUID, str], datetime]:
    """Since when each breaker is open and each cooling goes on."""
    closed = [pk for pk, state in states.items() if state in _EPISODES]
    if not closed:
        return {}
    rows = Episode.objects.owned_by(organization).filter(connection_id__in=closed)
    latest = rows.order_by("connection_id", "kind", "-began_at").distinct("connection_id", "kind")
    return {
        (pk, kind): began
        for pk, kind, began in latest.values_list("connection_id", "kind", "began_at")
    }


def _since(
    connection: Connection,
    state: ConnectionState,
    episodes: Mapping[tuple[uuid.UUID, str], datetime],
) -> datetime | None:
    gate = gate_of(connection)
    if gate is not None and state in (ConnectionState.PAUSED, ConnectionState.REFUSED):
        return gate.paused_at
    if state == ConnectionState.FAILING:
        return connection.tested_at
    kind = _EPISODES.get(state)
    return episodes.get((connection.pk, str(kind))) if kind else None


def _in_flight(organization: Organization, ids: Collection[uuid.UUID]) -> dict[uuid.UUID, int]:
    runs = StepRun.objects.owned_by(organization).filter(
        status=StepStatus.SENDING, connection_id__in=ids
    )
    counted = runs.values_list("connection_id").annotate(count=Count("pk")).order_by()
    return dict(counted)


def _waiting(
    organization: Organization, ids: Collection[uuid.UUID]
) -> tuple[Counter[uuid.UUID], dict[uuid.UUID, datetime]]:
    counted: Counter[uuid.UUID] = Counter()
    oldest: dict[uuid.UUID, datetime] = {}
    for each in backlog(organization, only=ids):
        counted[each.connection_id] += each.count
        before = oldest.get(each.connection_id, each.oldest_due_at)
        oldest[each.connection_id] = min(before, each.oldest_due_at)
    return counted, oldest
