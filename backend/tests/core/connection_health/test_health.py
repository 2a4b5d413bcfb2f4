"""How a connection is told to be, what is written down of it, and what goes wrong on it."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from aiohttp import web
from django.db import connection as database
from django.utils import timezone

from core.audit.models import ActorKind
from core.audit.services import SYSTEM, Actor
from core.connection_health.errors import recent_errors
from core.connection_health.health import ConnectionState, Health, connections_health
from core.connection_health.history import ConnectionHappening, connection_history
from core.connection_health.models import Episode, EpisodeKind
from core.connections.models import Connection
from core.connections.selectors import connection_get
from core.delivery.operate import connection_pause, connection_resume
from core.postgres.tenancy import database_owner
from core.statistics.roll_up import roll_up
from core.submissions.accept import submission_accept
from core.submissions.models import Source, StepRun
from tests.destination import Publish, Sink
from tests.engine import Accept, deliver, due_now, gate, set_back

pytestmark = pytest.mark.django_db(transaction=True)

KEYED = "request.send_keyed"
GRACE = Actor(ActorKind.PERSON, uuid.uuid4(), "Grace Berg")


def health(connection: Connection) -> Health:
    """As a page would ask now."""
    found = connection_get(organization=connection.organization, connection_id=connection.pk)
    return connections_health(connection.organization, [found])[connection.pk]


def many(publish: Publish, count: int) -> None:
    version = publish(("only", [], KEYED))
    for number in range(count):
        submission_accept(version=version, data={"company": f"C{number}"}, source=Source.API)


def episodes(kind: EpisodeKind) -> list[Episode]:
    return list(Episode.unscoped.filter(kind=kind).order_by("began_at"))


def test_one_that_nothing_went_through_is_not_said_to_work(connection: Connection) -> None:
    assert health(connection).state == ConnectionState.UNTESTED
    Connection.unscoped.update(tested_at=timezone.now(), test_ok=False)
    assert health(connection).state == ConnectionState.FAILING
    Connection.unscoped.update(test_ok=True)
    assert health(connection).state == ConnectionState.WORKING


def test_what_was_sent_and_what_failed_is_counted(
    publish: Publish, connection: Connection, sink: Sink
) -> None:
    many(publish, 3)
    deliver()
    sink.answer = lambda _: web.Response(status=422)
    many(publish, 1)
    deliver()
    roll_up()
    found = health(connection)
    assert (found.state, found.sent, found.failed) == (ConnectionState.WORKING, 4, 1)
    assert found.last_success_at is not None
    assert (timezone.now() - found.last_success_at).total_seconds() < 3600


def test_a_pause_says_who_and_why_and_how_much_waits(
    accept: Accept, connection: Connection
) -> None:
    accept(("only", [], KEYED))
    organization = connection.organization
    connection_pause(
        organization=organization, connection_id=connection.pk, actor=GRACE, message="It moves."
    )
    connection_pause(organization=organization, connection_id=connection.pk, actor=SYSTEM)
    found = health(connection)
    assert (found.state, found.by) == (ConnectionState.PAUSED, "Grace Berg")
    assert found.since == gate().paused_at
    assert found.waiting == 1
    assert found.oldest_waiting_at is not None
    page = connection_history(organization=organization, connection_id=connection.pk)
    paused = [each for each in page.entries if each.what == ConnectionHappening.PAUSED]
    assert [each.message for each in paused] == ["", "It moves."]


def test_an_open_breaker_is_one_episode_however_often_a_probe_fails(
    publish: Publish, connection: Connection, sink: Sink
) -> None:
    sink.answer = lambda _: web.Response(status=408)
    many(publish, 6)
    deliver()
    assert health(connection).state == ConnectionState.BROKEN
    set_back("delivery_gate", "breaker_until")
    assert health(connection).state == ConnectionState.PROBING
    due_now()
    deliver()
    (only,) = episodes(EpisodeKind.BREAKER)
    assert (only.ended_at, health(connection).since) == (None, only.began_at)
    assert only.times >= 2
    set_back("delivery_gate", "breaker_until")
    sink.answer = None
    due_now()
    deliver()
    (only,) = episodes(EpisodeKind.BREAKER)
    assert only.ended_at is not None
    page = connection_history(organization=connection.organization, connection_id=connection.pk)
    (told,) = [each for each in page.entries if each.what == ConnectionHappening.BREAKER]
    assert (told.at, told.ended_at, told.times) == (only.began_at, only.ended_at, only.times)


def test_a_destination_that_asks_for_a_pause_cools(
    accept: Accept, connection: Connection, sink: Sink
) -> None:
    sink.answer = lambda _: web.Response(status=429, headers={"Retry-After": "120"})
    accept(("only", [], KEYED))
    deliver()
    (only,) = episodes(EpisodeKind.COOLING)
    assert only.ended_at == gate().cooling_until
    assert (health(connection).state, health(connection).since) == (
        ConnectionState.COOLING,
        only.began_at,
    )
    connection_resume(
        organization=connection.organization, connection_id=connection.pk, actor=GRACE
    )
    (only,) = episodes(EpisodeKind.COOLING)
    assert only.ended_at is not None
    assert only.ended_at <= timezone.now()


def test_a_refused_sign_in_is_an_episode_with_its_reason_until_somebody_resumes(
    accept: Accept, connection: Connection, sink: Sink
) -> None:
    sink.answer = lambda _: web.Response(status=401)
    accept(("only", [], KEYED))
    deliver()
    assert health(connection).state == ConnectionState.REFUSED
    (only,) = episodes(EpisodeKind.REFUSED)
    assert (only.ended_at, only.message) == (None, gate().pause_message)
    connection_resume(
        organization=connection.organization, connection_id=connection.pk, actor=GRACE
    )
    (only,) = episodes(EpisodeKind.REFUSED)
    assert only.ended_at is not None
    page = connection_history(organization=connection.organization, connection_id=connection.pk)
    assert [each.what for each in page.entries[:2]] == [
        ConnectionHappening.RESUMED,
        ConnectionHappening.REFUSED,
    ]
    assert page.entries[0].by == "Grace Berg"


def test_a_gate_that_only_counts_writes_no_episode(
    accept: Accept, connection: Connection, sink: Sink
) -> None:
    sink.answer = lambda _: web.Response(status=408)
    accept(("only", [], KEYED))
    deliver()
    assert gate().failures == 1
    assert not Episode.unscoped.exists()


def test_the_history_is_read_in_pages_without_losing_anything(connection: Connection) -> None:
    organization = connection.organization
    for number in range(7):
        connection_pause(
            organization=organization,
            connection_id=connection.pk,
            actor=GRACE,
            message=f"Reason {number}",
        )
        connection_resume(organization=organization, connection_id=connection.pk, actor=GRACE)
    whole = connection_history(
        organization=organization, connection_id=connection.pk, limit=100
    ).entries
    read, before = [], None
    while True:
        page = connection_history(
            organization=organization, connection_id=connection.pk, before=before, limit=3
        )
        read += page.entries
        before = page.next_before
        if before is None:
            break
    assert read == whole
    assert [each.message for each in whole if each.message] == [
        f"Reason {number}" for number in reversed(range(7))
    ]


def test_old_episodes_go_when_a_new_one_comes(connection: Connection) -> None:
    Episode.objects.create(
        organization=connection.organization,
        connection_id=connection.pk,
        kind=EpisodeKind.BREAKER,
        began_at=timezone.now() - timedelta(days=500),
        last_at=timezone.now() - timedelta(days=500),
        ended_at=timezone.now() - timedelta(days=499),
    )
    connection_pause(organization=connection.organization, connection_id=connection.pk, actor=GRACE)
    with database_owner("a test opens a breaker"), database.cursor() as cursor:
        cursor.execute("UPDATE delivery_gate SET breaker_until = now() + interval '1 minute'")
    (only,) = episodes(EpisodeKind.BREAKER)
    assert only.ended_at is None


def test_the_same_error_of_several_submissions_is_one(
    publish: Publish, connection: Connection, sink: Sink
) -> None:
    answers = iter(range(1_000))
    sink.answer = lambda _: web.json_response({"error": f"line {next(answers)}"}, status=422)
    many(publish, 3)
    deliver()
    (only,) = recent_errors(organization=connection.organization, connection_id=connection.pk)
    assert (only.status, only.kind, only.count) == ("failed", "invalid_input", 3)
    assert only.reference.startswith("WB-")
    assert StepRun.unscoped.filter(
        submission_id=only.submission_id, error_message=only.message
    ).exists()


def test_an_error_that_is_tried_again_is_told_as_waiting(
    accept: Accept, connection: Connection, sink: Sink
) -> None:
    sink.answer = lambda _: web.Response(status=408)
    accept(("only", [], KEYED))
    deliver()
    (only,) = recent_errors(organization=connection.organization, connection_id=connection.pk)
    assert (only.status, only.kind) == ("waiting", "transient")
    sink.answer = None
    due_now()
    deliver()
    assert recent_errors(organization=connection.organization, connection_id=connection.pk) == []
