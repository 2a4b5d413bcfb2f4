from __future__ import annotations

import json
from typing import Any

import pytest
from aiohttp import web
from django.db import connection as database

from core.accounts.models import Organization
from core.audit.models import AuditEntry
from core.audit.services import SYSTEM
from core.connections.models import Connection
from core.delivery.models import BulkAction, BulkItem, BulkKind, BulkStatus, ItemOutcome
from core.delivery.operate import (
    BulkAsked,
    BulkGiven,
    bulk_begin,
    bulk_expire,
    bulk_fields,
    bulk_get,
    bulk_items,
    bulk_page,
    bulk_preview,
    bulk_run,
    bulk_stop,
)
from core.errors import Conflict, NotFound
from core.postgres.tenancy import organization_scope
from core.submissions.accept import submission_accept
from core.submissions.models import (
    Source,
    StepRun,
    StepStatus,
    Submission,
    SubmissionState,
    SubmissionStatus,
)
from core.submissions.operate import Decision, submission_resume
from core.submissions.read import SubmissionFilter
from core.workflows.versions import definition_publish
from tests.bulk import ANY, BLIND, KEYED, refused, start
from tests.destination import Publish, Sink
from tests.engine import deliver, run_of, set_back
from tests.sensitive import PublishSensitive

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def failed(publish: Publish, sink: Sink) -> Organization:
    """Five submissions whose step was refused."""
    return refused(publish, sink, 5)


@pytest.fixture
def unknown(publish: Publish, sink: Sink) -> list[Submission]:
    """Three submissions with a blind step of which nobody knows whether it arrived."""
    sink.answer = lambda _: web.Response(status=500)
    version = publish(("only", [], BLIND), ("then", ["only"], KEYED))
    made = [
        submission_accept(version=version, data={"company": f"C{number}"}, source=Source.API)
        for number in range(3)
    ]
    deliver()
    sink.answer = None
    return [each.submission for each in made]


def preview(organization: Organization, kind: BulkKind, **asked: Any) -> Any:
    wanted = BulkAsked(kind, asked.pop("wanted", ANY), **asked)
    return bulk_preview(organization=organization, asked=wanted, actor=SYSTEM)


def test_a_preview_counts_what_would_be_sent(failed: Organization) -> None:
    found = preview(failed, BulkKind.RESUME)
    assert (found.selected, found.submissions, found.left) == (5, 5, {})
    assert (found.sends.steps, found.sends.effects) == (5, {"keyed": 5})
    assert (found.sends.likely_duplicates, found.sends.seconds) == (0, 0.2)
    assert (found.tried.submissions, found.tried.refused) == (5, 0)


def test_a_preview_leaves_out_what_was_not_needed(publish: Publish, sink: Sink) -> None:
    sink.answer = lambda _: web.Response(status=422)
    version = publish(("never", [], KEYED), ("only", [], KEYED), ("then", ["only"], KEYED))
    version.steps.filter(key="never").update(condition="${{ false }}")
    submission_accept(version=version, data={"company": "C"}, source=Source.API)
    deliver()
    assert preview(version.organization, BulkKind.RESUME).sends.steps == 2


def test_a_retry_of_what_may_have_arrived_is_no_duplicate_where_its_key_is_known(
    publish: Publish, sink: Sink
) -> None:
    sink.answer = lambda _: web.Response(status=500)
    version = publish(("only", [], KEYED), retry={"max_tries": 2, "base_seconds": 1})
    submission_accept(version=version, data={"company": "C"}, source=Source.API)
    deliver()
    sends = preview(version.organization, BulkKind.RETRY).sends
    assert (sends.steps, sends.may_have_arrived, sends.likely_duplicates) == (1, 1, 0)


def test_a_preview_names_what_would_be_sent_blind_again(unknown: list[Submission]) -> None:
    organization = unknown[0].organization
    again = preview(organization, BulkKind.RESOLVE, decision=Decision.RESEND).sends
    assert (again.steps, again.effects) == (6, {"blind": 3, "keyed": 3})
    assert (again.may_have_arrived, again.likely_duplicates) == (3, 3)
    arrived = preview(organization, BulkKind.RESOLVE, decision=Decision.DELIVERED).sends
    assert (arrived.steps, arrived.effects, arrived.likely_duplicates) == (3, {"keyed": 3}, 0)


def test_a_preview_tells_which_of_the_selected_cannot_take_it(
    failed: Organization, sink: Sink
) -> None:
    one = Submission.unscoped.order_by("pk")[0]
    submission_resume(organization=failed, submission_id=one.pk, actor=SYSTEM)
    deliver()
    found = preview(failed, BulkKind.RESUME)
    assert (found.selected, found.submissions) == (6, 4)
    assert found.left == {"failed": 1, "succeeded": 1}


def test_nothing_is_kept_of_a_preview_of_nothing(failed: Organization) -> None:
    found = preview(failed, BulkKind.RETRY)
    assert (found.id, found.selected, found.submissions) == (None, 5, 0)
    assert not BulkAction.unscoped.exists()


def test_exactly_what_was_previewed_is_treated(
    failed: Organization, publish: Publish, sink: Sink
) -> None:
    found = preview(failed, BulkKind.RESUME)
    refused(publish, sink, 1)
    action = bulk_begin(organization=failed, bulk_id=found.id, rate_per_second=1000, actor=SYSTEM)
    assert bulk_run(seconds=10) == 5
    action.refresh_from_db()
    assert (action.status, action.total, action.done) == (BulkStatus.DONE, 5, 5)


def test_a_preview_is_started_once_and_not_when_it_is_old(failed: Organization) -> None:
    first, old = preview(failed, BulkKind.RESUME), preview(failed, BulkKind.CANCEL, wanted=ANY)
    assert old.id is None
    begin: dict[str, Any] = {"organization": failed, "rate_per_second": 1000, "actor": SYSTEM}
    assert bulk_begin(bulk_id=first.id, **begin).status == BulkStatus.RUNNING
    assert bulk_begin(bulk_id=first.id, **begin).pk == first.id
    assert AuditEntry.unscoped.filter(action="bulk.started").count() == 1
    second = preview(failed, BulkKind.RESUME)
    set_back("delivery_bulkaction", "created_at", 3601)
    with pytest.raises(Conflict, match="Look again"):
        bulk_begin(bulk_id=second.id, **begin)
    assert bulk_expire() == 6
    assert [action.pk for action in bulk_page(organization=failed).items] == [first.id]


def test_all_that_match_are_taken_up_again(failed: Organization, sink: Sink) -> None:
    action = start(failed, BulkKind.RESUME)
    assert bulk_run(seconds=10) == 5
    deliver()
    action.refresh_from_db()
    assert (action.status, action.total, action.done) == (BulkStatus.DONE, 5, 5)
    assert SubmissionState.unscoped.filter(status=SubmissionStatus.SUCCEEDED).count() == 5
    assert bulk_run(seconds=1) == 0
    page = bulk_items(organization=failed, action=action, outcome=ItemOutcome.DONE, limit=2)
    assert [each.resumed_as is not None for each in page.items] == [True, True]
    assert page.next_after == page.items[-1].item.pk


def test_those_that_changed_meanwhile_are_left_with_the_reason(failed: Organization) -> None:
    action = start(failed, BulkKind.RESUME)
    one = Submission.unscoped.order_by("pk")[0]
    submission_resume(organization=failed, submission_id=one.pk, actor=SYSTEM)
    assert bulk_run(seconds=10) == 5
    action.refresh_from_db()
    assert (action.status, action.done, action.refused) == (BulkStatus.DONE, 4, 1)
    page = bulk_items(organization=failed, action=action, outcome=ItemOutcome.REFUSED)
    (left,) = page.items
    assert left.submission is not None
    assert left.submission.pk == one.pk
    assert "was taken up before" in left.item.reason


def test_it_goes_no_faster_than_asked_and_stops_where_it_is(failed: Organization) -> None:
    action = start(failed, BulkKind.RESUME, rate=4)
    treated = bulk_run(seconds=0.6)
    assert 1 <= treated <= 4
    bulk_stop(organization=failed, bulk_id=action.pk, actor=SYSTEM)
    assert bulk_run(seconds=0.6) == 0
    action.refresh_from_db()
    assert (action.status, action.done) == (BulkStatus.STOPPED, treated)


def test_a_pace_slower_than_a_slice_is_kept_over_slices(failed: Organization) -> None:
    action = start(failed, BulkKind.RESUME, rate=1 / 600)
    assert [bulk_run(seconds=0.2) for _ in range(3)] == [1, 0, 0]
    BulkAction.unscoped.filter(pk=action.pk).update(paced_at=None)
    assert bulk_run(seconds=0.2) == 1


def test_an_action_of_the_release_before_goes_on(failed: Organization) -> None:
    """It has no items, and remembers the last submission that it treated."""
    action = start(failed, BulkKind.RESUME)
    BulkItem.unscoped.all().delete()
    second = Submission.unscoped.order_by("pk")[1]
    rows = BulkAction.unscoped.filter(pk=action.pk)
    rows.update(started_at=None, last_id=second.pk, done=2)
    assert bulk_run(seconds=10) == 3
    action.refresh_from_db()
    assert (action.status, action.done) == (BulkStatus.DONE, 5)


def test_another_organization_sees_and_touches_nothing(failed: Organization) -> None:
    stranger = Organization.objects.create(slug="stranger", name="Stranger")
    with pytest.raises(Conflict):
        start(stranger, BulkKind.RESUME)
    action = start(failed, BulkKind.RESUME)
    begin: dict[str, Any] = {"rate_per_second": 1, "actor": SYSTEM}
    for look in (
        bulk_get,
        lambda **given: bulk_stop(**given, actor=SYSTEM),
        lambda **given: bulk_begin(**given, **begin),
    ):
        with pytest.raises(NotFound):
            look(organization=stranger, bulk_id=action.pk)
    assert bulk_page(organization=stranger).items == []


def test_one_answer_is_corrected_for_all_whose_form_takes_it(
    failed: Organization, connection: Connection, sink: Sink
) -> None:
    definition = {
        "workflow": "calls",
        "name": "Calls",
        "form": {"title": "Call", "fields": {"name": {"label": "Name", "kind": "text"}}},
        "steps": {
            "only": {
                "title": "Sending",
                "use": f"{connection.slug}/{KEYED}",
                "with": {"path": "/only", "body": {"name": "${{ input.name }}"}},
            }
        },
    }
    sink.answer = lambda _: web.Response(status=422)
    other = definition_publish(organization=failed, document=json.dumps(definition))
    submission_accept(version=other, data={"name": "Ada"}, source=Source.API)
    deliver()
    sink.answer = None
    asked: dict[str, Any] = {"field": "email", "given": BulkGiven(value="sales@example.com")}
    found = preview(failed, BulkKind.CORRECT, **asked)
    assert (found.submissions, found.tried.submissions, found.tried.refused) == (6, 6, 1)
    action = bulk_begin(organization=failed, bulk_id=found.id, rate_per_second=1000, actor=SYSTEM)
    assert bulk_run(seconds=10) == 6
    action.refresh_from_db()
    assert (action.done, action.refused, action.sealed_given) == (5, 1, None)
    again = Submission.unscoped.filter(resumed_from__isnull=False)
    assert {each.data["email"] for each in again} == {"sales@example.com"}
    assert {each.data["company"] for each in again} == {f"C{number}" for number in range(5)}


def test_a_value_that_no_form_takes_is_told_before_and_corrects_nothing(
    failed: Organization,
) -> None:
    asked: dict[str, Any] = {"field": "email", "given": BulkGiven(value="no address")}
    found = preview(failed, BulkKind.CORRECT, **asked)
    ((reason, count),) = found.tried.reasons
    assert (found.tried.refused, count) == (5, 5)
    assert "email: " in reason
    bulk_begin(organization=failed, bulk_id=found.id, rate_per_second=1000, actor=SYSTEM)
    bulk_run(seconds=10)
    assert not Submission.unscoped.filter(resumed_from__isnull=False).exists()


def test_the_questions_that_can_be_corrected_are_listed(failed: Organization) -> None:
    fields = bulk_fields(organization=failed, wanted=ANY, newest_version=False)
    assert [(each.key, each.label, each.kind, each.submissions) for each in fields] == [
        ("company", "Company", "text", 5),
        ("email", "E-mail", "email", 5),
    ]


def test_the_value_that_corrects_is_sealed_and_in_no_log(
    publish_sensitive: PublishSensitive, sink: Sink
) -> None:
    sink.answer = lambda _: web.Response(status=422)
    version = publish_sensitive()
    data = {"company": "Acme", "email": "ada@example.com", "iban": "AT1"}
    submission_accept(version=version, data=data, source=Source.API)
    deliver()
    sink.answer = None
    asked: dict[str, Any] = {"field": "iban", "given": BulkGiven(value="planted-iban-value")}
    action = start(version.organization, BulkKind.CORRECT, **asked)
    with database.cursor() as cursor:
        cursor.execute("SELECT delivery_bulkaction::text FROM delivery_bulkaction")
        assert "planted-iban-value" not in str(cursor.fetchall())
    assert bulk_run(seconds=10) == 1
    deliver()
    assert "planted-iban-value" in str(sink.requests)
    action.refresh_from_db()
    assert (action.done, action.sealed_given) == (1, None)
    assert "planted-iban-value" not in str(list(AuditEntry.unscoped.values()))


def test_unknown_steps_are_resolved_as_delivered(unknown: list[Submission], sink: Sink) -> None:
    before = len(sink.requests)
    action = start(
        unknown[0].organization,
        BulkKind.RESOLVE,
        decision=Decision.DELIVERED,
        given=BulkGiven(record="Batch 17", note="Seen in the ERP"),
    )
    assert bulk_run(seconds=10) == 3
    deliver()
    action.refresh_from_db()
    assert (action.done, action.sealed_given) == (3, None)
    assert {run_of(each).record for each in unknown} == {"Batch 17"}
    assert {run_of(each, "then").status for each in unknown} == {StepStatus.SUCCEEDED}
    assert len(sink.requests) == before + 3


def test_unknown_steps_are_sent_again_at_the_connections_of_the_filter_alone(
    unknown: list[Submission], sink: Sink
) -> None:
    organization = unknown[0].organization
    elsewhere = SubmissionFilter(connection_id=[unknown[0].pk])
    with pytest.raises(Conflict):
        start(organization, BulkKind.RESOLVE, wanted=elsewhere, decision=Decision.RESEND)
    here = SubmissionFilter(connection_id=[run_of(unknown[0]).connection_id])
    start(organization, BulkKind.RESOLVE, wanted=here, decision=Decision.RESEND)
    assert bulk_run(seconds=10) == 3
    deliver()
    states = SubmissionState.unscoped.values_list("status", flat=True)
    assert set(states) == {SubmissionStatus.SUCCEEDED}


def test_waiting_steps_are_retried(publish: Publish, sink: Sink) -> None:
    sink.answer = lambda _: web.Response(status=503)
    version = publish(("only", [], KEYED), retry={"max_tries": 5, "base_seconds": 600})
    submission_accept(version=version, data={"company": "C"}, source=Source.API)
    deliver()
    sink.answer = None
    start(version.organization, BulkKind.RETRY)
    assert bulk_run(seconds=10) == 1
    assert StepRun.unscoped.get().status == StepStatus.READY


def test_what_was_searched_for_is_not_kept(failed: Organization) -> None:
    wanted = SubmissionFilter(q="C1", workflow=["orders"])
    with organization_scope(failed):
        assert start(failed, BulkKind.RESUME, wanted=wanted).total == 1
    assert BulkAction.unscoped.get().filter == {"workflow": ["orders"]}
    entry = AuditEntry.unscoped.get(action="bulk.started")
    assert entry.detail["filter"] == {"workflow": ["orders"]}


def test_items_are_kept_for_three_months(failed: Organization) -> None:
    action = start(failed, BulkKind.RESUME)
    bulk_run(seconds=10)
    assert bulk_expire() == 0
    set_back("delivery_bulkaction", "finished_at", 91 * 24 * 3600)
    assert bulk_expire() == 5
    assert bulk_get(organization=failed, bulk_id=action.pk).done == 5
