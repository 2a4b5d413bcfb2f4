from __future__ import annotations

from core.submissions.models import StepRun, Submission
from tests.api.checks import assert_problem
from tests.api.conftest import ANSWERS
from tests.conftest import Api, Tenant

FORM = "/api/v1/forms/new-customer"
WORKFLOW = "/api/v1/workflows/new-customer/submissions"


def test_form_shows_questions_and_what_happens_then(public: Api, tenant: Tenant) -> None:
    body = public.get(FORM).json()
    assert body["title"] == "Become a customer"
    assert body["organization"] == {"name": tenant.organization.name}
    fields = ["company", "email", "contact_name", "country", "note"]
    assert list(body["json_schema"]["properties"]) == fields
    assert [question["key"] for question in body["questions"]] == fields
    assert [step["title"] for step in body["steps"]] == [
        "Creating the customer",
        "Sending the welcome",
    ]
    assert body["steps"][0]["system"] == "The ERP"


def test_public_form_is_accepted_and_leads_to_its_tracking(public: Api, tenant: Tenant) -> None:
    answer = public.post(f"{FORM}/submissions", {"data": ANSWERS})
    assert answer.status_code == 202
    body = answer.json()
    assert body["status"] == "accepted"
    assert body["reference"].startswith("WB-")
    assert answer["Location"] == body["status_url"]
    assert body["tracking_url"].endswith(f"/t/{body['tracking_token']}")
    tracking = public.get(answer["Location"]).json()
    assert tracking["reference"] == body["reference"]
    assert [step["status"] for step in tracking["steps"]] == ["ready", "blocked"]


def test_accepted_means_submission_and_every_step_are_committed(
    public: Api, tenant: Tenant
) -> None:
    task_id = public.post(f"{FORM}/submissions", {"data": ANSWERS}).json()["id"]
    submission = Submission.unscoped.get(pk=task_id)
    assert submission.organization == tenant.organization
    assert submission.source == "form"
    assert submission.data == ANSWERS
    assert StepRun.unscoped.filter(submission=submission).count() == 2


def test_the_request_id_stays_with_the_submission(public: Api, tenant: Tenant) -> None:
    answer = public.post(f"{FORM}/submissions", {"data": ANSWERS}, x_request_id="trace-12345678")
    assert answer["X-Request-ID"] == "trace-12345678"
    assert Submission.unscoped.get(pk=answer.json()["id"]).request_id == "trace-12345678"


def test_key_submits_to_a_workflow_and_reads_its_state(machine: Api, tenant: Tenant) -> None:
    answer = machine.post(WORKFLOW, {"data": ANSWERS})
    assert answer.status_code == 202
    assert answer["Location"] == f"/api/v1/submissions/{answer.json()['id']}"
    assert machine.get(answer["Location"]).json()["source"] == "api"


def test_same_key_and_body_is_accepted_once(machine: Api, tenant: Tenant) -> None:
    first = machine.post(WORKFLOW, {"data": ANSWERS}, idempotency_key="order-17")
    again = machine.post(WORKFLOW, {"data": ANSWERS}, idempotency_key="order-17")
    assert again.status_code == 202
    assert again.json() == first.json()
    assert again["Idempotent-Replayed"] == "true"
    assert "Idempotent-Replayed" not in first
    assert Submission.unscoped.count() == 1


def test_same_key_with_another_body_is_refused(machine: Api, tenant: Tenant) -> None:
    machine.post(WORKFLOW, {"data": ANSWERS}, idempotency_key="order-17")
    other = {"data": ANSWERS | {"company": "Another"}}
    answer = machine.post(WORKFLOW, other, idempotency_key="order-17")
    assert_problem(answer, 422, "idempotency_key_reused", "Idempotency-Key")
    assert Submission.unscoped.count() == 1


def test_same_key_of_another_organization_is_another_submission(
    machine: Api, stranger: Api
) -> None:
    mine = machine.post(WORKFLOW, {"data": ANSWERS}, idempotency_key="order-17")
    theirs = stranger.post(WORKFLOW, {"data": ANSWERS}, idempotency_key="order-17")
    assert theirs.status_code == 202
    assert theirs.json()["id"] != mine.json()["id"]
