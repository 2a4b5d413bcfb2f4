from __future__ import annotations

import pytest
from aiohttp import web
from django.db import connection as database

from core.delivery.claim import connection_queues_due
from core.delivery.claim.due_runs import Claim, claim_due, claims_begin_sending
from core.delivery.outcome import Outcome
from core.delivery.run import deliver_queue
from core.delivery.run.pace import Pace
from core.delivery.settle import settle
from core.delivery.sweep import sweep
from core.errors import Unprocessable
from core.submissions.accept import submission_accept
from core.submissions.models import (
    Attempt,
    AttemptOutcome,
    Source,
    StepRun,
    StepStatus,
    Submission,
    SubmissionState,
    SubmissionStatus,
)
from core.submissions.read import attempts_of
from tests.destination import Publish, Sink

pytestmark = pytest.mark.django_db(transaction=True)

KEYED = "request.send_keyed"
BLIND = "request.send"


def accept(publish: Publish, *steps: tuple[str, list[str], str], **options: object) -> Submission:
    version = publish(*steps, **options)
    accepted = submission_accept(version=version, data={"company": "Acme Ltd"}, source=Source.API)
    return accepted.submission


def deliver() -> None:
    deliver_queue(queue="default", worker="test", pace=Pace(slice_seconds=60))


def claim(limit: int = 10, worker: str = "test") -> list[Claim]:
    quotas = dict.fromkeys(connection_queues_due(queue="default"), limit)
    return claim_due(queue="default", quotas=quotas, worker=worker).claims


def run_of(submission: Submission, key: str) -> StepRun:
    return StepRun.unscoped.get(submission=submission, step__key=key)


def due_now(run: StepRun) -> None:
    with database.cursor() as cursor:
        cursor.execute(
            "UPDATE submissions_steprun SET next_attempt_at = now() WHERE id = %s", [run.pk]
        )


def lease_ended(run: StepRun) -> None:
    with database.cursor() as cursor:
        cursor.execute(
            "UPDATE submissions_steprun SET lease_until = now() - interval '1 s' WHERE id = %s",
            [run.pk],
        )


def test_steps_are_delivered_in_the_order_of_their_dependencies(
    publish: Publish, sink: Sink
) -> None:
    submission = accept(publish, ("first", [], KEYED), ("second", ["first"], KEYED))
    deliver()
    submission.refresh_from_db()
    assert submission.status == SubmissionStatus.SUCCEEDED
    assert submission.finished_at is not None
    assert [request["path"] for request in sink.requests] == ["/first", "/second"]
    assert sink.requests[0]["body"] == {"company": "Acme Ltd", "ref": submission.reference}


def test_the_idempotency_key_stays_the_same_over_attempts(publish: Publish, sink: Sink) -> None:
    sink.answer = lambda _: web.Response(status=408)
    submission = accept(publish, ("only", [], KEYED))
    deliver()
    run = run_of(submission, "only")
    assert (run.status, run.error_kind) == (StepStatus.WAITING, "transient")
    assert run.next_attempt_at is not None
    due_now(run)
    sink.answer = None
    deliver()
    assert run_of(submission, "only").status == StepStatus.SUCCEEDED
    assert {request["key"] for request in sink.requests} == {str(run.pk)}
    assert Attempt.unscoped.filter(step_run=run).count() == 2


def test_a_refused_input_ends_the_step_and_skips_what_depends_on_it(
    publish: Publish, sink: Sink
) -> None:
    sink.answer = lambda _: web.json_response({"message": "no such article"}, status=422)
    submission = accept(
        publish, ("first", [], KEYED), ("second", ["first"], KEYED), ("third", ["second"], KEYED)
    )
    deliver()
    statuses = [run_of(submission, key).status for key in ("first", "second", "third")]
    assert statuses == [StepStatus.FAILED, StepStatus.SKIPPED, StepStatus.SKIPPED]
    submission.refresh_from_db()
    assert submission.status == SubmissionStatus.FAILED
    assert len(sink.requests) == 1


def test_retry_after_is_obeyed(publish: Publish, sink: Sink) -> None:
    sink.answer = lambda _: web.Response(status=429, headers={"Retry-After": "3600"})
    submission = accept(publish, ("only", [], KEYED))
    deliver()
    run = run_of(submission, "only")
    with database.cursor() as cursor:
        cursor.execute(
            "SELECT extract(epoch FROM next_attempt_at - now()) FROM submissions_steprun"
            " WHERE id = %s",
            [run.pk],
        )
        (seconds,) = cursor.fetchone() or (0,)
    assert (run.status, run.error_kind) == (StepStatus.WAITING, "rate_limited")
    assert 3590 < seconds <= 3600


def test_a_blind_send_without_an_answer_becomes_unknown_and_is_not_sent_again(
    publish: Publish, sink: Sink
) -> None:
    sink.delay = 3
    submission = accept(publish, ("only", [], BLIND), timeout_seconds=1)
    deliver()
    run = run_of(submission, "only")
    assert run.status == StepStatus.UNKNOWN
    deliver()
    submission.refresh_from_db()
    assert submission.status == SubmissionStatus.NEEDS_ATTENTION
    assert len(sink.requests) == 1


def test_attempts_keep_what_was_said_without_the_secret(publish: Publish, sink: Sink) -> None:
    submission = accept(publish, ("only", [], KEYED))
    deliver()
    attempt = Attempt.unscoped.get(step_run__submission=submission)
    assert attempt.outcome == AttemptOutcome.SUCCEEDED
    assert attempt.request is not None
    assert attempt.response is not None
    assert attempt.response["status"] == 200
    assert "planted-canary-token" not in f"{attempt.request}{attempt.response}"


def test_two_claims_never_hold_the_same_run(publish: Publish) -> None:
    accept(publish, ("a", [], KEYED), ("b", [], KEYED))
    first = claim(1, "one")
    second = claim(5, "two")
    third = claim(5, "three")
    assert (len(first), len(second), len(third)) == (1, 1, 0)
    assert first[0].step_run_id != second[0].step_run_id


def test_an_attempt_is_known_before_the_network_is_used(publish: Publish, sink: Sink) -> None:
    submission = accept(publish, ("only", [], KEYED))
    (held,) = claim(1, "one")
    (attempt,) = attempts_of(run_of(submission, "only"))
    assert (attempt.outcome, attempt.fence) == (AttemptOutcome.SENDING, held.fence)
    assert (attempt.worker, attempt.number) == ("one", 1)
    assert sink.requests == []


def test_a_worker_that_lost_its_lease_writes_nothing(publish: Publish) -> None:
    submission = accept(publish, ("only", [], KEYED))
    (held,) = claim(1, "slow")
    run = run_of(submission, "only")
    lease_ended(run)
    assert sweep().given_back == 1
    late = Outcome(
        step_run_id=held.step_run_id,
        fence=held.fence,
        claimed_at=held.claimed_at,
        status=StepStatus.SUCCEEDED,
        attempt=AttemptOutcome.SUCCEEDED,
    )
    settled = settle(held=[held], outcomes=[late])
    assert settled.stale == 1
    assert run_of(submission, "only").status == StepStatus.WAITING


def test_a_blind_run_that_was_leased_but_never_sent_goes_again(publish: Publish) -> None:
    submission = accept(publish, ("only", [], BLIND))
    claim(1, "dead")
    lease_ended(run_of(submission, "only"))
    assert (sweep().given_back, run_of(submission, "only").status) == (1, StepStatus.READY)
    assert (
        Attempt.unscoped.get(step_run__submission=submission).outcome == AttemptOutcome.GIVEN_BACK
    )


def test_a_dead_workers_blind_send_waits_for_a_person(publish: Publish) -> None:
    submission = accept(publish, ("only", [], BLIND))
    assert claims_begin_sending(claim(1, "dead")) == {run_of(submission, "only").pk}
    lease_ended(run_of(submission, "only"))
    assert sweep().unknown == 1
    assert run_of(submission, "only").status == StepStatus.UNKNOWN
    assert Attempt.unscoped.get(step_run__submission=submission).outcome == AttemptOutcome.LOST


def test_a_lease_that_still_runs_is_left_alone(publish: Publish) -> None:
    submission = accept(publish, ("only", [], KEYED))
    claim(1, "busy")
    assert (sweep().given_back, sweep().unknown) == (0, 0)
    assert run_of(submission, "only").status == StepStatus.SENDING


def test_a_step_is_given_up_at_its_deadline(publish: Publish) -> None:
    submission = accept(publish, ("only", [], KEYED), ("then", ["only"], KEYED))
    with database.cursor() as cursor:
        cursor.execute("UPDATE submissions_steprun SET deadline_at = now() - interval '1 s'")
    assert sweep().given_up == 1
    given_up = run_of(submission, "only")
    assert given_up.status == StepStatus.FAILED
    assert given_up.error_message.startswith("Given up at its deadline.")
    assert run_of(submission, "then").status == StepStatus.SKIPPED
    submission.refresh_from_db()
    assert submission.status == SubmissionStatus.FAILED


def test_a_mapping_that_cannot_be_computed_fails_the_step_in_words(
    publish: Publish, sink: Sink
) -> None:
    body = {"email": "${{ steps.first.body.nothing }}"}
    submission = accept(
        publish,
        ("first", [], KEYED),
        ("only", ["first"], KEYED),
        each={"only": {"with": {"path": "/only", "body": body}}},
    )
    deliver()
    run = run_of(submission, "only")
    assert run.status == StepStatus.FAILED
    assert "body.email" in run.error_message
    assert [request["path"] for request in sink.requests] == ["/first"]


def test_answers_of_which_a_steps_input_cannot_be_computed_are_refused(publish: Publish) -> None:
    body = {"number": "${{ int(input.company) }}"}
    with pytest.raises(Unprocessable) as refused:
        accept(publish, ("only", [], KEYED), **{"with": {"path": "/only", "body": body}})
    (fault,) = refused.value.errors
    assert fault.field == "data.company"
    assert not Submission.unscoped.exists()


def test_a_step_that_this_release_cannot_deliver_keeps_no_other_from_delivery(
    publish: Publish, sink: Sink
) -> None:
    version = publish(("lacking", [], KEYED), ("other", [], KEYED))
    version.steps.filter(key="lacking").update(action="request.removed")
    accepted = submission_accept(version=version, data={"company": "Acme"}, source=Source.API)
    deliver()
    lacking = run_of(accepted.submission, "lacking")
    assert lacking.status == StepStatus.WAITING
    assert "cannot deliver this step" in lacking.error_message
    assert run_of(accepted.submission, "other").status == StepStatus.SUCCEEDED
    assert [request["path"] for request in sink.requests] == ["/other"]


def test_a_lost_step_that_this_release_cannot_deliver_waits_for_a_person(
    publish: Publish,
) -> None:
    version = publish(("lacking", [], KEYED))
    version.steps.update(action="request.removed")
    accepted = submission_accept(version=version, data={"company": "Acme"}, source=Source.API)
    claim(1, "dead")
    lease_ended(run_of(accepted.submission, "lacking"))
    assert sweep().unknown == 1


def test_many_submissions_are_each_delivered_once(publish: Publish, sink: Sink) -> None:
    version = publish(("only", [], KEYED))
    for number in range(300):
        submission_accept(version=version, data={"company": f"C{number}"}, source=Source.API)
    deliver()
    assert len(sink.requests) == 300
    assert len({request["key"] for request in sink.requests}) == 300
    assert SubmissionState.unscoped.exclude(status=SubmissionStatus.SUCCEEDED).count() == 0
