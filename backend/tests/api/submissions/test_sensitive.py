"""Sensitive answers through the API: masked for everybody, shown on request, and audited."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import Any

import pytest
from aiohttp import web
from django.test import Client

from core.accounts.api_keys import api_key_create
from core.accounts.models import Organization, Role
from core.accounts.permissions import ROLE_PERMISSIONS
from core.audit.models import AuditEntry
from core.crypto.encryption import parse_keys
from core.errors import Unprocessable
from core.sealing.data_keys import data_keys_forget
from core.submissions.models import IdempotencyKey, Submission
from core.submissions.sensitive.masking import MASK, masked
from core.workflows.models import WorkflowVersion
from tests.canaries import ANSWERS
from tests.conftest import Api
from tests.destination import Sink
from tests.engine import deliver
from tests.sensitive import PublishSensitive

pytestmark = pytest.mark.django_db(transaction=True)

DATA = {"company": "Acme Ltd"} | ANSWERS
SUBMIT = "/api/v1/workflows/accounts/submissions"


@pytest.fixture
def version(publish_sensitive: PublishSensitive) -> WorkflowVersion:
    return publish_sensitive()


def key_of(organization: Organization, role: Role) -> Api:
    _, key = api_key_create(organization=organization, name=role, scopes=ROLE_PERMISSIONS[role])
    return Api(Client(raise_request_exception=False), {"authorization": f"Bearer {key}"})


@pytest.fixture
def viewer(organization: Organization) -> Api:
    return key_of(organization, Role.VIEWER)


@pytest.fixture
def operator(organization: Organization) -> Api:
    return key_of(organization, Role.OPERATOR)


def submit(api: Api, **headers: str) -> dict[str, Any]:
    answer = api.post(SUBMIT, {"data": DATA}, **headers)
    assert answer.status_code == 202, answer.content
    body: dict[str, Any] = answer.json()
    return body


def test_the_form_says_what_is_sensitive(version: WorkflowVersion, public: Api) -> None:
    form = public.get("/api/v1/forms/accounts").json()
    assert form["json_schema"]["properties"]["iban"]["writeOnly"] is True
    assert "writeOnly" not in form["json_schema"]["properties"]["company"]
    sensitive = {question["key"] for question in form["questions"] if question["sensitive"]}
    assert sensitive == set(ANSWERS)


def test_answers_are_masked_and_named_for_everybody(
    version: WorkflowVersion, viewer: Api, operator: Api
) -> None:
    submission_id = submit(operator)["id"]
    for api in (viewer, operator):
        found = api.get(f"/api/v1/submissions/{submission_id}").json()
        assert found["data"] == {"company": "Acme Ltd"} | dict.fromkeys(ANSWERS, MASK)
        assert found["sensitive"] == sorted(ANSWERS)


def test_who_may_see_them_asks_and_is_written_down(version: WorkflowVersion, operator: Api) -> None:
    submission_id = submit(operator)["id"]
    shown = operator.post(f"/api/v1/submissions/{submission_id}/reveal", {})
    assert shown.json()["data"] == ANSWERS
    entry = AuditEntry.unscoped.get(action="submission.sensitive_read")
    assert entry.object_id == submission_id
    assert entry.detail["fields"] == sorted(ANSWERS)
    assert ANSWERS["pin"] not in json.dumps(entry.detail, ensure_ascii=False)


@pytest.mark.security("sensitive answers without permission")
def test_who_may_not_see_them_is_refused(
    version: WorkflowVersion, viewer: Api, operator: Api, stranger: Api, public: Api
) -> None:
    submission_id = submit(operator)["id"]
    path = f"/api/v1/submissions/{submission_id}/reveal"
    assert viewer.post(path, {}).status_code == 403
    assert stranger.post(path, {}).status_code == 404
    assert public.post(path, {}).status_code == 401
    assert not AuditEntry.unscoped.filter(action="submission.sensitive_read").exists()


@pytest.mark.parametrize("spelling", [str.lower, str.upper, str])
def test_a_sensitive_email_is_found_by_the_whole_address(
    version: WorkflowVersion, operator: Api, spelling: Any
) -> None:
    reference = submit(operator)["reference"]
    for words in (spelling(ANSWERS["email"]), reference, "acme"):
        items = operator.get("/api/v1/submissions?q=" + words).json()["items"]
        assert [item["reference"] for item in items] == [reference], words
    assert operator.get("/api/v1/submissions?q=canary.").json()["items"] == []


@pytest.mark.security("guessing sensitive answers by their hashes")
def test_the_hash_of_the_body_tells_nothing_without_the_key(
    version: WorkflowVersion, operator: Api
) -> None:
    first = submit(operator, idempotency_key="k-1")
    canonical = json.dumps(DATA, sort_keys=True, separators=(",", ":")).encode()
    kept = bytes(IdempotencyKey.unscoped.get().body_hash)
    assert kept != hashlib.sha256(canonical).digest()
    assert submit(operator, idempotency_key="k-1")["id"] == first["id"]
    other = operator.post(SUBMIT, {"data": DATA | {"pin": "0"}}, idempotency_key="k-1")
    assert other.json()["code"] == "idempotency_key_reused"


def test_a_hash_from_before_the_field_was_sensitive_still_counts(
    version: WorkflowVersion, operator: Api
) -> None:
    first = submit(operator, idempotency_key="k-1")
    canonical = json.dumps(DATA, sort_keys=True, separators=(",", ":")).encode()
    IdempotencyKey.unscoped.update(body_hash=hashlib.sha256(canonical).digest())
    assert submit(operator, idempotency_key="k-1")["id"] == first["id"]
    batch = {"submissions": [{"data": DATA, "idempotency_key": "k-1"}]}
    (result,) = operator.post(f"{SUBMIT}/batch", batch).json()["results"]
    assert (result["id"], result["replayed"]) == (first["id"], True)


@pytest.fixture
def failed(version: WorkflowVersion, operator: Api, sink: Sink) -> str:
    """A submission whose second step was refused."""

    def answer(request: web.Request) -> web.StreamResponse:
        if request.path == "/second":
            return web.json_response({}, status=422)
        return web.json_response({"iban": ANSWERS["iban"]})

    sink.answer = answer
    submission_id: str = submit(operator)["id"]
    deliver()
    sink.answer, sink.requests[:] = None, []
    return submission_id


def test_resuming_keeps_what_is_masked_and_what_was_answered(
    failed: str, operator: Api, sink: Sink
) -> None:
    shown = operator.get(f"/api/v1/submissions/{failed}").json()
    assert shown["status"] == "failed"
    corrected = shown["data"] | {"company": "Acme GmbH", "pin": "new-pin"}
    made = operator.post(f"/api/v1/submissions/{failed}/resume", {"data": corrected})
    assert made.status_code == 201, made.content
    assert made.json()["data"]["iban"] == MASK
    again = made.json()["id"]
    revealed = operator.post(f"/api/v1/submissions/{again}/reveal", {}).json()["data"]
    assert revealed == ANSWERS | {"pin": "new-pin"}
    deliver()
    assert [request["body"] for request in sink.requests] == [{"again": ANSWERS["iban"]}]


def test_the_mask_stands_for_nothing_where_nothing_was_answered(
    version: WorkflowVersion, operator: Api
) -> None:
    answer = operator.post(SUBMIT, {"data": {k: DATA[k] for k in ("company", "email", "iban")}})
    submission_id = answer.json()["id"]
    operator.post(f"/api/v1/submissions/{submission_id}/cancel", {})
    data = {"company": "A", "email": MASK, "iban": MASK, "pin": MASK}
    refused = operator.post(f"/api/v1/submissions/{submission_id}/resume", {"data": data})
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["field"] == "data.pin"


@pytest.mark.security("sealed values moved or forged")
@pytest.mark.parametrize("moved", ["row", "field", "organization"])
def test_a_sealed_answer_that_was_moved_is_not_delivered(
    moved: str,
    version: WorkflowVersion,
    operator: Api,
    sink: Sink,
    stranger: Api,
    other_tenant: Any,
) -> None:
    one = Submission.unscoped.get(pk=submit(operator)["id"])
    other = Submission.unscoped.get(pk=submit(operator)["id"])
    sealed = other.data["$sealed"]
    match moved:
        case "row":
            sealed = one.data["$sealed"]
        case "field":
            sealed = sealed | {"pin": sealed["iban"]}
        case _:
            Submission.unscoped.filter(pk=other.pk).update(organization=other_tenant.organization)
    Submission.unscoped.filter(pk=one.pk).delete()
    Submission.unscoped.filter(pk=other.pk).update(data=other.data | {"$sealed": sealed})
    reader = stranger if moved == "organization" else operator
    refused = reader.post(f"/api/v1/submissions/{other.pk}/reveal", {})
    # In another organization its workflow is not visible, so it is not even found.
    assert refused.status_code == (404 if moved == "organization" else 503)
    if moved != "organization":
        deliver()
        assert sink.requests == []


def test_a_mask_covers_stored_and_incoming_answers(version: WorkflowVersion) -> None:
    assert masked(version, DATA) == {"company": "Acme Ltd"} | dict.fromkeys(ANSWERS, MASK)
    assert masked(version, {"company": "A"}) == {"company": "A"}


def test_a_missing_key_refuses_new_submissions_for_now(
    version: WorkflowVersion, operator: Api, settings: Any
) -> None:
    submit(operator)
    kept = settings.WAYBILL_ENCRYPTION_KEYS
    another = base64.b64encode(b"n" * 32).decode()
    settings.WAYBILL_ENCRYPTION_KEYS = parse_keys(f"n:{another}")
    data_keys_forget()
    refused = operator.post(SUBMIT, {"data": DATA})
    assert refused.status_code == 503
    assert Submission.unscoped.count() == 1
    settings.WAYBILL_ENCRYPTION_KEYS = kept
    data_keys_forget()
    submit(operator)


@pytest.mark.parametrize(
    "shown",
    [
        "${{ input.iban }}",
        "Account ${{ input.iban }}",
        "${{ input.iban.startsWith('DE') ? 'here' : 'abroad' }}",
    ],
)
def test_what_would_show_a_sensitive_answer_is_not_published(
    publish_sensitive: PublishSensitive, shown: str
) -> None:
    with pytest.raises(Unprocessable) as refused:
        publish_sensitive(ordering=shown)
    (fault,) = refused.value.errors
    assert fault.field == "steps.first.ordering"
    assert fault.message.startswith("`input.iban` is sensitive and would stand in the ordering key")


@pytest.mark.parametrize("shown", ["${{ string(input) }}", "${{ input['iban'] }}"])
def test_no_way_around_the_name_of_an_answer_is_published(
    publish_sensitive: PublishSensitive, shown: str
) -> None:
    with pytest.raises(Unprocessable) as refused:
        publish_sensitive(ordering=shown)
    assert {fault.field for fault in refused.value.errors} == {"steps.first.ordering"}
