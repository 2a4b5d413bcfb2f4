"""A form that was open in a browser when a newer version of it came."""

from __future__ import annotations

import json
import threading
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, connections, transaction
from django.utils import timezone

from core.postgres.tenancy import every_organization
from core.submissions.models import Submission
from core.workflows.models import Workflow, WorkflowVersion
from core.workflows.versions import definition_publish
from tests.api.checks import assert_problem
from tests.api.conftest import ANSWERS
from tests.api.uploads import PDF, send_file
from tests.conftest import Api, Tenant, make_tenant

FORM = "/api/v1/forms/new-customer"
CHANGED = "This form has changed since you opened it. Reload the page; your answers are kept."
NEWER = {"company": "Nordwind", "colour": "blue"}
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)

COMPANY = {"company": {"label": "Company", "kind": "text"}}
COLOUR = {"colour": {"label": "Colour", "kind": "text"}}
PROOF = {"proof": {"label": "Proof", "kind": "file"}}


def publish(
    tenant: Tenant,
    fields: dict[str, Any] = COMPANY | COLOUR,
    slug: str = "new-customer",
    form_slug: str | None = "new-customer",
) -> WorkflowVersion:
    definition = {
        "workflow": slug,
        "name": "New customer",
        "subject": "${{ input.company }}",
        "form": {"address": form_slug, "title": "Become a customer", "fields": fields},
        "steps": {"newer": {"use": "erp/request.send", "with": {"path": "/newer"}}},
    }
    return definition_publish(organization=tenant.organization, document=json.dumps(definition))


def replaced(number: int, ago: timedelta) -> None:
    WorkflowVersion.unscoped.filter(number=number).update(replaced_at=timezone.now() - ago)


def send(public: Api, version: int | None, data: Any = ANSWERS, key: str | None = None) -> Any:
    headers = {} if key is None else {"idempotency_key": key}
    return public.post(f"{FORM}/submissions", {"data": data, "version": version}, **headers)


def version_of(answer: Any) -> int:
    assert answer.status_code == 202, answer.content
    submission = Submission.unscoped.select_related("version").get(pk=answer.json()["id"])
    return submission.version.number


def waits_for_a_lock() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT FROM pg_stat_activity"
            " WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        return cursor.fetchone() is not None


def test_publishing_says_since_when_the_former_version_is_replaced(tenant: Tenant) -> None:
    newer = publish(tenant)
    tenant.version.refresh_from_db()
    newer.refresh_from_db()
    assert tenant.version.replaced_at is not None
    assert timezone.now() - tenant.version.replaced_at < MINUTE
    assert newer.replaced_at is None
    first = tenant.version.replaced_at
    publish(tenant)
    tenant.version.refresh_from_db()
    assert tenant.version.replaced_at == first


def test_a_page_of_the_live_version_is_accepted_on_it(public: Api, tenant: Tenant) -> None:
    assert version_of(send(public, public.get(FORM).json()["version"])) == 1


def test_a_page_that_was_open_is_accepted_on_its_version_with_its_steps(
    public: Api, tenant: Tenant
) -> None:
    publish(tenant)
    answer = send(public, 1)
    assert version_of(answer) == 1
    steps = public.get(answer["Location"]).json()["steps"]
    assert [step["title"] for step in steps] == ["Creating the customer", "Sending the welcome"]
    assert version_of(send(public, 2, NEWER)) == 2


def test_the_version_that_a_page_was_drawn_from_judges_its_answers(
    public: Api, tenant: Tenant
) -> None:
    publish(tenant)
    assert_problem(send(public, 1, NEWER), 422, "invalid_input", "data.colour")
    assert_problem(send(public, 2), 422, "invalid_input", "data.colour")
    assert Submission.unscoped.count() == 0


def test_without_a_number_the_newest_version_judges(public: Api, tenant: Tenant) -> None:
    publish(tenant)
    assert version_of(public.post(f"{FORM}/submissions", {"data": NEWER})) == 2
    assert_problem(send(public, None), 422, "invalid_input", "data.colour")


def test_almost_a_day_later_it_is_still_accepted(public: Api, tenant: Tenant) -> None:
    publish(tenant)
    replaced(1, DAY - MINUTE)
    assert version_of(send(public, 1)) == 1


@pytest.mark.parametrize("known", [False, True], ids=["not yet seen", "seen by this process"])
def test_after_a_day_the_page_is_told_that_the_form_changed(
    public: Api, tenant: Tenant, *, known: bool
) -> None:
    if known:
        assert version_of(send(public, 1)) == 1
    publish(tenant)
    replaced(1, DAY + MINUTE)
    answer = send(public, 1)
    assert_problem(answer, 409, "form_changed")
    assert answer.json()["detail"] == CHANGED
    assert_problem(send(public, 1, NEWER), 409, "form_changed")
    assert Submission.unscoped.count() == int(known)


def test_an_unknown_number_is_a_form_that_changed(public: Api, tenant: Tenant) -> None:
    assert_problem(send(public, 7), 409, "form_changed")
    assert version_of(send(public, 1)) == 1
    publish(tenant)
    assert version_of(send(public, 2, NEWER)) == 2


@pytest.mark.parametrize("wrong", [0, -1, 2**31, "1", 1.5, True])
def test_what_is_no_number_of_a_version_is_refused(
    public: Api, tenant: Tenant, wrong: object
) -> None:
    answer = public.post(f"{FORM}/submissions", {"data": ANSWERS, "version": wrong})
    assert_problem(answer, 422, "invalid_input", "version")


def test_a_number_of_another_workflow_counts_nothing(public: Api, tenant: Tenant) -> None:
    publish(tenant, slug="another", form_slug="another")
    publish(tenant, slug="another", form_slug="another")
    assert_problem(send(public, 2, NEWER), 409, "form_changed")
    other = make_tenant("elsewhere")
    publish(other, form_slug="elsewhere")
    assert_problem(send(public, 2, NEWER), 409, "form_changed")
    assert Submission.unscoped.count() == 0


def test_a_sent_draft_is_answered_with_its_submission_however_old_its_page(
    public: Api, tenant: Tenant
) -> None:
    first = send(public, 1, key="draft-1")
    publish(tenant)
    for ago in (MINUTE, DAY + MINUTE):
        replaced(1, ago)
        again = send(public, 1, key="draft-1")
        assert again.json() == first.json()
        assert again["Idempotent-Replayed"] == "true"
    other = send(public, 1, ANSWERS | {"company": "Another"}, key="draft-1")
    assert_problem(other, 422, "idempotency_key_reused", "Idempotency-Key")


@pytest.mark.parametrize("version", [None, 1, 2])
def test_an_archived_workflow_takes_nothing_and_says_so(
    public: Api, machine: Api, tenant: Tenant, version: int | None
) -> None:
    publish(tenant)
    send(public, 1)
    send(public, 2, NEWER)
    Workflow.unscoped.filter(slug="new-customer").update(archived_at=timezone.now(), form_slug=None)
    for answer in (send(public, version, NEWER), public.get(FORM)):
        assert_problem(answer, 404, "not_found")
        assert "or it was closed" in answer.json()["detail"]
    own = machine.post("/api/v1/workflows/new-customer/submissions", {"data": NEWER})
    assert_problem(own, 404, "not_found")
    assert "archived" in own.json()["detail"]
    assert Submission.unscoped.count() == 2


@pytest.mark.parametrize("version", [None, 1])
def test_an_archived_workflow_takes_nothing_though_it_kept_its_address(
    public: Api, tenant: Tenant, version: int | None
) -> None:
    send(public, version)
    Workflow.unscoped.update(archived_at=timezone.now())
    assert_problem(send(public, version), 404, "not_found")
    assert_problem(public.get(FORM), 404, "not_found")
    assert Submission.unscoped.count() == 1


def test_a_workflow_that_gave_up_its_address_gets_nothing_from_open_pages(
    public: Api, tenant: Tenant
) -> None:
    send(public, 1)
    publish(tenant, form_slug=None)
    assert_problem(send(public, 1), 404, "not_found")
    publish(tenant, slug="heir", form_slug="new-customer")
    assert_problem(send(public, 2, NEWER), 409, "form_changed")
    accepted = send(public, 1, NEWER)
    assert Submission.unscoped.get(pk=accepted.json()["id"]).workflow.slug == "heir"


def test_a_file_is_taken_for_a_question_of_the_version_that_is_open(
    public: Api, tenant: Tenant
) -> None:
    publish(tenant, COMPANY | PROOF)
    publish(tenant, COMPANY)
    path = f"{FORM}/uploads"
    assert_problem(send_file(public, path, "a.pdf", PDF, "proof"), 422, "invalid_input", "field")
    kept = send_file(public, path, "a.pdf", PDF, "proof", version="2")
    assert kept.status_code == 201, kept.content
    answers = {"company": "Nordwind", "proof": [kept.json()["id"]]}
    assert version_of(send(public, 2, answers)) == 2
    replaced(2, DAY + MINUTE)
    late = send_file(public, path, "a.pdf", PDF, "proof", version="2")
    assert_problem(late, 409, "form_changed")
    wrong = send_file(public, path, "a.pdf", PDF, "proof", version="0")
    assert_problem(wrong, 422, "invalid_input", "version")


@pytest.mark.django_db(transaction=True)
def test_nothing_is_lost_or_misjudged_while_versions_are_published(
    public: Api, settings: Any
) -> None:
    """Pages of every version are sent while the next ones are published and committed."""
    settings.WAYBILL_LIMIT_FORM = settings.WAYBILL_LIMIT_FORM_ADDRESS = None
    settings.WAYBILL_LIMIT_ADDRESS = None
    tenant = make_tenant("new-customer")
    published = 4
    answers: list[Any] = []
    publishing = threading.Event()

    def in_thread(work: Any) -> threading.Thread:
        def run() -> None:
            try:
                with every_organization("a test"):
                    work()
            finally:
                connections.close_all()

        thread = threading.Thread(target=run)
        thread.start()
        return thread

    def fill_in() -> None:
        last = False
        while not last:
            last = not publishing.is_set()
            answers.append(send(public, 1))
            answers.append(send(public, public.get(FORM).json()["version"], NEWER))

    send(public, 1)
    publish(tenant)
    publishing.set()
    senders = [in_thread(fill_in) for _ in range(2)]
    for _ in range(published):
        publish(tenant)
    publishing.clear()
    for sender in senders:
        sender.join()
    assert [answer.content for answer in answers if answer.status_code != 202] == []
    found = Submission.unscoped.select_related("version").in_bulk(
        [answer.json()["id"] for answer in answers], field_name="pk"
    )
    assert len(found) == len(answers)
    for submission in found.values():
        assert (submission.version.number == 1) == ("colour" not in submission.data)
        assert submission.step_runs.count() == (2 if submission.version.number == 1 else 1)


@pytest.mark.django_db(transaction=True)
def test_a_version_that_is_being_replaced_takes_what_was_sent_before_the_commit(
    public: Api,
) -> None:
    """Before the publishing commits the version is live, and after it for a day: no gap."""
    tenant = make_tenant("new-customer")
    told: list[Any] = []

    def sender() -> None:
        try:
            told.append(send(public, 1))
        finally:
            connections.close_all()

    with transaction.atomic():
        publish(tenant)
        thread = threading.Thread(target=sender)
        thread.start()
        while not told and not waits_for_a_lock():
            thread.join(0.05)
    thread.join()
    told.append(send(public, 1))
    assert [version_of(answer) for answer in told] == [1, 1]
