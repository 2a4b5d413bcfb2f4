from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction

from core.submissions.models import StepRun, StepStatus, Submission, SubmissionStatus
from core.submissions.models.states import STEP_STARTS, STEP_TRANSITIONS, SUBMISSION_TRANSITIONS
from tests.engine import Accept

pytestmark = pytest.mark.django_db

KEYED = "request.send_keyed"


def transitions(table: str, function: str) -> set[tuple[str, str]]:
    """Which changes of status the trigger's function lets pass, on a copy without constraints."""
    states = [state.value for state in (StepStatus if "steprun" in table else SubmissionStatus)]
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMP TABLE tried AS SELECT * FROM {table} LIMIT 1")  # noqa: S608
        passed = set()
        for before in states:
            for after in states:
                cursor.execute("DROP TRIGGER IF EXISTS tried ON tried")
                cursor.execute("UPDATE tried SET status = %s", [before])
                cursor.execute(
                    "CREATE TRIGGER tried BEFORE UPDATE ON tried"
                    f" FOR EACH ROW EXECUTE FUNCTION {function}()"
                )
                if before != after and _passes(after):
                    passed.add((before, after))
    return passed


def _passes(status: str) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("UPDATE tried SET status = %s", [status])
    except IntegrityError:
        return False
    return True


def test_postgresql_allows_the_transitions_of_step_runs_and_no_others(accept: Accept) -> None:
    accept(("only", [], KEYED))
    table = {(str(a), str(b)) for a, after in STEP_TRANSITIONS.items() for b in after}
    assert transitions("submissions_steprun", "waybill_step_run_changes") == table


def test_postgresql_allows_the_transitions_of_submissions_and_no_others(accept: Accept) -> None:
    accept(("only", [], KEYED))
    table = {(str(a), str(b)) for a, after in SUBMISSION_TRANSITIONS.items() for b in after}
    assert transitions("submissions_submissionstate", "waybill_submission_changes") == table


@pytest.mark.parametrize(
    ("table", "status"),
    [("submissions_steprun", "waiting"), ("submissions_submissionstate", "forged")],
)
def test_the_tables_themselves_refuse_what_is_not_allowed(
    accept: Accept, table: str, status: str
) -> None:
    accept(("only", [], KEYED))
    with (
        pytest.raises(IntegrityError, match="cannot become"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"UPDATE {table} SET status = %s", [status])  # noqa: S608


def test_a_step_run_begins_only_as_it_may(accept: Accept) -> None:
    run = StepRun.unscoped.get(submission=accept(("only", [], KEYED)))
    Submission.unscoped.exclude(pk=run.submission_id).delete()
    for status in set(StepStatus) - set(STEP_STARTS):
        run.pk, run.status, run._state.adding = None, status, True
        with pytest.raises(IntegrityError, match="cannot begin"), transaction.atomic():
            run.save(force_insert=True)


def test_an_older_fence_is_refused(accept: Accept) -> None:
    run = StepRun.unscoped.get(submission=accept(("only", [], KEYED)))
    StepRun.unscoped.filter(pk=run.pk).update(fence=5)
    with pytest.raises(IntegrityError, match="fence 4 is older than 5"), transaction.atomic():
        StepRun.unscoped.filter(pk=run.pk).update(fence=4)


@pytest.mark.parametrize(
    "change",
    [
        {"next_attempt_at": None},
        {"status": StepStatus.SENDING, "claimed_at": None},
        {"status": StepStatus.FAILED},
        {"status": "lost"},
    ],
)
def test_a_state_without_what_it_needs_is_refused(
    accept: Accept, change: dict[str, object]
) -> None:
    run = StepRun.unscoped.get(submission=accept(("only", [], KEYED)))
    with pytest.raises(IntegrityError), transaction.atomic():
        StepRun.unscoped.filter(pk=run.pk).update(**change)
