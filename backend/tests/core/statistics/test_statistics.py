from __future__ import annotations

import math
import random
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection as database
from django.db import connections, transaction
from django.utils import timezone

from core.accounts.models import Organization
from core.audit.services import SYSTEM
from core.delivery.operate import connection_pause
from core.delivery.sweep import sweep
from core.ids import uuid7
from core.postgres.tenancy import database_owner, every_organization
from core.statistics.backlog import MOST_COUNTED, backlog, needs_person
from core.statistics.differences import statistics_findings
from core.statistics.histogram import ACCURACY, WIDTH, quantile
from core.statistics.history import Period, by_connection, by_workflow, history
from core.statistics.models import Fact, Grain, Happened, RollUp
from core.statistics.roll_up import roll_up, roll_ups_expire
from core.submissions.models import Submission
from tests.destination import Sink
from tests.engine import Accept, deliver, due_now, run_of

pytestmark = pytest.mark.django_db(transaction=True)

KEYED = "request.send_keyed"
BLIND = "request.send"


def counts(organization: Organization, **of: Any) -> dict[str, int]:
    total = history(organization, Period.HOUR, **of).total
    return {kind.value: total.count(kind) for kind in Happened if total.count(kind)}


TIMES = {
    "submissions_submission": ["created_at"],
    "submissions_submissionstate": ["finished_at"],
    "submissions_attempt": ["started_at", "ended_at"],
    "submissions_event": ["at"],
    "statistics_fact": ["at"],
}


def move_to(hours_ago: int) -> None:
    """Let everything have happened some hours ago, the facts too."""
    with database_owner("a test moves time"), database.cursor() as cursor:
        cursor.execute("ALTER TABLE submissions_attempt DISABLE TRIGGER facts_of_corrections")
        for table, columns in TIMES.items():
            moved = ", ".join(
                f"{each} = {each} - make_interval(hours => %(h)s)" for each in columns
            )
            cursor.execute(f"UPDATE {table} SET {moved}", {"h": hours_ago})  # noqa: S608
        cursor.execute("ALTER TABLE submissions_attempt ENABLE TRIGGER facts_of_corrections")


@pytest.fixture
def begun() -> None:
    """Roll-ups that began long ago, so that every hour is compared."""
    organization = Organization.objects.create(name="First of all", slug="first-of-all")
    RollUp.objects.create(
        organization=organization,
        grain=Grain.HOUR,
        start=timezone.now() - timedelta(days=9),
        happened=Happened.CANCELLED,
        count=1,
    )


def test_what_happens_is_counted_for_all_the_workflow_and_the_connection(
    accept: Accept, sink: Sink
) -> None:
    submission = accept(("a", [], KEYED), ("b", ["a"], KEYED))
    deliver()
    organization = submission.organization
    assert counts(organization) == {}
    assert roll_up() == 4
    assert Fact.unscoped.count() == 0
    attempts = {"attempt.succeeded": 2}
    assert counts(organization) == {"accepted": 1, "succeeded": 1, **attempts}
    workflow = {"workflow_id": submission.workflow_id}
    assert counts(organization, **workflow) == {"accepted": 1, "succeeded": 1, **attempts}
    connection = {"connection_id": run_of(submission, "a").connection_id}
    assert counts(organization, **connection) == attempts
    assert counts(organization, **workflow, **connection) == attempts
    assert [*by_workflow(organization, Period.MONTH)] == [submission.workflow_id]
    assert [*by_connection(organization, Period.WEEK)] == [connection["connection_id"]]


def test_rolling_up_twice_counts_nothing_twice(accept: Accept) -> None:
    submission = accept(("only", [], KEYED))
    assert roll_up() == 1
    assert roll_up() == 0
    assert counts(submission.organization) == {"accepted": 1}


def test_a_submission_that_needed_a_person_counts_as_that_and_as_what_it_became(
    accept: Accept, sink: Sink
) -> None:
    submission = accept(("only", [], BLIND))
    organization = submission.organization
    with database.cursor() as cursor:
        cursor.execute(
            "UPDATE submissions_submissionstate SET status = 'needs_attention'"
            " WHERE submission_id = %s",
            [submission.pk],
        )
        cursor.execute(
            "UPDATE submissions_submissionstate SET status = 'failed', finished_at = now()"
            " WHERE submission_id = %s",
            [submission.pk],
        )
    roll_up()
    assert counts(organization) == {"accepted": 1, "needs_attention": 1, "failed": 1}
    assert history(organization, Period.DAY).total.success_rate == 0


def test_nothing_of_another_organization_is_counted(accept: Accept, other_tenant: Any) -> None:
    accept(("only", [], KEYED))
    roll_up()
    other = other_tenant.organization
    assert counts(other) == {}
    assert by_workflow(other, Period.DAY) == {}
    assert backlog(other) == []


def test_what_was_rolled_back_never_happened(accept: Accept) -> None:
    with transaction.atomic():
        accept(("only", [], KEYED))
        transaction.set_rollback(True)
    assert roll_up() == 0


def test_what_a_process_of_the_release_before_accepts_is_counted_once_too(accept: Accept) -> None:
    submission = accept(("only", [], KEYED))
    with database.cursor() as session:
        session.execute("SET waybill.notes_acceptance = ''")
        submission.pk, submission.reference = uuid7(), "another"
        submission.save(force_insert=True)
        session.execute("SET waybill.notes_acceptance = on")
    roll_up()
    assert counts(submission.organization) == {"accepted": 2}


def test_only_one_process_rolls_up_at_a_time(accept: Accept) -> None:
    accept(("only", [], KEYED))
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with every_organization("a test"), transaction.atomic(), database.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext('waybill.statistics'))")
            held.set()
            done.wait(60)
        connections.close_all()

    other = threading.Thread(target=hold)
    other.start()
    try:
        assert held.wait(60)
        assert roll_up() == 0
        assert Fact.unscoped.count() == 1
    finally:
        done.set()
        other.join()
    assert roll_up() == 1


def test_the_roll_ups_of_yesterday_are_what_the_rows_say(
    accept: Accept, sink: Sink, begun: None
) -> None:
    for _ in range(3):
        accept(("a", [], KEYED), ("b", ["a"], KEYED))
    deliver()
    move_to(hours_ago=3)
    assert statistics_findings() == []
    roll_up()
    assert statistics_findings() == []
    call_command("reconcile")


@pytest.mark.parametrize(
    ("damage", "complaint"),
    [
        ("DELETE FROM statistics_fact WHERE happened = 'accepted'", "accepted: 1 rows, 0 rolled"),
        ("UPDATE statistics_fact SET sign = 2", "attempt.succeeded: 1 rows, 2 rolled up"),
    ],
)
def test_a_difference_is_found_in_words(
    accept: Accept, sink: Sink, begun: None, damage: str, complaint: str
) -> None:
    accept(("only", [], KEYED))
    deliver()
    move_to(hours_ago=3)
    with database.cursor() as cursor:
        cursor.execute(damage)
    (finding,) = statistics_findings()
    assert any(complaint in each for each in finding.ids)
    with pytest.raises(CommandError):
        call_command("reconcile")


def test_a_lost_attempt_that_ended_after_all_is_counted_as_it_ended(
    accept: Accept, begun: None
) -> None:
    submission = accept(("only", [], KEYED))
    with database.cursor() as cursor:
        cursor.execute(
            "UPDATE submissions_steprun SET status = 'sending', claimed_at = now(), fence = 1,"
            " lease_until = now() - interval '1 second'"
        )
    sweep()
    roll_up()
    assert counts(submission.organization) == {"accepted": 1, "attempt.lost": 1}
    with database.cursor() as cursor:
        cursor.execute("UPDATE submissions_attempt SET outcome = 'succeeded'")
    roll_up()
    assert counts(submission.organization) == {"accepted": 1, "attempt.succeeded": 1}


def test_a_day_is_counted_again_from_its_rows(accept: Accept, sink: Sink) -> None:
    submission = accept(("only", [], KEYED))
    deliver()
    move_to(hours_ago=48)
    roll_up()
    before = [*RollUp.unscoped.order_by("pk").values_list("grain", "happened", "count", "bins")]
    Fact.unscoped.all().delete()
    RollUp.unscoped.all().delete()
    day = (timezone.now() - timedelta(hours=48)).astimezone(UTC).date()
    for _ in range(2):
        call_command("rebuild_statistics", day.isoformat(), day.isoformat())
    after = [*RollUp.unscoped.values_list("grain", "happened", "count", "bins")]
    assert sorted(after, key=str) == sorted(before, key=str)
    assert submission.organization_id in {row.organization_id for row in RollUp.unscoped.all()}


def test_today_is_not_counted_again(accept: Accept) -> None:
    today = datetime.now(UTC).date().isoformat()
    with pytest.raises(CommandError, match="not over yet"):
        call_command("rebuild_statistics", today, today)


def test_minutes_and_hours_end_and_days_stay(accept: Accept) -> None:
    accept(("only", [], KEYED))
    move_to(hours_ago=24 * 200)
    roll_up()
    roll_ups_expire()
    assert {row.grain for row in RollUp.unscoped.all()} == {Grain.DAY}


def test_what_is_due_waits_and_what_is_paused_needs_a_person(accept: Accept) -> None:
    submission = accept(("a", [], KEYED), ("b", ["a"], KEYED))
    due_now()
    (waiting,) = backlog(submission.organization)
    assert (waiting.queue, waiting.count) == ("default", 1)
    connection_pause(
        organization=submission.organization, connection_id=waiting.connection_id, actor=SYSTEM
    )
    with database.cursor() as cursor:
        cursor.execute("UPDATE submissions_submissionstate SET status = 'failed'")
    needs = needs_person(submission.organization)
    assert (needs.failed, needs.unknown, needs.paused_connections) == (1, 0, 1)


def test_counting_stops_where_people_cannot_tell_numbers_apart(
    accept: Accept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.statistics.backlog.MOST_COUNTED", 2)
    submissions = [accept(("only", [], KEYED)) for _ in range(2)]
    assert MOST_COUNTED > 2
    with database.cursor() as cursor:
        cursor.execute(
            "INSERT INTO submissions_submissionstate (submission_id, organization_id, status)"
            " SELECT gen_random_uuid(), %s, 'needs_attention' FROM generate_series(1, 9)",
            [submissions[0].organization_id],
        )
    assert needs_person(submissions[0].organization).unknown == 3


def durations() -> Iterator[float]:
    chosen = random.Random(7)  # noqa: S311  # not for a secret
    for _ in range(2000):
        yield math.exp(chosen.uniform(math.log(0.002), math.log(3600)))


def test_a_quantile_is_off_by_at_most_what_is_promised() -> None:
    seconds = sorted(durations())
    with database.cursor() as cursor:
        cursor.execute(
            "SELECT waybill_statistics_bin(each), count(*)"
            " FROM unnest(%s::float8[]) AS each GROUP BY 1",
            [seconds],
        )
        bins = dict(cursor.fetchall())
    for share in (0.01, 0.5, 0.95, 0.99, 1):
        found = quantile(bins, share)
        exact = seconds[math.ceil(share * len(seconds)) - 1]
        assert found is not None
        assert abs(found - exact) <= ACCURACY * exact * 1.000001


def test_postgresql_and_python_mean_the_same_bins() -> None:
    with database.cursor() as cursor:
        for seconds in (0.0, 0.0005, 0.001, 0.0015, 1.0, 86_400.0 * 40):
            cursor.execute("SELECT waybill_statistics_bin(%s)", [seconds])
            expected = math.ceil(math.log(max(seconds * 1000, 1)) / math.log(WIDTH))
            assert cursor.fetchone()[0] == expected


def test_there_is_no_quantile_of_nothing() -> None:
    assert quantile({}, 0.5) is None
    assert quantile({3: -1}, 0.5) is None


def test_points_have_no_gap(accept: Accept) -> None:
    submission: Submission = accept(("only", [], KEYED))
    roll_up()
    for period, length in (
        (Period.HOUR, 61),
        (Period.DAY, 25),
        (Period.WEEK, 8),
        (Period.MONTH, 31),
    ):
        points = history(submission.organization, period).points
        assert len(points) == length
        assert points[-1].tally.count(Happened.ACCEPTED) == 1
