"""The verdict on answers that are not sent: the same as when they are, and nothing is saved."""

from __future__ import annotations

import json
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from core.submissions.models import IdempotencyKey, Submission, Upload
from core.workflows.models import WorkflowVersion
from core.workflows.versions import definition_publish
from tests.api.checks import assert_problem
from tests.api.uploads import PDF, send_file
from tests.conftest import Api, Tenant

pytestmark = pytest.mark.django_db
FORM = "/api/v1/forms/order"
CODE = {"label": "Code", "kind": "text", "required": False, "pattern": "[A-Z]{2}"}
FIELDS: dict[str, Any] = {
    "email": {"label": {"en": "E-mail", "de": "E-Mail"}, "kind": "email"},
    "gift": {"label": "Gift", "kind": "boolean"},
    "greeting": {"label": "Greeting", "kind": "text", "show_if": "${{ input.gift }}"},
    "lines": {
        "label": "Lines",
        "kind": "group",
        "fields": {
            "part": {"label": "Part", "kind": "text", "max_length": 5},
            "count": {"label": "Count", "kind": "integer", "minimum": 1},
            "note": {"label": "Note", "kind": "text", "show_if": "${{ row.count > 5 }}"},
            "twice": {
                "label": "Twice",
                "kind": "calculated",
                "type": "integer",
                "value": "${{ row.count * 2 }}",
            },
        },
    },
    "many": {
        "label": "Many",
        "kind": "calculated",
        "type": "boolean",
        "value": "${{ size(input.lines) > 1 }}",
    },
    "proof": {"label": "Proof", "kind": "file", "required": False},
    "code": CODE,
    "path": {"label": "Path", "kind": "text", "required": False},
}
MESSAGE = {"en": "A gift has a code.", "de": "Ein Geschenk hat einen Code."}
RULES = [{"check": "${{ !input.gift || has(input.code) }}", "message": MESSAGE, "field": "code"}]
RIGHT: dict[str, Any] = {
    "email": "ada@example.com",
    "gift": False,
    "lines": [{"part": "A1", "count": 2}],
}


@pytest.fixture(autouse=True)
def order(tenant: Tenant) -> Tenant:
    publish(tenant)
    return tenant


def publish(tenant: Tenant, **changed: Any) -> None:
    form = {
        "address": "order",
        "languages": ["en", "de"],
        "title": "Order",
        "fields": FIELDS,
        "rules": RULES,
    } | changed
    path = "${{ has(input.path) ? input.path : '/orders' }}"
    definition = {
        "workflow": "order",
        "name": "Order",
        "form": form,
        "steps": {"order": {"use": "erp/request.send", "with": {"path": path}}},
    }
    definition_publish(organization=tenant.organization, document=json.dumps(definition))


def check(public: Api, data: dict[str, Any], **more: Any) -> dict[str, Any]:
    answer = public.post(f"{FORM}/check", {"data": data} | more)
    assert answer.status_code == 200, answer.content
    verdict: dict[str, Any] = answer.json()
    return verdict


def send(public: Api, data: dict[str, Any], **more: Any) -> Any:
    return public.post(f"{FORM}/submissions", {"data": data} | more)


def fields(verdict: dict[str, Any]) -> list[str]:
    return [each["field"] for each in verdict["errors"]]


def test_right_answers_have_no_errors_and_nothing_is_saved(public: Api) -> None:
    verdict = check(public, RIGHT)
    assert verdict == {
        "errors": [],
        "hidden": ["data.greeting", "data.lines.0.note"],
        "calculated": {"data.lines.0.twice": 4, "data.many": False},
    }
    assert (Submission.unscoped.count(), IdempotencyKey.unscoped.count()) == (0, 0)
    assert send(public, RIGHT).status_code == 202


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({"email": "ada"}, ["data.email"]),
        ({"email": " "}, ["data.email"]),
        ({"gift": None}, ["data.gift"]),
        ({"gift": True, "code": "AB"}, ["data.greeting"]),
        ({"gift": True, "greeting": "Hello"}, ["data.code"]),
        ({"greeting": "Hello"}, ["data.greeting"]),
        ({"lines": []}, ["data.lines"]),
        (
            {"lines": [{"part": "A1", "count": 0}, {"part": "toolong", "count": 1}]},
            ["data.lines.0.count", "data.lines.1.part"],
        ),
        ({"lines": [{"part": "A1", "count": 6}]}, ["data.lines.0.note"]),
        ({"lines": [{"part": "A1", "count": 2, "note": "x"}]}, ["data.lines.0.note"]),
        ({"many": True}, ["data.many"]),
        ({"unknown": 1}, ["data.unknown"]),
        ({"proof": [str(uuid.uuid4())]}, ["data.proof.0"]),
        ({"path": "no path"}, ["data.path"]),
    ],
)
def test_the_verdict_is_that_of_sending(
    public: Api, changed: dict[str, Any], wrong: list[str]
) -> None:
    verdict = check(public, RIGHT | changed)
    assert fields(verdict) == wrong
    sent = send(public, RIGHT | changed)
    assert sent.status_code == 422
    assert sent.json()["errors"] == verdict["errors"]
    assert Submission.unscoped.count() == 0


def test_it_is_told_in_the_visitors_language(public: Api) -> None:
    data = RIGHT | {"gift": True, "greeting": "Hello"}
    for more, told in (
        ({}, MESSAGE["en"]),
        ({"language": "de"}, MESSAGE["de"]),
        ({"language": "de-AT"}, MESSAGE["de"]),
        ({"language": "tlh"}, MESSAGE["en"]),
    ):
        (error,) = check(public, data, **more)["errors"]
        assert error == {"field": "data.code", "message": told}


def test_a_file_that_was_uploaded_is_known_and_stays_unclaimed(public: Api) -> None:
    kept = send_file(public, f"{FORM}/uploads", "a.pdf", PDF, "proof").json()["id"]
    data = RIGHT | {"proof": [kept]}
    assert check(public, data)["errors"] == []
    assert Upload.unscoped.get().submission_id is None
    assert send(public, data).status_code == 202


def test_a_page_of_an_older_version_is_judged_by_it_for_a_day(public: Api, order: Tenant) -> None:
    publish(order, fields=FIELDS | {"extra": {"label": "Extra", "kind": "text"}})
    assert fields(check(public, RIGHT)) == ["data.extra"]
    assert fields(check(public, RIGHT, version=1)) == []
    replaced = WorkflowVersion.unscoped.filter(number=1, workflow__slug="order")
    replaced.update(replaced_at=timezone.now() - timedelta(days=1, minutes=1))
    for number in (1, 7):
        answer = public.post(f"{FORM}/check", {"data": RIGHT, "version": number})
        assert_problem(answer, 409, "form_changed")


def test_an_unknown_form_is_not_found(public: Api) -> None:
    assert_problem(public.post("/api/v1/forms/none/check", {"data": {}}), 404, "not_found")


def test_it_may_be_closed(public: Api, order: Tenant) -> None:
    """Whoever fills it in is told of faults; that it is closed is told by the form."""
    publish(order, closes=(timezone.now() - timedelta(hours=1)).isoformat())
    assert check(public, RIGHT)["errors"] == []
