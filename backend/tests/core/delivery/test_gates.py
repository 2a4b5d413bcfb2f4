from __future__ import annotations

import pytest
from aiohttp import web

from core.audit.models import AuditEntry
from core.audit.services import SYSTEM
from core.connections.models import Connection
from core.delivery.claim import claim_due, connection_queues_due
from core.delivery.models import PauseReason
from core.delivery.operate import WaitReason, connection_pause, connection_resume, waits_get
from core.submissions.accept import submission_accept
from core.submissions.models import Source, StepRun, StepStatus
from tests.destination import Publish, Sink
from tests.engine import Accept, deliver, due_now, gate, run_of, set_back

pytestmark = pytest.mark.django_db(transaction=True)

KEYED = "request.send_keyed"


def reason(run: StepRun) -> WaitReason:
    return waits_get([run])[run.pk].reason


def many(publish: Publish, count: int) -> None:
    version = publish(("only", [], KEYED))
    for number in range(count):
        submission_accept(version=version, data={"company": f"C{number}"}, source=Source.API)


def test_a_throttled_connection_cools_as_a_whole(accept: Accept, sink: Sink) -> None:
    sink.answer = lambda _: web.Response(status=429, headers={"Retry-After": "120"})
    first = accept(("only", [], KEYED))
    deliver()
    assert gate().cooling_until is not None
    second = submission_accept(
        version=first.version, data={"company": "Other"}, source=Source.API
    ).submission
    deliver()
    assert len(sink.requests) == 1
    assert reason(run_of(second)) == WaitReason.RATE_LIMIT
    assert (run_of(first).tries, run_of(first).failures) == (1, 0)


def test_an_absurd_retry_after_is_clamped_to_a_day(accept: Accept, sink: Sink) -> None:
    sink.answer = lambda _: web.Response(status=503, headers={"Retry-After": "9" * 30})
    submission = accept(("only", [], KEYED))
    deliver()
    run = run_of(submission)
    assert run.next_attempt_at is not None
    assert run.claimed_at is not None
    assert (run.next_attempt_at - run.claimed_at).total_seconds() <= 86_401


@pytest.mark.parametrize("header", ["-5", "soon", "", "1e9", "Wed, 99 Nov 2026"])
def test_a_retry_after_that_makes_no_sense_is_not_asked(
    accept: Accept, sink: Sink, header: str
) -> None:
    sink.answer = lambda _: web.Response(status=429, headers={"Retry-After": header})
    run = run_of(accept(("only", [], KEYED)))
    deliver()
    run.refresh_from_db()
    assert run.status == StepStatus.WAITING
    assert run.next_attempt_at is not None
    assert run.claimed_at is not None
    assert (run.next_attempt_at - run.claimed_at).total_seconds() < 60


def test_refused_credentials_pause_the_connection_and_spend_no_tries(
    accept: Accept, sink: Sink
) -> None:
    sink.answer = lambda _: web.Response(status=401)
    submission = accept(("only", [], KEYED))
    deliver()
    deliver()
    assert (gate().pause_reason, len(sink.requests)) == (PauseReason.AUTH, 1)
    run = run_of(submission)
    assert (run.status, run.failures, reason(run)) == (StepStatus.WAITING, 0, WaitReason.PAUSED)
    sink.answer = None
    organization = submission.organization
    connection_resume(organization=organization, connection_id=run.connection_id, actor=SYSTEM)
    deliver()
    assert run_of(submission).status == StepStatus.SUCCEEDED


def test_the_breaker_opens_parks_without_tries_and_closes_after_a_probe(
    publish: Publish, sink: Sink
) -> None:
    sink.answer = lambda _: web.Response(status=408)
    many(publish, 6)
    deliver()
    assert gate().breaker_until is not None
    assert gate().opened == 1
    seen = len(sink.requests)
    due_now()
    deliver()
    assert len(sink.requests) == seen
    assert {reason(run) for run in StepRun.unscoped.select_related("connection")} == {
        WaitReason.BREAKER
    }
    set_back("delivery_gate", "breaker_until")
    queues = dict.fromkeys(connection_queues_due(queue="default"), 10)
    assert len(claim_due(queue="default", quotas=queues, worker="probe").claims) == 1
    StepRun.unscoped.filter(status=StepStatus.SENDING).update(
        status=StepStatus.READY, lease_until=None, next_attempt_at=gate().breaker_until
    )
    sink.answer = None
    deliver()
    assert gate().breaker_until is None
    assert set(StepRun.unscoped.values_list("status", flat=True)) == {StepStatus.SUCCEEDED}


def test_a_failed_probe_opens_it_for_longer(publish: Publish, sink: Sink) -> None:
    sink.answer = lambda _: web.Response(status=408)
    many(publish, 6)
    deliver()
    set_back("delivery_gate", "breaker_until")
    due_now()
    deliver()
    assert gate().opened == 2


def test_no_more_is_in_flight_than_the_connection_allows(
    publish: Publish, connection: Connection
) -> None:
    Connection.unscoped.update(max_in_flight=3)
    many(publish, 10)
    queues = dict.fromkeys(connection_queues_due(queue="default"), 10)
    first = claim_due(queue="default", quotas=queues, worker="one").claims
    second = claim_due(queue="default", quotas=queues, worker="two").claims
    assert (len(first), len(second)) == (3, 0)


def test_a_person_pauses_and_resumes_and_both_are_audited(accept: Accept, sink: Sink) -> None:
    submission = accept(("only", [], KEYED))
    organization, account = submission.organization, run_of(submission).connection_id
    connection_pause(
        organization=organization, connection_id=account, actor=SYSTEM, message="Moving the ERP"
    )
    deliver()
    assert (sink.requests, reason(run_of(submission))) == ([], WaitReason.PAUSED)
    connection_resume(organization=organization, connection_id=account, actor=SYSTEM)
    deliver()
    assert run_of(submission).status == StepStatus.SUCCEEDED
    about = AuditEntry.unscoped.filter(object_kind="connection", object_id=str(account))
    assert list(about.order_by("id").values_list("action", flat=True)) == [
        "connection.created",
        "connection.paused",
        "connection.resumed",
    ]


def test_a_rate_limit_holds_over_time(publish: Publish, sink: Sink) -> None:
    Connection.unscoped.update(rate_per_second=20, rate_burst=2)
    many(publish, 12)
    deliver()
    run = StepRun.unscoped.order_by("claimed_at")
    times = [each.claimed_at for each in run if each.claimed_at]
    assert len(times) == 12
    assert (times[-1] - times[0]).total_seconds() >= 0.45


FIREWALL = "<script"


async def refuses_scripts(request: web.Request, status: int) -> web.Response:
    """A firewall in front of the destination that looks at what is posted."""
    if request.method == "POST" and FIREWALL in await request.text():
        return web.Response(status=status, text="Forbidden", content_type="text/html")
    return web.json_response({"id": 1})


@pytest.mark.parametrize("status", [401, 403])
def test_a_payload_that_is_refused_fails_alone_and_ten_others_arrive(
    publish: Publish, sink: Sink, status: int
) -> None:
    sink.answer = lambda request: refuses_scripts(request, status)
    version = publish(("only", [], KEYED), retry={"base_seconds": 0.01, "cap_seconds": 1})
    bad = submission_accept(
        version=version, data={"company": "<script>alert(1)</script>"}, source=Source.API
    ).submission
    good = [
        submission_accept(version=version, data={"company": f"C{n}"}, source=Source.API).submission
        for n in range(10)
    ]
    for _ in range(3):
        deliver()
        due_now()
    assert run_of(bad).status == StepStatus.FAILED
    assert {run_of(each).status for each in good} == {StepStatus.SUCCEEDED}
    assert gate().paused_at is None


def test_payloads_that_break_a_destination_do_not_close_it_to_others(
    publish: Publish, sink: Sink
) -> None:
    sink.answer = lambda request: refuses_scripts(request, 500)
    version = publish(("only", [], KEYED))
    for _ in range(20):
        submission_accept(version=version, data={"company": "<script>"}, source=Source.API)
    deliver()
    assert (gate().breaker_until, gate().failures) == (None, 0)
    assert sink.probes == 1
    good = submission_accept(version=version, data={"company": "Acme"}, source=Source.API)
    deliver()
    assert run_of(good.submission).status == StepStatus.SUCCEEDED


def test_a_half_open_breaker_closes_when_only_the_payload_was_at_fault(
    publish: Publish, sink: Sink
) -> None:
    sink.answer = lambda _: web.Response(status=500)
    many(publish, 6)
    deliver()
    assert gate().breaker_until is not None
    sink.answer = lambda request: web.Response(status=500 if request.method == "POST" else 200)
    set_back("delivery_gate", "breaker_until")
    due_now()
    deliver()
    assert gate().breaker_until is None
