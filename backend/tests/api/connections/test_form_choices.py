"""Live choices of a public form: what visitors find, and what is taken when they send it."""

from __future__ import annotations

import json
import threading
from typing import Any

import pytest
from aiohttp import web
from django.db import connections as databases

from core.audit.services import SYSTEM
from core.connections.models import ConnectionList
from core.delivery.operate import connection_delete
from core.errors import Unprocessable
from core.postgres.tenancy import every_organization
from core.submissions.models import Submission
from core.workflows.check import definition_check
from core.workflows.models import Workflow
from core.workflows.versions import definition_publish
from tests.api.checks import assert_problem
from tests.api.connections.conftest import CONNECTIONS, TOKEN, older, tells
from tests.conftest import Api, Tenant
from tests.destination import Sink

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("leads")]
FORM = "/api/v1/forms/visit"
LIVE: dict[str, Any] = {"label": "Lead", "kind": "choice", "from": {"connection": "crm"}}
LIVE["from"]["list"] = "leads"
FIELDS: dict[str, Any] = {
    "lead": LIVE,
    "others": LIVE | {"kind": "choices", "required": False},
    "lines": {
        "label": "Lines",
        "kind": "group",
        "required": False,
        "fields": {"part": LIVE | {"label": "Part"}},
    },
    "colour": {
        "label": "Colour",
        "kind": "choice",
        "required": False,
        "choices": [{"value": "red", "label": "Red"}],
    },
}


def publish(tenant: Tenant, fields: dict[str, Any] = FIELDS) -> None:
    definition = {
        "workflow": "visit",
        "name": "Visit",
        "form": {"address": "visit", "title": "Visit", "fields": fields},
        "steps": {"visit": {"use": "erp/request.send", "with": {"path": "/visits"}}},
    }
    definition_publish(organization=tenant.organization, document=json.dumps(definition))


@pytest.fixture
def visit(tenant: Tenant, crm: dict[str, Any], sink: Sink) -> None:
    tells(sink, "Ada Berg", "Ada Stone", "Grace Berg")
    publish(tenant)


def found(answer: Any) -> list[str]:
    assert answer.status_code == 200, answer.content
    return [each["label"] for each in answer.json()["items"]]


def send(public: Api, **data: Any) -> Any:
    return public.post(f"{FORM}/submissions", {"data": {"lead": "1"} | data})


def away(sink: Sink) -> None:
    sink.answer = lambda _: web.json_response({"error": f"down, {TOKEN}"}, status=503)


def test_the_form_says_that_choices_are_asked_for(public: Api, visit: None) -> None:
    questions = {each["key"]: each for each in public.get(FORM).json()["questions"]}
    assert (questions["lead"]["live"], questions["lead"]["choices"]) == (True, None)
    assert questions["colour"]["live"] is False


def test_choices_are_searched(public: Api, visit: None) -> None:
    answer = public.get(f"{FORM}/choices/lead")
    assert answer.json() == {
        "items": [
            {"value": "1", "label": "Ada Berg", "detail": "Graz"},
            {"value": "2", "label": "Ada Stone", "detail": "Graz"},
            {"value": "3", "label": "Grace Berg", "detail": "Graz"},
        ],
        "stale": False,
        "message": "",
    }
    assert found(public.get(f"{FORM}/choices/lead?search=BERG%20ada&language=de")) == ["Ada Berg"]
    assert found(public.get(f"{FORM}/choices/others?search=grace&version=1")) == ["Grace Berg"]
    assert found(public.get(f"{FORM}/choices/lines.part?search=stone")) == ["Ada Stone"]
    assert found(public.get(f"{FORM}/choices/lead?search=nobody")) == []


def test_at_most_fifty_of_five_thousand_are_given(
    public: Api, visit: None, sink: Sink, tenant: Tenant
) -> None:
    tells(sink, *(f"Lead {number}" for number in range(1, 5001)))
    assert len(found(public.get(f"{FORM}/choices/lead"))) == 50
    assert found(public.get(f"{FORM}/choices/lead?search=lead%204998")) == ["Lead 4998"]
    assert len(sink.requests) == 1


@pytest.mark.parametrize("key", ["colour", "nothing", "lines", "lead.part", "lines.nothing"])
def test_there_are_no_choices_of_other_questions(public: Api, visit: None, key: str) -> None:
    assert_problem(public.get(f"{FORM}/choices/{key}"), 404, "not_found")


@pytest.mark.parametrize("key", ["lines.part.x", "Lead", "lead%20", "..", "lines."])
def test_what_is_no_key_is_refused(public: Api, visit: None, key: str) -> None:
    assert public.get(f"{FORM}/choices/{key}").status_code in (404, 422)


def test_choices_of_an_unknown_version_are_of_a_form_that_changed(public: Api, visit: None) -> None:
    assert_problem(public.get(f"{FORM}/choices/lead?version=7"), 409, "form_changed")


def test_while_the_system_is_away_the_older_list_is_given_and_nothing_is_told_of_it(
    public: Api, visit: None, sink: Sink
) -> None:
    public.get(f"{FORM}/choices/lead")
    older(hours=30)
    away(sink)
    answer = public.get(f"{FORM}/choices/lead?search=grace")
    assert found(answer) == ["Grace Berg"]
    assert answer.json()["stale"] is True
    assert answer.json()["message"]
    for secret in (TOKEN, "127.0.0.1", str(sink.port), "crm", "CRM", "leads", "Leads"):
        assert secret not in answer.content.decode()


@pytest.mark.parametrize("status", [503, 401])
def test_what_was_never_read_and_cannot_be_is_unavailable_and_nothing_is_told_of_it(
    public: Api, visit: None, sink: Sink, status: int
) -> None:
    sink.answer = lambda _: web.json_response({"error": TOKEN}, status=status)
    answer = public.get(f"{FORM}/choices/lead")
    assert_problem(answer, 503, "choices_unavailable")
    for secret in (TOKEN, "127.0.0.1", str(sink.port), "crm", "CRM", "leads", "Leads"):
        assert secret not in answer.content.decode()


def test_an_answer_that_the_list_has_is_taken(public: Api, visit: None, sink: Sink) -> None:
    public.get(f"{FORM}/choices/lead")
    answer = send(public, others=["2", "3"], lines=[{"part": "1"}, {"part": "3"}])
    assert answer.status_code == 202, answer.content
    assert len(sink.requests) == 1


def test_an_answer_that_vanished_while_the_form_was_open_is_told_at_its_question(
    public: Api, visit: None, sink: Sink
) -> None:
    public.get(f"{FORM}/choices/lead")
    tells(sink, "Ada Berg")
    older(minutes=6)
    public.get(f"{FORM}/choices/lead")
    answer = send(public, others=["1", "2"], lines=[{"part": "1"}, {"part": "3"}])
    assert_problem(answer, 422, "invalid_input")
    assert answer.json()["errors"] == [
        {"field": field, "message": "This answer is no longer offered. Choose another one."}
        for field in ("data.others.1", "data.lines.1.part")
    ]
    assert Submission.unscoped.count() == 0


def test_a_value_that_is_new_at_the_system_is_looked_for_once(
    public: Api, visit: None, sink: Sink
) -> None:
    public.get(f"{FORM}/choices/lead")
    tells(sink, "Ada", "Grace", "Linus", "Newcomer")
    assert_problem(send(public, lead="4"), 422, "invalid_input", "data.lead")
    assert len(sink.requests) == 1  # what is fresh is believed
    older(minutes=6)
    assert send(public, lead="4").status_code == 202
    assert_problem(send(public, lead="5"), 422, "invalid_input", "data.lead")
    assert len(sink.requests) == 2


def test_a_list_that_was_never_read_is_read_at_intake(public: Api, visit: None, sink: Sink) -> None:
    assert_problem(send(public, lead="9"), 422, "invalid_input", "data.lead")
    assert send(public).status_code == 202
    assert len(sink.requests) == 1


def test_while_the_system_is_away_what_it_said_last_counts_however_old(
    public: Api, visit: None, sink: Sink
) -> None:
    public.get(f"{FORM}/choices/lead")
    older(days=40)
    away(sink)
    assert send(public, lead="2").status_code == 202
    assert_problem(send(public, lead="9"), 422, "invalid_input", "data.lead")


def test_of_a_list_that_nobody_could_ever_read_every_answer_is_taken(
    public: Api, visit: None, sink: Sink
) -> None:
    """Refusing would lose what was filled in; a wrong value is found on delivery."""
    away(sink)
    assert send(public, lead="anything").status_code == 202
    assert send(public, lead="anything else").status_code == 202
    assert len(sink.requests) == 1  # a system that is away holds up one submission, not every one


@pytest.mark.django_db(transaction=True)
def test_intake_does_not_wait_for_a_reading_of_somebody_else(
    public: Api, visit: None, sink: Sink
) -> None:
    sink.delay = 3.0
    answers: list[Any] = []

    def read() -> None:
        with every_organization("a thread of this test"):
            answers.append(public.get(f"{FORM}/choices/lead"))
        databases.close_all()

    reader = threading.Thread(target=read)
    reader.start()
    while not ConnectionList.unscoped.exclude(reading_until=None).exists():
        reader.join(0.02)
    assert send(public, lead="unknown").status_code == 202
    assert answers == []
    reader.join()
    assert len(found(answers[0])) == 3


def detail_of(machine: Api, answer: Any) -> dict[str, Any]:
    assert answer.status_code == 202, answer.content
    (sent,) = Submission.unscoped.all()
    told: dict[str, Any] = machine.get(f"/api/v1/submissions/{sent.pk}").json()
    return told


def live_texts(asked: list[dict[str, Any]]) -> dict[str, Any]:
    return {each["key"]: (each["live"], each["choices"]) for each in asked}


def test_an_operator_reads_what_was_chosen_as_the_system_last_called_it(
    public: Api, machine: Api, visit: None, sink: Sink
) -> None:
    answers = {"others": ["3", "2"], "lines": [{"part": "3"}], "colour": "red"}
    asked = detail_of(machine, send(public, **answers))["asked"]
    read = len(sink.requests)
    told = live_texts(asked)
    assert told["lead"] == (True, [{"value": "1", "label": "Ada Berg"}])
    assert [each["label"] for each in told["others"][1]] == ["Ada Stone", "Grace Berg"]
    assert told["colour"] == (False, [{"value": "red", "label": "Red"}])
    row = live_texts(asked[2]["questions"])
    assert row["part"] == (True, [{"value": "3", "label": "Grace Berg"}])
    assert len(sink.requests) == read


def test_a_choice_that_the_list_has_no_longer_has_no_text(
    public: Api, machine: Api, visit: None, sink: Sink
) -> None:
    sent = send(public, others=["2", "3"])
    tells(sink, "Ada Berg", "Ada Stone")
    older(minutes=6)
    public.get(f"{FORM}/choices/lead")
    told = live_texts(detail_of(machine, sent)["asked"])
    assert told["others"] == (True, [{"value": "2", "label": "Ada Stone"}])


def test_of_a_list_that_was_never_read_no_texts_are_known(
    public: Api, machine: Api, visit: None, sink: Sink
) -> None:
    away(sink)
    told = live_texts(detail_of(machine, send(public, lead="17"))["asked"])
    assert told["lead"] == (True, [])


@pytest.mark.security("sensitive answers without permission")
def test_of_a_sensitive_live_choice_the_text_comes_with_the_answer_alone(
    public: Api, machine: Api, visit: None, tenant: Tenant
) -> None:
    publish(tenant, {"lead": LIVE | {"sensitive": True}})
    detail = detail_of(machine, send(public, lead="2"))
    assert live_texts(detail["asked"])["lead"] == (True, [])
    shown = machine.post(f"/api/v1/submissions/{detail['id']}/reveal", {}).json()
    assert shown["data"] == {"lead": "2"}
    assert live_texts(shown["asked"])["lead"] == (True, [{"value": "2", "label": "Ada Stone"}])


def test_programs_are_held_to_the_list_too(
    public: Api, machine: Api, visit: None, sink: Sink
) -> None:
    public.get(f"{FORM}/choices/lead")
    items = [{"data": {"lead": value}} for value in ("1", "9", "3", "9")]
    answer = machine.post("/api/v1/workflows/visit/submissions/batch", {"submissions": items})
    taken = [each["id"] is not None for each in answer.json()["results"]]
    assert taken == [True, False, True, False]
    assert len(sink.requests) == 1


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"lead": LIVE}, "the choices of `lead`"),
        ({"lines": FIELDS["lines"]}, "the choices of `lines.part`"),
    ],
)
def test_a_connection_that_choices_are_looked_up_in_is_not_deleted(
    machine: Api, tenant: Tenant, crm: dict[str, Any], fields: dict[str, Any], named: str
) -> None:
    publish(tenant, fields)
    answer = machine.call("DELETE", f"{CONNECTIONS}/crm", None)
    assert_problem(answer, 409, "connection_in_use")
    assert f"“The CRM” is used by “Visit” ({named})." in answer.json()["detail"]
    publish(tenant, {"colour": FIELDS["colour"]})
    assert machine.call("DELETE", f"{CONNECTIONS}/crm", None).status_code == 204


def test_the_form_that_was_open_is_taken_though_the_connection_is_gone(
    public: Api, machine: Api, tenant: Tenant, visit: None
) -> None:
    publish(tenant, {"colour": FIELDS["colour"]})
    assert machine.call("DELETE", f"{CONNECTIONS}/crm", None).status_code == 204
    assert_problem(public.get(f"{FORM}/choices/lead?version=1"), 503, "choices_unavailable")
    answer = public.post(f"{FORM}/submissions", {"data": {"lead": "2"}, "version": 1})
    assert answer.status_code == 202, answer.content


def test_a_connection_that_is_deleted_after_the_check_is_told_at_its_question(
    tenant: Tenant, crm: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def check_and_delete(*given: Any) -> Any:
        checked = definition_check(*given)
        connection_delete(organization=tenant.organization, connection_id=crm["id"], actor=SYSTEM)
        return checked

    monkeypatch.setattr("core.workflows.versions.publish.definition_check", check_and_delete)
    with pytest.raises(Unprocessable) as refused:
        publish(tenant, {"lines": FIELDS["lines"]})
    (fault,) = refused.value.errors
    assert (fault.field, fault.message) == (
        "form.fields.lines.fields.part.from.connection",
        "the connection `crm` was deleted just now; choose another one",
    )
    assert not Workflow.unscoped.filter(slug="visit", current__isnull=False).exists()
