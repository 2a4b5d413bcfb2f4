"""What happens is counted, once."""

from __future__ import annotations

import pytest
from aiohttp import web

from core.delivery.claim import claim_due, connection_queues_due
from core.delivery.sweep import sweep
from core.metrics import Exposition
from core.submissions.accept import Item, submission_accept, submissions_accept
from core.submissions.models import Source
from tests.destination import Publish, Sink
from tests.engine import Accept, deliver, due_now, lease_ended
from tests.samples import grown, samples

pytestmark = pytest.mark.django_db(transaction=True)

ONE: tuple[str, list[str], str] = ("only", [], "request.send_keyed")


@pytest.fixture
def exposition() -> Exposition:
    return Exposition()


def test_a_delivered_submission_is_counted_from_intake_to_end(
    accept: Accept, exposition: Exposition
) -> None:
    def work() -> None:
        accept(ONE)
        deliver()

    by = grown(exposition.text, work)

    assert by("waybill_submissions_accepted_total", source="api") == 1
    assert by("waybill_intake_seconds_count") == 1
    assert by("waybill_steps_claimed_total", queue="default") == 1
    assert by("waybill_attempts_total", outcome="succeeded") == 1
    assert by("waybill_attempt_seconds_count") == 1
    assert by("waybill_steps_ended_total", status="succeeded") == 1
    assert by("waybill_submissions_ended_total", status="succeeded") == 1
    assert by("waybill_end_to_end_seconds_count", status="succeeded") == 1
    assert 0 <= by("waybill_end_to_end_seconds_sum", status="succeeded") < 60


def test_a_batch_counts_each_of_its_submissions_and_one_call(
    publish: Publish, exposition: Exposition
) -> None:
    version = publish(ONE)
    items = [Item({"company": f"Acme {number}"}, None) for number in range(3)]

    by = grown(
        exposition.text,
        lambda: submissions_accept(version=version, items=items, source=Source.API),
    )

    assert by("waybill_submissions_accepted_total", source="api") == 3
    assert by("waybill_intake_seconds_count") == 1


def test_a_key_that_comes_again_is_not_counted_again(
    publish: Publish, exposition: Exposition
) -> None:
    version = publish(ONE)

    def twice() -> None:
        for _ in range(2):
            submission_accept(
                version=version, data={"company": "A"}, source=Source.API, idempotency_key="k"
            )

    assert grown(exposition.text, twice)("waybill_submissions_accepted_total") == 1


def test_a_failed_step_is_counted_with_its_kind_of_error(
    accept: Accept, sink: Sink, exposition: Exposition
) -> None:
    sink.answer = lambda _: web.json_response({}, status=422)

    def work() -> None:
        accept(ONE)
        deliver()

    by = grown(exposition.text, work)

    assert by("waybill_attempts_total", error_kind="invalid_input") == 1
    assert by("waybill_steps_ended_total", status="failed") == 1
    assert by("waybill_submissions_ended_total", status="failed") == 1


def test_a_retried_step_counts_two_attempts_and_one_end(
    accept: Accept, sink: Sink, exposition: Exposition
) -> None:
    def work() -> None:
        sink.answer = lambda _: web.json_response({}, status=408)
        accept(ONE)
        deliver()
        sink.answer = None
        due_now()
        deliver()

    by = grown(exposition.text, work)

    assert by("waybill_attempts_total") == 2
    assert by("waybill_attempts_total", error_kind="transient") == 1
    assert by("waybill_steps_ended_total") == 1


def test_a_dead_workers_lease_is_counted(accept: Accept, exposition: Exposition) -> None:
    accept(ONE)
    quotas = dict.fromkeys(connection_queues_due(queue="default"), 10)
    assert claim_due(queue="default", quotas=quotas, worker="dead").claims
    lease_ended()

    assert grown(exposition.text, sweep)("waybill_leases_expired_total") == 1


def test_all_of_it_can_be_read_by_prometheus(accept: Accept, exposition: Exposition) -> None:
    accept(ONE)
    deliver()

    assert samples(exposition.text())
