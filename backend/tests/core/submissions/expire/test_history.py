from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection as database

from core.accounts.models import Organization
from core.postgres.partitions import partitions_ensure, partitions_list
from core.postgres.tenancy import database_owner
from core.submissions.expire.history import ATTEMPTS, EVENTS, history_expire, partitions_prepare
from core.submissions.models import Attempt, Event, StepRun, StepStatus
from tests.engine import Accept, deliver

pytestmark = pytest.mark.django_db(transaction=True)

KEYED = "request.send_keyed"
OLD = datetime(2020, 2, 10, tzinfo=UTC)


@pytest.fixture
def old(accept: Accept, sink: object) -> Iterator[Organization]:
    """A delivered submission whose attempt and events are years old."""
    partitions_ensure(ATTEMPTS, today=OLD)
    partitions_ensure(EVENTS, today=OLD)
    submission = accept(("only", [], KEYED))
    deliver()
    with database.cursor() as cursor:
        cursor.execute("UPDATE submissions_attempt SET started_at = %s", [OLD])
        cursor.execute("UPDATE submissions_event SET at = %s", [OLD])
        cursor.execute("UPDATE submissions_steprun SET claimed_at = %s", [OLD])
    yield submission.organization
    with database_owner("it made them"), database.cursor() as cursor:
        for partition in [*partitions_list(ATTEMPTS), *partitions_list(EVENTS)]:
            if partition.begins.year == OLD.year:
                cursor.execute(f"DROP TABLE {partition.name}")


def test_the_coming_months_are_there() -> None:
    assert partitions_prepare() == []
    months = [partition.begins for partition in partitions_list(ATTEMPTS)]
    assert len(months) == 4
    assert months[0] <= datetime.now(UTC) < months[1]


def test_a_month_that_nobody_keeps_is_dropped_whole(old: Organization) -> None:
    dropped, deleted = history_expire()
    assert "submissions_attempt_2020_02" in dropped
    assert "submissions_event_2020_02" in dropped
    assert (Attempt.unscoped.count(), Event.unscoped.count(), deleted) == (0, 0, 0)


def test_a_month_with_the_evidence_of_an_open_step_is_kept(old: Organization) -> None:
    with database_owner("triggers are its own"), database.cursor() as cursor:
        cursor.execute(
            "ALTER TABLE submissions_steprun DISABLE TRIGGER step_run_transitions;"
            "UPDATE submissions_steprun SET status = 'unknown', finished_at = NULL;"
            "ALTER TABLE submissions_steprun ENABLE TRIGGER step_run_transitions"
        )
    assert StepRun.unscoped.get().status == StepStatus.UNKNOWN
    history_expire()
    assert Attempt.unscoped.count() == 1


def test_an_organization_may_keep_less_than_others(old: Organization) -> None:
    Organization.objects.create(slug="keeper", name="Keeper", retention_days=30_000)
    Organization.objects.filter(pk=old.pk).update(retention_days=10)
    dropped, deleted = history_expire()
    assert dropped == []
    assert deleted == 3
    assert (Attempt.unscoped.count(), Event.unscoped.count()) == (0, 0)


def test_rows_that_came_before_their_month_move_into_it(old: Organization) -> None:
    future = datetime.now(UTC) + timedelta(days=400)
    with database.cursor() as cursor:
        cursor.execute("UPDATE submissions_attempt SET started_at = %s", [future])
        cursor.execute("SELECT tableoid::regclass::text FROM submissions_attempt")
        assert cursor.fetchone() == ("submissions_attempt_default",)
        made = partitions_ensure(ATTEMPTS, today=future)
        cursor.execute("SELECT tableoid::regclass::text FROM submissions_attempt")
        assert cursor.fetchone() == (made[0],)
    with database_owner("it made them"), database.cursor() as cursor:
        for name in made:
            cursor.execute(f"DROP TABLE {name}")
