"""What people see of a step that was not needed."""

from __future__ import annotations

import pytest
from aiohttp import web
from django.test import Client

from core.accounts.api_keys import api_key_create
from core.accounts.models import Organization
from core.accounts.permissions import Permission
from core.submissions.accept import submission_accept
from core.submissions.models import Source, Submission
from core.submissions.read import tracking_token
from tests.conftest import Api
from tests.destination import Publish, Sink
from tests.engine import deliver

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = "Not needed for this submission."
NEVER = "${{ input.company == 'Nobody' }}"


def delivered(publish: Publish, *keys: str) -> Submission:
    """Of steps beside each other. Those whose key begins with `never` are not needed."""
    version = publish(*((key, [], "request.send_keyed") for key in keys))
    version.steps.filter(key__startswith="never").update(condition=NEVER)
    accepted = submission_accept(version=version, data={"company": "Acme"}, source=Source.API)
    deliver()
    return accepted.submission


@pytest.fixture
def operator(organization: Organization) -> Api:
    _, key = api_key_create(organization=organization, name="Tests", scopes=Permission)
    client = Client(raise_request_exception=False)
    return Api(client, {"authorization": f"Bearer {key}"})


def test_the_submitter_reads_that_it_was_not_needed(publish: Publish, public: Api) -> None:
    submission = delivered(publish, "never", "sent")
    body = public.get(f"/api/v1/track/{tracking_token(submission.pk)}").json()
    assert (body["status"], body["headline"]) == ("succeeded", "Acme: everything has arrived.")
    skipped = body["steps"][0]
    assert (skipped["status"], skipped["sentence"]) == ("skipped", WORDS)
    assert (skipped["reason"], skipped["record"]) == (None, None)
    assert skipped["finished_at"] is not None
    assert "Nobody" not in str(body)


def test_where_nothing_was_needed_the_headline_does_not_say_that_something_arrived(
    publish: Publish, public: Api
) -> None:
    submission = delivered(publish, "never")
    body = public.get(f"/api/v1/track/{tracking_token(submission.pk)}").json()
    assert body["status"] == "succeeded"
    assert body["headline"] == "Acme: received. Nothing had to be sent."


def test_the_operator_sees_the_reason_and_an_attempt_that_sent_nothing(
    publish: Publish, operator: Api
) -> None:
    submission = delivered(publish, "never", "sent")
    body = operator.get(f"/api/v1/submissions/{submission.pk}").json()
    assert (body["steps_done"], body["steps_total"], body["problem"]) == (2, 2, None)
    skipped = body["steps"][0]
    assert (skipped["status"], skipped["reason"]) == ("skipped", WORDS)
    assert [each["outcome"] for each in skipped["attempts"]] == ["skipped"]
    (item,) = operator.get("/api/v1/submissions").json()["items"]
    assert (item["steps_done"], item["steps_total"], item["problem"]) == (2, 2, None)


def test_a_list_names_the_failure_and_not_a_step_that_was_not_needed(
    publish: Publish, operator: Api, sink: Sink
) -> None:
    sink.answer = lambda _: web.json_response({"message": "no such article"}, status=422)
    submission = delivered(publish, "never", "fails")
    (item,) = operator.get("/api/v1/submissions").json()["items"]
    detail = operator.get(f"/api/v1/submissions/{submission.pk}").json()
    assert item["problem"] == detail["problem"] == detail["steps"][1]["reason"]
    assert item["problem"] not in (None, WORDS)
