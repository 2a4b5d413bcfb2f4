"""What operators do beside a delivery, through the API."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from api.schemas.submissions.events import PublicEventOut
from api.stream.views import _snapshot
from core.accounts.models import Membership, Role, User
from core.submissions.models import StepRun, SubmissionState, SubmissionStatus
from core.submissions.read import submission_by_token, tracking_token
from tests.api.checks import assert_problem
from tests.api.conftest import Submit
from tests.conftest import PASSWORD, Api, Tenant

pytestmark = pytest.mark.django_db

SUBMISSIONS = "/api/v1/submissions"


def signed_in(tenant: Tenant, email: str | None = None) -> Api:
    client = Client(raise_request_exception=False)
    assert client.login(username=email or tenant.user.email, password=PASSWORD)
    return Api(client, {})


@pytest.fixture
def ada(tenant: Tenant) -> Api:
    return signed_in(tenant)


@pytest.fixture
def ben(tenant: Tenant) -> Api:
    user = User.objects.create_user("ben@example.com", PASSWORD, name="Ben")
    Membership.objects.create(organization=tenant.organization, user=user, role=Role.OPERATOR)
    return signed_in(tenant, user.email)


@pytest.fixture
def path(submit: Submit) -> str:
    return f"{SUBMISSIONS}/{submit()['id']}"


def deliver_all(path: str) -> None:
    """As if both destinations had taken it."""
    submission_id = uuid.UUID(path.rpartition("/")[2])
    now = timezone.now()
    for record, run in enumerate(StepRun.unscoped.filter(submission=submission_id), 1041):
        rows = StepRun.unscoped.filter(pk=run.pk)
        if run.status == "blocked":
            rows.update(status="ready", next_attempt_at=now)
        rows.update(status="sending", claimed_at=now, lease_until=now)
        rows.update(
            status="succeeded",
            lease_until=None,
            next_attempt_at=None,
            finished_at=now,
            record=str(record),
        )
    SubmissionState.unscoped.filter(submission=submission_id).update(
        status=SubmissionStatus.SUCCEEDED, finished_at=now
    )


def test_notes_are_told_to_all_and_changed_by_their_author(ada: Api, ben: Api, path: str) -> None:
    made = ada.post(f"{path}/notes", {"text": "Called them back."})
    assert (made.status_code, made.json()["mine"]) == (201, True)
    (seen,) = ben.get(f"{path}/notes").json()["items"]
    assert (seen["text"], seen["author"], seen["mine"]) == ("Called them back.", "Ada", False)
    note = f"{path}/notes/{seen['id']}"
    assert_problem(ben.call("PUT", note, {"text": "No."}), 403, "not_your_note")
    assert ada.call("PUT", note, {"text": "They call."}).json()["text"] == "They call."
    assert ada.call("DELETE", note, None).status_code == 204
    assert ada.get(f"{path}/notes").json() == {"items": []}


def test_a_note_of_one_submission_is_not_found_at_another(
    ada: Api, path: str, submit: Submit
) -> None:
    note = ada.post(f"{path}/notes", {"text": "Here"}).json()["id"]
    other = f"{SUBMISSIONS}/{submit()['id']}"
    assert_problem(ada.call("PUT", f"{other}/notes/{note}", {"text": "x"}), 404, "not_found")


@pytest.mark.parametrize("body", [{}, {"text": ""}, {"text": "x" * 5_001}, {"text": 1}])
def test_what_is_no_note_is_refused(ada: Api, path: str, body: Any) -> None:
    assert ada.post(f"{path}/notes", body).status_code == 422


def test_a_program_reads_notes_and_writes_none(machine: Api, path: str) -> None:
    assert machine.get(f"{path}/notes").status_code == 200
    assert machine.post(f"{path}/notes", {"text": "beep"}).status_code == 401


def test_whoever_only_looks_neither_writes_nor_gives(tenant: Tenant, ada: Api, path: str) -> None:
    Membership.unscoped.filter(user=tenant.user).update(role=Role.VIEWER)
    assert ada.post(f"{path}/notes", {"text": "x"}).status_code == 403
    assert ada.call("PUT", f"{path}/assignment", {"member_id": None}).status_code == 403
    assert ada.call("POST", f"{path}/replay", None).status_code == 403
    assert ada.get(f"{path}/replay").status_code == 403
    assert ada.get(f"{path}/notes").status_code == 200


def test_a_member_is_given_a_submission(tenant: Tenant, machine: Api, path: str) -> None:
    member = Membership.unscoped.get(user=tenant.user)
    given = machine.call("PUT", f"{path}/assignment", {"member_id": str(member.pk)})
    assert given.json()["assigned"]["name"] == "Ada"
    assert machine.get(path).json()["assigned"]["member_id"] == str(member.pk)
    freed = machine.call("PUT", f"{path}/assignment", {"member_id": None})
    assert freed.json()["assigned"] is None


def test_the_questions_are_those_of_its_own_version(machine: Api, path: str) -> None:
    form = machine.get(f"{path}/form").json()
    assert [each["key"] for each in form["questions"]][:2] == ["company", "email"]
    assert (form["version"], form["newest_version"]) == (1, 1)


def test_a_delivered_one_is_sent_once_more_and_both_name_each_other(
    machine: Api, path: str
) -> None:
    assert_problem(machine.call("POST", f"{path}/replay", None), 409, "conflict")
    deliver_all(path)
    first, second = machine.get(f"{path}/replay").json()["steps"]
    assert (first["record"], first["effect"], first["delivered"]) == ("1041", "blind", True)
    assert (second["system"], second["same_by"]) == ("The ERP", None)
    made = machine.post_raw(f"{path}/replay", b"", idempotency_key="once")
    assert made.status_code == 201
    again = machine.post_raw(f"{path}/replay", b"", idempotency_key="once")
    assert again.json()["id"] == made.json()["id"]
    assert made.json()["replay_of"]["reference"] == machine.get(path).json()["reference"]
    assert [each["id"] for each in machine.get(path).json()["replayed_as"]] == [made.json()["id"]]


def test_the_sender_hears_nothing_of_what_goes_on_inside(
    tenant: Tenant, machine: Api, path: str, submit: Submit
) -> None:
    member = Membership.unscoped.get(user=tenant.user)
    machine.call("PUT", f"{path}/assignment", {"member_id": str(member.pk)})
    token = tracking_token(uuid.UUID(path.rpartition("/")[2]))
    found = submission_by_token(token=token)
    assert _snapshot(found, "{}", PublicEventOut).logged == ()
