"""What a waiting submission is said to wait for: the cause first, and no past time as a next."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web
from django.utils import timezone

from api.schemas.submissions.submissions import SubmissionDetailOut, SubmissionPageOut
from core.audit.models import ActorKind
from core.audit.services import Actor
from core.delivery.models import Gate, PauseReason
from core.delivery.operate import WaitReason, connection_pause, connection_resume
from core.submissions.models import StepRun, StepStatus, Submission
from core.submissions.read import submission_get, submission_page
from tests.destination import Sink
from tests.engine import Accept, deliver, run_of, set_back

pytestmark = pytest.mark.django_db(transaction=True)

ADA = Actor(ActorKind.PERSON, name="Ada Berg")


@pytest.fixture
def busy(accept: Accept, sink: Sink) -> Submission:
    """Sent once, and the destination was busy."""
    sink.answer = lambda _: web.json_response({"message": "the ERP is closed"}, status=500)
    submission = accept(("only", [], "request.send_keyed"))
    deliver()
    assert run_of(submission).status == StepStatus.WAITING
    return submission


def listed(submission: Submission) -> dict[str, Any]:
    (item,) = SubmissionPageOut.of(submission_page(organization=submission.organization)).items
    return item.model_dump()


def step(submission: Submission) -> dict[str, Any]:
    whole = submission_get(organization=submission.organization, submission_id=submission.pk)
    (first,) = SubmissionDetailOut.of(whole).steps
    return first.model_dump()


def pause(submission: Submission, actor: Actor = ADA) -> StepRun:
    run = run_of(submission)
    connection_pause(
        organization=submission.organization, connection_id=run.connection_id, actor=actor
    )
    return run


def test_another_try_is_said_with_its_time_and_the_last_error(busy: Submission) -> None:
    item = listed(busy)
    assert item["wait"]["reason"] == WaitReason.BACKOFF
    assert item["wait"]["until"] > timezone.now()
    assert item["error_kind"] == "outcome_unknown"
    assert item["problem"]
    assert step(busy)["next_attempt_at"] == item["wait"]["until"]


def test_a_pause_comes_before_the_last_error_and_names_who_made_it(busy: Submission) -> None:
    run = pause(busy)
    item = listed(busy)
    assert item["wait"]["reason"] == WaitReason.PAUSED
    assert item["wait"]["pause"] == PauseReason.OPERATOR
    assert item["wait"]["by"] == "Ada Berg"
    assert item["wait"]["since"] is not None
    assert item["wait"]["until"] is None
    assert item["wait"]["connection"]["id"] == run.connection_id
    assert "paused" in step(busy)["reason"]
    assert step(busy)["error_message"] == item["problem"]


def test_behind_a_pause_no_time_is_a_next(busy: Submission) -> None:
    """Half an hour into the pause, the time of the try that did not happen is not told."""
    pause(busy)
    set_back("submissions_steprun", "next_attempt_at", 27 * 60)
    told = step(busy)
    assert (told["next_attempt_at"], told["wait_until"]) == (None, None)
    assert told["waiting"]["by"] == "Ada Berg"


def test_a_pause_of_waybill_itself_names_nobody(busy: Submission) -> None:
    pause(busy)
    Gate.unscoped.update(pause_reason=PauseReason.AUTH, pause_message="Sign-in refused.")
    wait = listed(busy)["wait"]
    assert (wait["pause"], wait["by"], wait["message"]) == (
        PauseReason.AUTH,
        None,
        "Sign-in refused.",
    )


def test_a_later_pause_names_who_made_that_one(busy: Submission) -> None:
    run = pause(busy)
    connection_resume(organization=busy.organization, connection_id=run.connection_id, actor=ADA)
    pause(busy, Actor(ActorKind.PERSON, name="Grace Hopper"))
    assert listed(busy)["wait"]["by"] == "Grace Hopper"


def test_an_open_breaker_is_looked_at_again_in_the_future_or_now(busy: Submission) -> None:
    soon = timezone.now() + timedelta(minutes=2)
    Gate.unscoped.update(breaker_until=soon)
    assert listed(busy)["wait"]["reason"] == WaitReason.BREAKER
    assert listed(busy)["wait"]["until"] == soon
    set_back("delivery_gate", "breaker_until", 60)
    assert listed(busy)["wait"]["until"] is None


def test_what_is_delivered_or_failed_waits_for_nothing(accept: Accept, sink: Sink) -> None:
    submission = accept(("only", [], "request.send_keyed"))
    deliver()
    pause(submission)
    item = listed(submission)
    assert (item["wait"], item["problem"], item["error_kind"]) == (None, None, None)


def test_the_step_that_a_person_must_decide_comes_before_one_that_waits(
    accept: Accept, sink: Sink
) -> None:
    submission = accept(("first", [], "request.send_keyed"), ("second", [], "request.send_keyed"))
    now = timezone.now()
    second = StepRun.unscoped.filter(submission=submission, position=2)
    second.update(status=StepStatus.SENDING, claimed_at=now, lease_until=now)
    second.update(
        status=StepStatus.UNKNOWN,
        error_kind="outcome_unknown",
        error_message="No answer.",
        lease_until=None,
        next_attempt_at=None,
    )
    item = listed(submission)
    assert (item["problem"], item["wait"]) == ("No answer.", None)
