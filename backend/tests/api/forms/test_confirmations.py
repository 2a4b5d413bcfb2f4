"""Forms that are sent without script and confirmed by e-mail."""

from __future__ import annotations

import json
import re
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from core.audit.services import SYSTEM
from core.postgres.tenancy import every_organization
from core.submissions.confirmations import confirmations_expire
from core.submissions.models import Confirmation, Submission
from core.workflows.protection import protection_change
from core.workflows.versions import definition_publish
from tests.api.checks import assert_problem
from tests.conftest import Api, Tenant, make_tenant

pytestmark = pytest.mark.django_db
FORM = "/api/v1/forms/visit"
ANSWERS = {"company": "Nordwind"}


@pytest.fixture(autouse=True)
def address() -> str:
    """One that no other test writes to: messages to an address are counted."""
    ANSWERS["email"] = f"ada.{uuid.uuid4().hex}@example.com"
    return ANSWERS["email"]


@pytest.fixture
def guarded(public: Api) -> Tenant:
    return publish(without_script="mail")


def publish(**form: Any) -> Tenant:
    tenant = make_tenant("guarded")
    definition = {
        "workflow": "visit",
        "name": "Visit",
        "form": {
            "address": "visit",
            "languages": ["en", "de"],
            "title": {"en": "Visit", "de": "Besuch"},
            "fields": {
                "company": {"label": "Company", "kind": "text"},
                "email": {"label": "E-mail", "kind": "email", "required": False},
            },
        }
        | form,
        "steps": {"visit": {"use": "erp/request.send", "with": {"path": "/visits"}}},
    }
    definition_publish(organization=tenant.organization, document=json.dumps(definition))
    protection_change(
        organization=tenant.organization,
        slug="visit",
        actor=SYSTEM,
        honeypot=True,
        min_seconds=0,
        proof_of_work=True,
        allowed_origins=[],
    )
    return tenant


def ask(public: Api, data: dict[str, Any] | None = None, **more: Any) -> Any:
    ticket = public.get(f"{FORM}/ticket").json()["ticket"]
    body = {"data": data or ANSWERS, "protection": {"ticket": ticket}} | more
    return public.post(f"{FORM}/confirmations", body)


def link() -> str:
    found = re.search(r"/confirm/(\S+)", str(mail.outbox[-1].body))
    assert found
    return f"/api/v1/confirmations/{found[1]}"


def submissions() -> int:
    with every_organization("the test looks at all"):
        return Submission.objects.across_organizations("the test looks at all").count()


def kept() -> list[Confirmation]:
    with every_organization("the test looks at all"):
        return list(Confirmation.objects.across_organizations("the test looks at all"))


def test_answers_are_sent_once_their_link_is_followed(
    guarded: Tenant, public: Api, address: str
) -> None:
    answer = ask(public)
    assert answer.status_code == 202
    assert answer.json() == {"email": address}
    assert submissions() == 0
    assert mail.outbox[-1].to == [address]

    told = public.get(link()).json()
    assert (told["title"], told["send"]) == ("Visit", "Send the answers")
    assert submissions() == 0

    first = public.post(link(), {})
    again = public.post(link(), {})
    assert (first.status_code, again.status_code) == (202, 202)
    assert again.json()["id"] == first.json()["id"]
    assert submissions() == 1


def test_the_message_and_the_page_speak_the_language_of_the_form(
    guarded: Tenant, public: Api
) -> None:
    assert ask(public, language="de").status_code == 202
    assert mail.outbox[-1].subject == "Bitte bestätigen: Besuch"
    assert public.get(link()).json()["send"] == "Die Antworten senden"


def test_the_database_alone_does_not_tell_the_answers(guarded: Tenant, public: Api) -> None:
    ask(public)
    (row,) = kept()
    assert b"Nordwind" not in bytes(row.sealed)
    assert link().rpartition("/")[2].encode() not in bytes(row.token_hash)


def test_a_link_ends_after_an_hour(guarded: Tenant, public: Api) -> None:
    ask(public)
    with every_organization("the test looks at all"):
        rows = Confirmation.objects.across_organizations("the test looks at all")
        rows.update(expires_at=timezone.now() - timedelta(seconds=1))
        expired = public.post(link(), {}, accept_language="de")
        told = assert_problem(expired, 404, "confirmation_expired")["detail"]
        assert told.startswith("Dieser Link ist nicht gültig")
        assert confirmations_expire() == 1
    assert kept() == []
    assert submissions() == 0


def test_wrong_answers_are_refused_before_anything_is_mailed(guarded: Tenant, public: Api) -> None:
    answer = ask(public, ANSWERS | {"company": ""})
    assert_problem(answer, 422, "invalid_input")
    assert answer.json()["errors"][0]["field"] == "data.company"
    assert mail.outbox == []


def test_nobody_is_written_to_again_and_again(guarded: Tenant, public: Api) -> None:
    assert [ask(public).status_code for _ in range(3)] == [202] * 3
    assert_problem(ask(public), 429, "rate_limited")
    assert len(mail.outbox) == 3


def test_a_form_without_an_address_to_write_to_is_refused(guarded: Tenant, public: Api) -> None:
    assert_problem(ask(public, {"company": "Nordwind"}), 403, "proof_needed")


def test_a_form_whose_owner_did_not_choose_it_is_refused(public: Api) -> None:
    publish()
    assert_problem(ask(public), 403, "proof_needed")
    assert mail.outbox == []


def test_a_page_has_to_have_a_ticket(guarded: Tenant, public: Api) -> None:
    answer = public.post(f"{FORM}/confirmations", {"data": ANSWERS})
    assert_problem(answer, 403, "ticket_needed")
