"""When a form opens and closes, how many submissions it takes, and what late comers are told."""

from __future__ import annotations

import json
import threading
from datetime import timedelta
from typing import Any

import pytest
from django.db import connections
from django.utils import timezone

from core.errors import Unprocessable
from core.postgres.tenancy import every_organization
from core.submissions.models import FormCount, Source, Submission
from core.workflows.versions import definition_publish
from tests.api.checks import assert_problem
from tests.api.uploads import PDF, send_file
from tests.conftest import Api, Tenant, make_tenant

pytestmark = pytest.mark.django_db
FORM = "/api/v1/forms/visit"
HOUR = timedelta(hours=1)
LATE = {"en": "Too late. Call us.", "de": "Zu spät. Rufen Sie uns an."}


def publish(tenant: Tenant, **form: Any) -> None:
    form = {
        "address": "visit",
        "languages": ["en", "de"],
        "title": "Visit",
        "fields": {"company": {"label": "Company", "kind": "text"}},
    } | form
    definition = {
        "workflow": "visit",
        "name": "Visit",
        "form": form,
        "steps": {"visit": {"use": "erp/request.send", "with": {"path": "/visits"}}},
    }
    definition_publish(organization=tenant.organization, document=json.dumps(definition))


def at(ago: timedelta) -> str:
    return (timezone.now() - ago).isoformat()


def send(public: Api, company: str = "Nordwind", key: str | None = None, **more: Any) -> Any:
    headers = {} if key is None else {"idempotency_key": key}
    body = {"data": {"company": company}} | more
    return public.post(f"{FORM}/submissions", body, **headers)


def state(public: Api, language: str = "en") -> tuple[str, str]:
    form = public.get(f"{FORM}?language={language}").json()
    return form["state"], form["state_text"]


def closed(answer: Any) -> str:
    assert_problem(answer, 409, "form_closed")
    detail: str = answer.json()["detail"]
    return detail


def by_form() -> int:
    return Submission.unscoped.filter(workflow__slug="visit", source=Source.FORM).count()


def test_a_form_without_limits_is_open(public: Api, tenant: Tenant) -> None:
    publish(tenant)
    assert state(public) == ("open", "")
    assert send(public).status_code == 202
    assert FormCount.unscoped.count() == 0


def test_before_it_opens_nothing_is_taken(public: Api, machine: Api, tenant: Tenant) -> None:
    publish(tenant, opens="2099-12-01T08:00:00+01:00", late=LATE)
    name, text = state(public)
    assert name == "not_yet"
    assert "December 1, 2099" in text
    assert "GMT+01:00" in text
    assert closed(send(public)) == text
    assert "1. Dezember 2099" in closed(send(public, language="de"))
    data = {"data": {"company": "Nordwind"}}
    assert machine.post("/api/v1/workflows/visit/submissions", data).status_code == 202
    assert by_form() == 0


def test_between_opening_and_closing_it_takes_submissions(public: Api, tenant: Tenant) -> None:
    publish(tenant, opens=at(HOUR), closes=at(-HOUR))
    assert state(public) == ("open", "")
    assert send(public).status_code == 202


def test_after_it_closed_late_comers_get_the_forms_own_sentence(
    public: Api, tenant: Tenant
) -> None:
    publish(tenant, closes=at(HOUR), late=LATE)
    assert state(public) == ("closed", LATE["en"])
    assert state(public, "de") == ("closed", LATE["de"])
    assert closed(send(public)) == LATE["en"]
    assert closed(send(public, language="de")) == LATE["de"]
    assert closed(send(public, company="")) == LATE["en"]


def test_without_a_sentence_of_its_own_it_says_when_it_closed(public: Api, tenant: Tenant) -> None:
    publish(tenant, closes="2026-02-03T09:30:00+01:00")
    name, text = state(public)
    assert name == "closed"
    assert "February 3, 2026" in text
    assert closed(send(public)) == text


def test_it_takes_as_many_as_it_says(public: Api, machine: Api, tenant: Tenant) -> None:
    publish(tenant, most=2, late=LATE)
    data = {"data": {"company": "Nordwind"}}
    assert machine.post("/api/v1/workflows/visit/submissions", data).status_code == 202
    assert send(public).status_code == 202
    assert send(public, company="").status_code == 422
    assert state(public) == ("open", "")
    assert send(public).status_code == 202
    assert state(public, "de") == ("full", LATE["de"])
    assert closed(send(public)) == LATE["en"]
    assert machine.post("/api/v1/workflows/visit/submissions", data).status_code == 202
    assert by_form() == 2


def test_what_was_taken_before_gets_its_old_answer(public: Api, tenant: Tenant) -> None:
    publish(tenant, most=1)
    first = send(public, key="one")
    assert first.status_code == 202
    for form in ({"most": 1}, {"closes": at(HOUR)}, {"opens": at(-HOUR)}):
        publish(tenant, **form)
        again = send(public, key="one")
        assert (again.status_code, again["Idempotent-Replayed"]) == (202, "true")
        assert again.json()["id"] == first.json()["id"]
        assert_problem(send(public, "Another", key="one"), 422, "idempotency_key_reused")
        closed(send(public, key="two"))
    assert by_form() == 1


def test_a_replay_takes_no_second_place(public: Api, tenant: Tenant) -> None:
    publish(tenant, most=2)
    for _ in range(3):
        assert send(public, key="one").status_code == 202
    assert send(public, key="two").status_code == 202
    closed(send(public, key="three"))


def test_a_limit_that_comes_later_counts_what_is_there(public: Api, tenant: Tenant) -> None:
    publish(tenant)
    send(public)
    send(public)
    publish(tenant, most=2)
    assert state(public)[0] == "full"
    closed(send(public))
    publish(tenant, most=3)
    assert send(public).status_code == 202
    closed(send(public))
    publish(tenant)
    send(public)
    publish(tenant, most=5)
    assert send(public).status_code == 202
    closed(send(public))
    assert by_form() == 5


def test_what_is_deleted_later_still_took_a_place(public: Api, tenant: Tenant) -> None:
    publish(tenant, most=2)
    send(public)
    Submission.unscoped.filter(workflow__slug="visit").update(source=Source.API)
    publish(tenant, most=2)
    assert send(public).status_code == 202
    closed(send(public))


def test_the_live_version_says_whether_a_page_that_was_open_is_taken(
    public: Api, tenant: Tenant
) -> None:
    publish(tenant)
    assert send(public, version=1).status_code == 202
    publish(tenant, closes=at(HOUR))
    closed(send(public, version=1))
    publish(tenant, closes=at(-HOUR))
    assert send(public, version=1).status_code == 202
    assert send(public, version=2).status_code == 202
    publish(tenant, most=3)
    closed(send(public, version=1))


def test_a_process_that_knows_an_older_version_finds_that_it_opened_and_closed(
    public: Api, tenant: Tenant
) -> None:
    """What this process remembers is kept over the publishing, as another process would."""
    publish(tenant, closes=at(HOUR))
    closed(send(public, version=1))
    publish(tenant)
    assert send(public, version=1).status_code == 202
    assert send(public).status_code == 202
    publish(tenant, closes=at(HOUR))
    closed(send(public, version=1))
    closed(send(public))


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"opens": at(HOUR), "closes": at(2 * HOUR)}, "form"),
        ({"opens": "2026-12-01T08:00:00"}, "form.opens"),
        ({"most": 0}, "form.most"),
    ],
)
def test_what_could_never_be_open_is_not_published(
    tenant: Tenant, form: dict[str, Any], field: str
) -> None:
    with pytest.raises(Unprocessable) as refused:
        publish(tenant, **form)
    assert [fault.field for fault in refused.value.errors] == [field]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("opened", [None, 1], ids=["newest", "opened"])
def test_of_many_at_once_exactly_as_many_are_taken(
    public: Api, settings: Any, opened: int | None
) -> None:
    settings.WAYBILL_LIMIT_FORM = settings.WAYBILL_LIMIT_FORM_ADDRESS = None
    settings.WAYBILL_LIMIT_ADDRESS = None
    tenant = make_tenant("new-customer")
    publish(tenant, most=7)
    answers: list[Any] = []

    def sender(number: int) -> None:
        try:
            with every_organization("a test"):
                for each in range(4):
                    key = f"{number}-{each}"
                    answers.extend(send(public, key=key, version=opened) for _ in range(2))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=sender, args=(number,)) for number in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    taken = [answer.json()["id"] for answer in answers if answer.status_code == 202]
    assert (len(set(taken)), len(taken)) == (7, 14)
    assert {answer.status_code for answer in answers} == {202, 409}
    assert by_form() == 7
    assert FormCount.unscoped.get().taken == 7


def test_a_redirect_is_given_only_while_its_site_is_allowed(
    public: Api, machine: Api, tenant: Tenant
) -> None:
    publish(tenant)
    path = "/api/v1/workflows/visit/protection"
    allowed = {
        "honeypot": True,
        "min_seconds": 0,
        "proof_of_work": False,
        "allowed_origins": ["https://shop.example"],
    }
    assert machine.call("PUT", path, allowed).status_code == 200
    thanks = "https://shop.example/thanks?from=waybill"
    publish(tenant, sent={"redirect": thanks}, look={"accent": "#0b6e4f"})
    form = public.get(FORM).json()
    assert form["sent"]["redirect"] == thanks
    assert form["look"] == {"logo": None, "accent": "#0b6e4f"}
    body = {"data": {"company": "Nordwind"}}
    sent = public.post(f"{FORM}/submissions", body, origin="https://shop.example").json()
    tracking = f"/api/v1/track/{sent['tracking_token']}"
    assert public.get(tracking).json()["sent"]["redirect"] == thanks
    other = allowed | {"allowed_origins": ["https://other.example"]}
    assert machine.call("PUT", path, other).status_code == 200
    assert public.get(FORM).json()["sent"]["redirect"] is None
    assert public.get(tracking).json()["sent"] is None


def test_the_tracking_page_says_the_last_words_in_the_senders_language(
    public: Api, machine: Api, tenant: Tenant
) -> None:
    publish(tenant, sent={"title": {"en": "Thank you", "de": "Danke"}, "text": "…"})
    token = send(public, language="de").json()["tracking_token"]
    said = {"title": "Danke", "text": "…", "redirect": None}
    assert public.get(f"/api/v1/track/{token}").json()["sent"] == said
    publish(tenant)
    assert public.get(f"/api/v1/track/{token}").json()["sent"] == said, "of the version it was"
    answer = machine.post("/api/v1/workflows/visit/submissions", {"data": {"company": "N"}})
    by_program = answer.json()["tracking_token"]
    assert public.get(f"/api/v1/track/{by_program}").json()["sent"] is None


def test_a_closed_form_takes_no_files(public: Api, tenant: Tenant) -> None:
    fields = {"plan": {"label": "Plan", "kind": "file"}}
    publish(tenant, fields=fields, late=LATE)
    sent = send_file(public, f"{FORM}/uploads", "plan.pdf", PDF, field="plan")
    assert sent.status_code == 201
    publish(tenant, fields=fields, closes=at(HOUR), late=LATE)
    again = send_file(public, f"{FORM}/uploads", "plan.pdf", PDF, field="plan", language="de")
    assert closed(again) == LATE["de"]
