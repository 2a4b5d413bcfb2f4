"""What may be sent again after a send whose outcome was not known."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from typing import Any
from unittest.mock import patch

import pytest
from aiohttp import web

from core.connections.models import Connection
from core.delivery.claim import claim_due, connection_queues_due, plans_get
from core.delivery.outcome import Outcome
from core.delivery.send import OpenConnectors, attempt_send
from core.submissions.models import Attempt, AttemptOutcome, StepStatus
from tests.destination import Sink
from tests.engine import Accept, deliver, due_now, run_of, set_back

pytestmark = pytest.mark.django_db(transaction=True)

KEYED, FOUND = "request.send_keyed", "request.send_found"
LOOK_UP = {
    "path": "/only",
    "query": {"reference": "{reference}"},
    "records": "/items",
    "reference": "/external",
}


@pytest.fixture
def readable(connection: Connection) -> None:
    Connection.unscoped.update(config={**connection.config, "look_up": LOOK_UP})


def posts(sink: Sink) -> int:
    return sum(request["body"] is not None for request in sink.requests)


def lose_posts(answers_get: Any) -> Any:
    return lambda request: (
        web.Response(status=500) if request.method == "POST" else answers_get(request)
    )


def test_a_keyed_send_is_not_repeated_once_its_key_is_forgotten(
    accept: Accept, sink: Sink, connection: Connection
) -> None:
    config = {**connection.config, "idempotency_window_seconds": 3600}
    Connection.unscoped.update(config=config)
    sink.answer = lambda _: web.Response(status=500)
    submission = accept(("only", [], KEYED))
    deliver()
    assert (run_of(submission).status, run_of(submission).in_doubt) == (StepStatus.WAITING, True)
    set_back("submissions_steprun", "first_sent_at", 3590)
    due_now()
    sink.answer = None
    deliver()
    run = run_of(submission)
    assert (run.status, posts(sink)) == (StepStatus.UNKNOWN, 1)
    assert "forgotten its idempotency key" in run.error_message


def test_a_keyed_send_in_doubt_that_runs_out_of_tries_is_unknown_not_failed(
    accept: Accept, sink: Sink
) -> None:
    sink.answer = lambda _: web.Response(status=500)
    submission = accept(("only", [], KEYED), retry={"max_tries": 1})
    deliver()
    assert run_of(submission).status == StepStatus.UNKNOWN


def test_a_readable_send_is_looked_up_after_its_deadline_and_not_repeated(
    accept: Accept, sink: Sink, readable: None
) -> None:
    submission = accept(("only", [], FOUND))
    reference = f"{submission.reference}-1"
    sink.answer = lose_posts(lambda _: web.json_response({"items": [{"external": reference}]}))
    deliver()
    run = run_of(submission)
    assert run.next_attempt_at is not None
    assert run.claimed_at is not None
    assert (run.next_attempt_at - run.claimed_at).total_seconds() > 30
    due_now()
    deliver()
    assert (run_of(submission).status, posts(sink)) == (StepStatus.SUCCEEDED, 1)
    latest = Attempt.unscoped.filter(step_run=run).order_by("-number").first()
    assert latest is not None
    assert latest.outcome == AttemptOutcome.FOUND


def test_a_readable_send_that_is_not_there_is_sent_again(
    accept: Accept, sink: Sink, readable: None
) -> None:
    sink.answer = lose_posts(lambda _: web.json_response({"items": []}))
    submission = accept(("only", [], FOUND))
    deliver()
    sink.answer = lambda request: web.json_response({"items": []})
    due_now()
    deliver()
    assert (run_of(submission).status, posts(sink)) == (StepStatus.SUCCEEDED, 2)


def test_a_look_up_that_is_refused_leaves_the_doubt(
    accept: Accept, sink: Sink, readable: None
) -> None:
    sink.answer = lose_posts(lambda _: web.Response(status=400))
    submission = accept(("only", [], FOUND))
    deliver()
    due_now()
    deliver()
    assert (run_of(submission).status, posts(sink)) == (StepStatus.UNKNOWN, 1)


def test_a_worker_that_stood_still_does_not_send(accept: Accept, sink: Sink) -> None:
    accept(("only", [], KEYED))
    quotas = dict.fromkeys(connection_queues_due(queue="default"), 5)
    (claim,) = claim_due(queue="default", quotas=quotas, worker="frozen").claims
    late = replace(claim, taken=time.monotonic() - 60)
    plan = plans_get([claim.step_id])[claim.step_id]

    async def send() -> Outcome:
        async with OpenConnectors() as connectors:
            return await attempt_send(late, plan, connectors)

    outcome = asyncio.run(send())
    assert (outcome.status, outcome.attempt) == (StepStatus.READY, AttemptOutcome.GIVEN_BACK)
    assert sink.requests == []


@pytest.mark.parametrize("status", [408, 425, 429, 503])
def test_a_blind_step_is_sent_once_to_a_destination_that_stores_and_says_not_now(
    accept: Accept, sink: Sink, status: int
) -> None:
    sink.answer = lambda _: web.Response(status=status)
    submission = accept(("only", [], "request.send"))
    deliver()
    due_now()
    deliver()
    assert (run_of(submission).status, posts(sink)) == (StepStatus.UNKNOWN, 1)


def test_a_blind_step_is_sent_again_where_the_connection_says_that_nothing_was_done(
    accept: Accept, sink: Sink, connection: Connection
) -> None:
    Connection.unscoped.update(config={**connection.config, "not_done_statuses": [503]})
    sink.answer = lambda _: web.Response(status=503)
    submission = accept(("only", [], "request.send"))
    deliver()
    assert run_of(submission).status == StepStatus.WAITING
    sink.answer = None
    set_back("delivery_gate", "cooling_until")
    due_now()
    deliver()
    assert (run_of(submission).status, posts(sink)) == (StepStatus.SUCCEEDED, 2)


def test_a_readable_step_is_looked_up_after_not_now(
    accept: Accept, sink: Sink, readable: None
) -> None:
    submission = accept(("only", [], FOUND))
    reference = f"{submission.reference}-1"
    sink.answer = lambda request: (
        web.Response(status=503)
        if request.method == "POST"
        else web.json_response({"items": [{"external": reference}]})
    )
    deliver()
    assert (run_of(submission).status, run_of(submission).in_doubt) == (StepStatus.WAITING, True)
    set_back("delivery_gate", "cooling_until")
    due_now()
    deliver()
    assert (run_of(submission).status, posts(sink)) == (StepStatus.SUCCEEDED, 1)


def test_a_look_up_waits_for_a_search_that_lags(
    accept: Accept, sink: Sink, connection: Connection
) -> None:
    look_up = {**LOOK_UP, "lag_seconds": 600}
    Connection.unscoped.update(config={**connection.config, "look_up": look_up})
    sink.answer = lambda _: web.Response(status=500)
    submission = accept(("only", [], FOUND))
    deliver()
    run = run_of(submission)
    assert run.next_attempt_at is not None
    assert run.claimed_at is not None
    assert (run.next_attempt_at - run.claimed_at).total_seconds() >= 600


def test_each_put_off_waits_longer_than_the_one_before(accept: Accept, sink: Sink) -> None:
    sink.answer = lambda _: web.Response(status=429, headers={"Retry-After": "1"})
    submission = accept(("only", [], KEYED), retry={"base_seconds": 100, "factor": 3})
    with patch("core.delivery.outcome.backoff.random.random", return_value=1.0):
        waits = []
        for _ in range(3):
            deliver()
            run = run_of(submission)
            assert run.next_attempt_at is not None
            assert run.claimed_at is not None
            waits.append(round((run.next_attempt_at - run.claimed_at).total_seconds(), -2))
            set_back("delivery_gate", "cooling_until")
            due_now()
    assert waits == [100, 300, 900]
    assert (run_of(submission).failures, posts(sink)) == (0, 3)
