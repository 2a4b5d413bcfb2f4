"""Steps with a condition: sent if it is true, skipped if it is false."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

import pytest
from aiohttp import web

from core.audit.services import SYSTEM
from core.connections.models import Connection
from core.delivery.claim import claim_due, connection_queues_due
from core.delivery.operate import ledger_reconcile
from core.delivery.outcome import AttemptContext, not_needed
from core.delivery.settle import settle
from core.delivery.sweep import sweep
from core.errors import Unprocessable
from core.submissions.accept import submission_accept
from core.submissions.models import (
    Attempt,
    AttemptOutcome,
    Event,
    Source,
    StepRun,
    StepStatus,
    Submission,
    SubmissionStatus,
)
from core.submissions.operate import submission_cancel, submission_resume
from core.workflows.models import WorkflowVersion
from integrations.sdk import Effect
from tests.destination import Publish, Sink
from tests.engine import deliver, due_now, gate, lease_ended, run_of
from tests.sensitive import PublishSensitive
from waybill_definitions.document import RetryPolicy

pytestmark = pytest.mark.django_db(transaction=True)

KEYED, FOUND, BLIND = "request.send_keyed", "request.send_found", "request.send"
NEVER, ALWAYS = "${{ input.company == 'Nobody' }}", "${{ input.company != 'Nobody' }}"
NEEDED, SKIPPED, FAILED = StepStatus.SUCCEEDED, StepStatus.SKIPPED, StepStatus.FAILED

StepSpec = tuple[str, list[str], str]
AcceptWhen = Callable[..., Submission]


def submit(version: WorkflowVersion, company: str = "Acme Ltd") -> Submission:
    return submission_accept(
        version=version, data={"company": company}, source=Source.API
    ).submission


@pytest.fixture
def accept_when(publish: Publish) -> AcceptWhen:
    """Accept one submission to these steps, with a condition for some of them by key."""

    def run(when: Mapping[str, str], *steps: StepSpec) -> Submission:
        return submit(publish(*steps, each={key: {"when": each} for key, each in when.items()}))

    return run


def states(submission: Submission) -> dict[str, str]:
    runs = StepRun.unscoped.filter(submission=submission).select_related("step")
    return {run.step.key: run.status for run in runs}


def status_of(submission: Submission) -> str:
    return Submission.unscoped.get(pk=submission.pk).status


def paths(sink: Sink) -> list[str]:
    return [request["path"] for request in sink.requests]


def ledger_is_sound() -> bool:
    return ledger_reconcile(everything=True)[1] == []


@pytest.mark.parametrize("action", [KEYED, BLIND])
def test_a_step_whose_condition_is_false_is_skipped_and_nothing_is_sent(
    accept_when: AcceptWhen, sink: Sink, action: str
) -> None:
    submission = accept_when({"only": NEVER}, ("only", [], action))
    deliver()
    run = run_of(submission)
    assert (run.status, run.not_needed, run.failures) == (SKIPPED, True, 0)
    assert run.error_message == "Not needed for this submission."
    assert (run.error_kind, run.output, run.sent_at, run.in_doubt) == ("", None, None, False)
    assert run.finished_at is not None
    assert (status_of(submission), sink.requests) == (SubmissionStatus.SUCCEEDED, [])
    assert ledger_is_sound()


@pytest.mark.parametrize("action", [KEYED, BLIND])
def test_a_step_whose_condition_is_true_is_sent(
    accept_when: AcceptWhen, sink: Sink, action: str
) -> None:
    submission = accept_when({"only": ALWAYS}, ("only", [], action))
    deliver()
    run = run_of(submission)
    assert (run.status, run.not_needed, paths(sink)) == (NEEDED, False, ["/only"])
    assert (run.sent_at is not None) == (action == BLIND)


def test_a_skip_is_logged_with_its_condition_and_kept_as_an_attempt_that_sent_nothing(
    accept_when: AcceptWhen,
) -> None:
    submission = accept_when({"only": NEVER}, ("only", [], KEYED), ("then", ["only"], KEYED))
    deliver()
    events = Event.unscoped.filter(submission=submission).order_by("pk")
    assert [(event.kind, event.detail) for event in events] == [
        ("step.skipped", {"step": 1, "reason": "condition", "condition": NEVER}),
        ("step.skipped", {"step": 2, "reason": "needs"}),
        ("submission.succeeded", {}),
    ]
    attempt = Attempt.unscoped.get(step_run__submission=submission)
    assert (attempt.outcome, attempt.request, attempt.response) == (
        AttemptOutcome.SKIPPED,
        None,
        None,
    )


def test_a_skip_says_nothing_about_the_connection(accept_when: AcceptWhen) -> None:
    submission = accept_when({"only": NEVER}, ("only", [], KEYED))
    connection_queues_due(queue="default")
    stood = gate()
    stood.failures = 3
    stood.save()
    deliver()
    assert (run_of(submission).status, gate().failures) == (SKIPPED, 3)


def test_a_chain_behind_a_skipped_step_is_skipped_with_it(
    accept_when: AcceptWhen, sink: Sink
) -> None:
    submission = accept_when(
        {"a": NEVER}, ("a", [], KEYED), ("b", ["a"], KEYED), ("c", ["b"], BLIND)
    )
    deliver()
    assert states(submission) == {"a": SKIPPED, "b": SKIPPED, "c": SKIPPED}
    last = run_of(submission, "c")
    assert (last.not_needed, last.fence) == (True, 0)
    assert last.error_message == "Not needed, because nothing before it was needed."
    assert (status_of(submission), sink.requests) == (SubmissionStatus.SUCCEEDED, [])
    assert ledger_is_sound()


@pytest.mark.parametrize("late", ["skipped", "sent", "neither"])
def test_a_step_behind_two_branches_runs_if_one_of_them_was_needed(
    accept_when: AcceptWhen, sink: Sink, late: str
) -> None:
    """Whichever of the branches ends last."""
    submission = accept_when(
        {"left": NEVER},
        ("first", [], KEYED),
        ("left", ["first"] if late == "skipped" else [], KEYED),
        ("right", ["first"] if late == "sent" else [], KEYED),
        ("join", ["left", "right"], KEYED),
    )
    deliver()
    assert states(submission) == {
        "first": NEEDED,
        "left": SKIPPED,
        "right": NEEDED,
        "join": NEEDED,
    }
    assert sorted(paths(sink)) == ["/first", "/join", "/right"]
    assert ledger_is_sound()


def test_a_skipped_step_has_no_output_for_those_after_it(publish: Publish, sink: Sink) -> None:
    body = {"left": "${{ has(steps.left) }}", "right": "${{ has(steps.right) }}"}
    version = publish(
        ("left", [], KEYED),
        ("right", [], KEYED),
        ("join", ["left", "right"], KEYED),
        each={"left": {"when": NEVER}, "join": {"with": {"path": "/join", "body": body}}},
    )
    submit(version)
    deliver()
    assert sink.requests[-1]["body"] == {"left": False, "right": True}


def test_a_condition_may_look_at_what_a_step_before_was_answered(
    accept_when: AcceptWhen, sink: Sink
) -> None:
    submission = accept_when(
        {"yes": "${{ steps.first.status == 200 }}", "no": "${{ steps.first.status == 201 }}"},
        ("first", [], KEYED),
        ("yes", ["first"], BLIND),
        ("no", ["first"], BLIND),
    )
    deliver()
    assert states(submission) == {"first": NEEDED, "yes": NEEDED, "no": SKIPPED}
    assert paths(sink) == ["/first", "/yes"]


def test_a_failed_branch_still_skips_what_needs_it_in_its_own_words(
    accept_when: AcceptWhen, sink: Sink
) -> None:
    sink.answer = lambda request: web.json_response(
        {"id": 1}, status=422 if request.path == "/right" else 200
    )
    submission = accept_when(
        {"left": NEVER},
        ("left", [], KEYED),
        ("right", [], KEYED),
        ("join", ["left", "right"], KEYED),
        ("last", ["left", "join"], KEYED),
        ("aside", ["left"], KEYED),
    )
    deliver()
    assert states(submission) == {
        "left": SKIPPED,
        "right": FAILED,
        "join": SKIPPED,
        "last": SKIPPED,
        "aside": SKIPPED,
    }
    join = run_of(submission, "join")
    assert (join.not_needed, join.error_message) == (
        False,
        "Not sent, because “Sending right” did not succeed.",
    )
    assert not run_of(submission, "last").not_needed
    assert run_of(submission, "aside").not_needed
    assert status_of(submission) == SubmissionStatus.FAILED
    assert ledger_is_sound()


@pytest.mark.parametrize("action", [KEYED, BLIND])
@pytest.mark.parametrize(
    "condition", ["${{ steps.first.body.nothing > 1 }}", "${{ steps.first.body.id }}"]
)
def test_a_condition_that_cannot_be_computed_fails_its_step(
    accept_when: AcceptWhen, sink: Sink, action: str, condition: str
) -> None:
    submission = accept_when(
        {"only": condition},
        ("first", [], KEYED),
        ("only", ["first"], action),
        ("then", ["only"], KEYED),
    )
    deliver()
    run = run_of(submission, "only")
    assert (run.status, run.error_kind) == (FAILED, "invalid_input")
    assert "condition (when) could not be computed" in run.error_message
    then = run_of(submission, "then")
    assert (then.status, then.not_needed) == (SKIPPED, False)
    assert (status_of(submission), paths(sink)) == (SubmissionStatus.FAILED, ["/first"])


def test_a_condition_that_cannot_be_computed_of_answers_refuses_them(
    accept_when: AcceptWhen,
) -> None:
    with pytest.raises(Unprocessable) as refused:
        accept_when({"only": "${{ int(input.company) > 1 }}"}, ("only", [], KEYED))
    (fault,) = refused.value.errors
    assert (fault.field, fault.message.startswith("Sending only: ")) == ("data.company", True)
    assert not Submission.unscoped.exists()


def test_a_condition_that_this_release_does_not_know_fails_its_step(
    publish: Publish, sink: Sink
) -> None:
    """As in versions that were published before conditions were checked."""
    version = publish(("first", [], KEYED), ("only", ["first"], KEYED))
    version.steps.filter(key="only").update(condition="${{ steps.first.nothing > 1 }}")
    submission = submit(version)
    deliver()
    run = run_of(submission, "only")
    assert (run.status, run.error_kind) == (FAILED, "invalid_input")
    assert (status_of(submission), paths(sink)) == (SubmissionStatus.FAILED, ["/first"])


PLANTED = {"company": "Acme", "email": "ada@example.com", "iban": "DE-planted-iban"}


def test_an_error_over_a_sensitive_answer_does_not_show_it_to_who_sent_it(
    publish_sensitive: PublishSensitive,
) -> None:
    version = publish_sensitive(when="${{ int(input.iban) > 0 }}")
    with pytest.raises(Unprocessable) as refused:
        submission_accept(version=version, data=PLANTED, source=Source.API)
    (fault,) = refused.value.errors
    assert fault.field == "data.iban"
    assert "planted" not in fault.message


def test_an_error_over_a_sensitive_answer_does_not_show_it(
    publish_sensitive: PublishSensitive, sink: Sink
) -> None:
    sink.answer = lambda _: web.json_response({"iban": PLANTED["iban"]})
    version = publish_sensitive(then={"when": "${{ int(steps.first.body.iban) > 0 }}"})
    submission = submission_accept(version=version, data=PLANTED, source=Source.API).submission
    deliver()
    run = run_of(submission, "second")
    assert (run.status, paths(sink)) == (FAILED, ["/first"])
    assert "could not be computed" in run.error_message
    assert "planted" not in run.error_message


def test_a_skipped_run_releases_its_ordering_line(publish: Publish, sink: Sink) -> None:
    version = publish(("only", [], KEYED), ordering="all", when="${{ input.company != 'first' }}")
    first, second = submit(version, "first"), submit(version, "second")
    assert run_of(second).behind
    deliver()
    assert (states(first), states(second)) == ({"only": SKIPPED}, {"only": NEEDED})
    assert [request["body"]["company"] for request in sink.requests] == ["second"]
    assert ledger_is_sound()


def test_a_run_that_is_skipped_with_those_before_it_releases_its_line_too(
    publish: Publish, sink: Sink
) -> None:
    version = publish(
        ("a", [], KEYED),
        ("b", ["a"], KEYED),
        each={"a": {"when": "${{ input.company != 'first' }}"}, "b": {"ordering": "all"}},
    )
    first, second = submit(version, "first"), submit(version, "second")
    deliver()
    assert set(states(first).values()) == {SKIPPED}
    assert set(states(second).values()) == {NEEDED}
    assert paths(sink) == ["/a", "/b"]
    assert ledger_is_sound()


def resume(submission: Submission, data: dict[str, str] | None = None) -> Submission:
    return submission_resume(
        organization=submission.organization, submission_id=submission.pk, actor=SYSTEM, data=data
    )


@pytest.mark.parametrize(
    ("corrected", "sent"),
    [(None, ["/join"]), ({"company": "Big Ltd"}, ["/join", "/large"])],
)
def test_taking_up_again_looks_at_the_conditions_again(
    accept_when: AcceptWhen, sink: Sink, corrected: dict[str, str] | None, sent: list[str]
) -> None:
    sink.answer = lambda request: web.json_response(
        {"id": 1}, status=422 if request.path == "/join" else 200
    )
    original = accept_when(
        {"large": "${{ input.company == 'Big Ltd' }}"},
        ("large", [], KEYED),
        ("small", [], KEYED),
        ("join", ["large", "small"], KEYED),
    )
    deliver()
    assert states(original) == {"large": SKIPPED, "small": NEEDED, "join": FAILED}
    sink.answer = None
    sink.requests.clear()
    resumed = resume(original, corrected)
    deliver()
    assert sorted(paths(sink)) == sent
    assert run_of(resumed, "large").not_needed == (corrected is None)
    assert status_of(resumed) == SubmissionStatus.SUCCEEDED
    assert ledger_is_sound()


def test_cancelling_leaves_what_was_not_needed(publish: Publish, sink: Sink) -> None:
    version = publish(
        ("a", [], KEYED),
        ("b", [], KEYED),
        ("c", ["a", "b"], KEYED),
        each={"a": {"when": NEVER}, "b": {"queue": "bulk"}},
    )
    submission = submit(version)
    deliver()
    submission_cancel(
        organization=submission.organization, submission_id=submission.pk, actor=SYSTEM
    )
    cancelled = StepStatus.CANCELLED
    assert states(submission) == {"a": SKIPPED, "b": cancelled, "c": cancelled}
    assert status_of(submission) == SubmissionStatus.CANCELLED
    assert (sink.requests, ledger_is_sound()) == ([], True)


def claim_and_die(submission: Submission) -> None:
    quotas = dict.fromkeys(connection_queues_due(queue="default"), 10)
    assert claim_due(queue="default", quotas=quotas, worker="dead").claims
    assert run_of(submission).status == StepStatus.SENDING
    lease_ended()
    assert sweep().given_back == 1


@pytest.fixture
def readable(connection: Connection) -> None:
    look_up = {
        "path": "/found",
        "query": {"reference": "{reference}"},
        "records": "/items",
        "reference": "/external",
    }
    Connection.unscoped.update(config={**connection.config, "look_up": look_up})


@pytest.mark.parametrize("action", [KEYED, FOUND, BLIND])
def test_a_worker_that_dies_before_it_skips_leaves_the_skip_to_the_next(
    accept_when: AcceptWhen, sink: Sink, readable: None, action: str
) -> None:
    sink.answer = lambda _: web.json_response({"items": []})
    submission = accept_when({"only": NEVER}, ("only", [], action), ("then", ["only"], KEYED))
    claim_and_die(submission)
    due_now()
    deliver()
    run = run_of(submission)
    assert (run.status, run.not_needed, run.in_doubt) == (SKIPPED, True, False)
    assert [request for request in sink.requests if request["body"] is not None] == []
    assert status_of(submission) == SubmissionStatus.SUCCEEDED
    assert ledger_is_sound()


def test_what_is_found_at_the_destination_was_needed(
    accept_when: AcceptWhen, sink: Sink, readable: None
) -> None:
    submission = accept_when({"only": NEVER}, ("only", [], FOUND))
    reference = f"{submission.reference}-1"
    sink.answer = lambda _: web.json_response({"items": [{"external": reference}]})
    claim_and_die(submission)
    due_now()
    deliver()
    assert run_of(submission).status == NEEDED


def test_a_skip_that_comes_too_late_is_only_noted(accept_when: AcceptWhen, sink: Sink) -> None:
    submission = accept_when({"only": NEVER}, ("only", [], KEYED))
    quotas = dict.fromkeys(connection_queues_due(queue="default"), 10)
    (held,) = claim_due(queue="default", quotas=quotas, worker="slow").claims
    lease_ended()
    sweep()
    context = AttemptContext(
        step_run_id=held.step_run_id,
        fence=held.fence,
        claimed_at=held.claimed_at,
        failures=0,
        tries=1,
        effect=Effect.KEYED,
        policy=RetryPolicy(),
        in_doubt=False,
        look_up_in=0.0,
        written=False,
        request=None,
        response=None,
    )
    assert settle(held=[held], outcomes=[not_needed(context, NEVER)]).stale == 1
    assert run_of(submission).status == StepStatus.WAITING
    attempt = Attempt.unscoped.get(step_run__submission=submission)
    assert attempt.outcome == AttemptOutcome.SKIPPED


def expected(steps: list[StepSpec], when: Mapping[str, str]) -> dict[str, str]:
    """What becomes of each step: failures win, then one success is enough."""
    after_failure: set[str] = set()
    passed: set[str] = set()
    found: dict[str, str] = {}
    for key, needs, _ in steps:
        if after_failure.intersection(needs):
            after_failure.add(key)
            found[key] = SKIPPED
        elif (needs and passed.issuperset(needs)) or when.get(key) == NEVER:
            passed.add(key)
            found[key] = SKIPPED
        elif key.startswith("fails"):
            after_failure.add(key)
            found[key] = FAILED
        else:
            found[key] = NEEDED
    return found


def drawn(choose: random.Random) -> tuple[list[StepSpec], dict[str, str]]:
    steps: list[StepSpec] = []
    for number in range(7):
        earlier = [key for key, _, _ in steps]
        needs = choose.sample(earlier, k=min(len(earlier), choose.choice([0, 1, 1, 2, 3])))
        name = "fails" if choose.random() < 0.1 else "step"
        steps.append((f"{name}{number}", needs, choose.choice([KEYED, BLIND])))
    when = {key: choose.choice([NEVER, ALWAYS]) for key, _, _ in steps if choose.random() < 0.6}
    return steps, when


def test_any_graph_of_steps_ends_as_its_conditions_say(accept_when: AcceptWhen, sink: Sink) -> None:
    sink.answer = lambda request: web.json_response(
        {"id": 1}, status=422 if request.path.startswith("/fails") else 200
    )
    choose = random.Random(20261124)  # noqa: S311  # the same graphs in every run
    graphs = [drawn(choose) for _ in range(40)]
    submissions = [accept_when(when, *steps) for steps, when in graphs]
    deliver()
    for submission, (steps, when) in zip(submissions, graphs, strict=True):
        wanted = expected(steps, when)
        assert states(submission) == wanted, (steps, when)
        failed = FAILED in wanted.values()
        assert status_of(submission) == ("failed" if failed else "succeeded")
    assert ledger_is_sound()
