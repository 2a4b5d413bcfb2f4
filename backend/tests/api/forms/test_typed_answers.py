"""Answers as people paste them and programs write them, through the API."""

from __future__ import annotations

import codecs
import json
from typing import Any

import phonenumbers
import pytest

from core.accounts.models import Organization
from core.audit.services import SYSTEM
from core.submissions.models import Submission
from core.submissions.operate import submission_cancel
from core.workflows.versions import definition_publish
from tests.api.checks import assert_problem
from tests.api.conftest import ANSWERS
from tests.conftest import Api, Tenant

SUBMIT = "/api/v1/workflows/new-customer/submissions"
WITH_PHONE = "/api/v1/workflows/with-phone/submissions"


@pytest.fixture
def with_phone(tenant: Tenant) -> Organization:
    """A second workflow that asks for more, some of it optional."""
    definition = {
        "workflow": "with-phone",
        "name": "With phone",
        "subject": "${{ input.company }}",
        "form": {
            "title": "With phone",
            "fields": {
                "company": {"label": "Company", "kind": "text"},
                "phone": {"label": "Phone", "kind": "phone", "required": False},
                "size": {
                    "label": "Size",
                    "kind": "choice",
                    "required": False,
                    "choices": [{"value": "Small", "label": "Small"}],
                },
            },
        },
        "steps": {"a": {"use": "erp/request.send", "with": {"path": "/a"}}},
    }
    definition_publish(organization=tenant.organization, document=json.dumps(definition))
    return tenant.organization


def stored(answer: Any) -> dict[str, Any]:
    assert answer.status_code == 202, answer.content
    data: dict[str, Any] = Submission.unscoped.get(pk=answer.json()["id"]).data
    return data


def message(answer: Any, field: str) -> str:
    errors = assert_problem(answer, 422, "invalid_input", field)["errors"]
    return str(next(error["message"] for error in errors if error["field"] == field))


@pytest.mark.parametrize("typed", ["+44\u00a020\u00a07946\u00a00958", "0044 20 7946 0958"])
def test_a_pasted_phone_number_is_stored_as_e164(
    machine: Api, with_phone: Organization, typed: str
) -> None:
    answer = machine.post(WITH_PHONE, {"data": {"company": "Acme", "phone": typed}})
    assert stored(answer) == {"company": "Acme", "phone": "+442079460958"}


def test_a_phone_number_that_the_erp_would_refuse_is_refused(
    machine: Api, with_phone: Organization
) -> None:
    data = {"company": "No Access Systems Ltd", "phone": "+1 555 010 9999"}
    assert message(machine.post(WITH_PHONE, {"data": data}), "data.phone").startswith("There is no")


@pytest.mark.parametrize("nothing", ["", "  ", "\u200b", None])
def test_an_optional_answer_may_be_empty(
    machine: Api, with_phone: Organization, nothing: str | None
) -> None:
    data = {"company": "Acme", "phone": nothing, "size": nothing}
    assert stored(machine.post(WITH_PHONE, {"data": data})) == {"company": "Acme"}


@pytest.mark.parametrize("nothing", ["", "  ", "\u200b", "\u3164\u2800", None])
def test_a_needed_answer_may_not(machine: Api, tenant: Tenant, nothing: str | None) -> None:
    answer = machine.post(SUBMIT, {"data": ANSWERS | {"company": nothing}})
    assert message(answer, "data.company") == "This field is needed."
    answer = machine.post(SUBMIT, {"data": ANSWERS | {"email": nothing}})
    assert message(answer, "data.email") == "This field is needed."


def test_a_letter_that_mail_cannot_carry_is_refused(machine: Api, tenant: Tenant) -> None:
    answer = machine.post(SUBMIT, {"data": ANSWERS | {"email": "jos\u00e9@ex\u00e4mple.com"}})
    assert "before the @" in message(answer, "data.email")


def test_the_list_cannot_be_turned(machine: Api, tenant: Tenant) -> None:
    answer = machine.post(SUBMIT, {"data": ANSWERS | {"company": "\u202eActual\u2066 Ltd\x1b"}})
    assert stored(answer)["company"] == "Actual Ltd"
    assert Submission.unscoped.get().subject == "Actual Ltd"


def test_codes_are_read_in_any_case(machine: Api, tenant: Tenant) -> None:
    answer = machine.post(SUBMIT, {"data": ANSWERS | {"country": " gb "}})
    assert stored(answer)["country"] == "GB"


def test_a_refused_code_does_not_list_them_all(machine: Api, tenant: Tenant) -> None:
    answer = machine.post(SUBMIT, {"data": ANSWERS | {"country": "Britain"}})
    assert len(message(answer, "data.country")) < 80


def test_a_byte_order_mark_is_read_over(machine: Api, public: Api, tenant: Tenant) -> None:
    raw = codecs.BOM_UTF8 + json.dumps({"data": ANSWERS}).encode()
    assert stored(machine.post_raw(SUBMIT, raw)) == ANSWERS
    answer = public.post_raw("/_allauth/browser/v1/auth/login", codecs.BOM_UTF8 + b"{}")
    assert answer.status_code == 400
    assert "malformed" not in answer.content.decode()


@pytest.mark.parametrize("raw", [codecs.BOM_UTF8, codecs.BOM_UTF8 * 2 + b"{}"])
def test_a_byte_order_mark_alone_is_no_json(machine: Api, tenant: Tenant, raw: bytes) -> None:
    assert_problem(machine.post_raw(SUBMIT, raw), 400, "malformed")


def test_what_was_accepted_once_is_taken_up_again(
    machine: Api, with_phone: Organization, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Numbering plans change, and so did this check: neither makes old submissions unusable."""
    with monkeypatch.context() as patched:
        patched.setattr(phonenumbers, "is_valid_number", lambda _: True)
        data = {"company": "Acme", "phone": "+15550109999"}
        former = machine.post(WITH_PHONE, {"data": data}).json()["id"]
    submission_cancel(organization=with_phone, submission_id=former, actor=SYSTEM)
    resume = f"/api/v1/submissions/{former}/resume"
    wrong = machine.post(resume, {"data": data | {"phone": "+15550109998"}})
    assert message(wrong, "data.phone").startswith("There is no")
    corrected = data | {"company": "Acme Ltd"}
    resumed = machine.post(resume, {"data": corrected})
    assert resumed.status_code == 201, resumed.content
    assert Submission.unscoped.get(pk=resumed.json()["id"]).data == corrected
