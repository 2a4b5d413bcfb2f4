from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from aiohttp import web
from django.db import transaction
from django.utils import timezone

from core.accounts.models import ApiKey, Organization
from core.audit.services import SYSTEM
from core.connections.models import Connection
from core.credentials.selectors import credentials_ending
from core.delivery.models import Gate
from core.delivery.operate import connection_pause, heartbeat_note
from core.postgres.statements import fetch
from core.statistics import needs
from core.statistics.first_steps import first_steps
from core.statistics.history import Period, history
from core.statistics.models import Grain, Happened, RollUp
from core.statistics.needs import (
    OVERDUE_AFTER,
    NeedKind,
    needs_of_connections,
    needs_of_steps,
    needs_of_workers,
)
from core.submissions.models import StepRun
from core.submissions.operate import submission_resume
from core.submissions.state import DELIVER_WITHIN
from tests.destination import Sink
from tests.engine import Accept, deliver

pytestmark = pytest.mark.django_db(transaction=True)

KEYED = "request.send_keyed"


def refuse(sink: Sink) -> None:
    sink.answer = lambda _: web.json_response({"message": "no"}, status=422)


def test_failures_of_one_cause_are_one_need(accept: Accept, sink: Sink) -> None:
    refuse(sink)
    first, second = accept(("only", [], KEYED)), accept(("only", [], KEYED))
    deliver()
    causes = needs_of_steps(first.organization)
    assert {each.kind for each in causes} == {NeedKind.FAILED}
    assert sum(each.count for each in causes) == 2
    newest = max(causes, key=lambda each: each.example.int if each.example else 0)
    assert newest.example == second.pk
    assert newest.connection is not None
    assert newest.connection.slug == "sink"
    assert (newest.error, newest.more) == ("invalid_input", False)
    assert needs_of_steps(Organization.objects.create(slug="other", name="Other")) == []


def test_runs_are_looked_up_for_the_newest_alone(
    accept: Accept, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many ever failed, and even where PostgreSQL would rather do anything else."""
    plans: list[str] = []

    def explained(statement: str, parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        if "AS newest" in statement:
            fetch("SELECT set_config('enable_nestloop', 'off', true)", {})
            rows = fetch(f"EXPLAIN {statement}", parameters)
            plans.append("\n".join(line for (line,) in rows))
        return fetch(statement, parameters)

    monkeypatch.setattr(needs, "fetch", explained)
    with transaction.atomic():
        needs_of_steps(accept(("only", [], KEYED)).organization)
    assert len(plans) == 2
    for plan in plans:
        assert re.search(r"(Index Cond|Filter): .*submission_id = state\.submission_id", plan), plan


def test_what_somebody_took_up_again_needs_nobody(accept: Accept, sink: Sink) -> None:
    refuse(sink)
    submission = accept(("only", [], KEYED))
    deliver()
    submission_resume(
        organization=submission.organization, submission_id=submission.pk, actor=SYSTEM
    )
    assert needs_of_steps(submission.organization) == []


def test_what_waits_for_hours_is_overdue(accept: Accept) -> None:
    submission = accept(("only", [], KEYED))
    runs = StepRun.unscoped.filter(submission=submission)
    runs.update(deadline_at=timezone.now() + DELIVER_WITHIN - OVERDUE_AFTER + timedelta(minutes=5))
    assert needs_of_steps(submission.organization) == []
    runs.update(deadline_at=timezone.now() + DELIVER_WITHIN - OVERDUE_AFTER - timedelta(minutes=5))
    (need,) = needs_of_steps(submission.organization)
    assert (need.kind, need.count) == (NeedKind.OVERDUE, 1)


def test_a_paused_connection_and_one_that_does_not_answer(
    organization: Organization, connection: Connection
) -> None:
    assert needs_of_connections(organization) == []
    connection_pause(organization=organization, connection_id=connection.pk, actor=SYSTEM)
    (need,) = needs_of_connections(organization)
    assert (need.kind, need.name) == (NeedKind.CONNECTION_PAUSED, "Sink")
    assert need.since is not None
    Gate.unscoped.update(paused_at=None, breaker_until=timezone.now(), failures=7)
    (need,) = needs_of_connections(organization)
    assert (need.kind, need.count) == (NeedKind.CONNECTION_OPEN, 7)


def test_a_queue_without_a_worker(db: None) -> None:
    silent = {each.name for each in needs_of_workers()}
    heartbeat_note(name="callbacks")
    assert silent - {each.name for each in needs_of_workers()} == {"callbacks"}


def test_a_key_that_ends_soon(organization: Organization) -> None:
    ends = {"near": timedelta(days=3), "far": timedelta(days=30), "over": timedelta(days=-1)}
    for name, after in ends.items():
        ApiKey.objects.create(
            organization=organization,
            name=name,
            prefix=name,
            secret_hash=bytes(32),
            scopes=[],
            expires_at=timezone.now() + after,
        )
    ending = credentials_ending(organization=organization, within=timedelta(days=14))
    assert [each.name for each in ending] == ["near"]


def test_the_first_steps_are_what_is_there(
    organization: Organization, accept: Accept, sink: Sink
) -> None:
    steps = first_steps(Organization.objects.create(slug="new", name="New"))
    assert (steps.connected, steps.published, steps.submission_id, steps.delivered) == (
        False,
        False,
        None,
        False,
    )
    submission = accept(("only", [], KEYED))
    steps = first_steps(organization)
    assert (steps.connected, steps.published, steps.delivered) == (True, True, False)
    assert steps.submission_id == submission.pk
    deliver()
    assert first_steps(organization).delivered


def test_days_of_a_zone_are_added_up_from_hours(organization: Organization) -> None:
    zone = ZoneInfo("Asia/Kolkata")
    day = history(organization, Period.WEEK, zone=zone).points[3]
    for start in (day.start - timedelta(minutes=30), day.end - timedelta(minutes=30)):
        RollUp.objects.create(
            organization=organization,
            grain=Grain.HOUR,
            start=start,
            happened=Happened.ACCEPTED,
            count=1,
        )
    told = history(organization, Period.WEEK, zone=zone)
    assert [point.tally.count(Happened.ACCEPTED) for point in told.points[2:5]] == [1, 1, 0]
    assert told.total.count(Happened.ACCEPTED) == 2
    assert history(organization, Period.WEEK).total.count(Happened.ACCEPTED) == 0
