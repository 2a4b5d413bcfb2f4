"""Forms and answers as large, as odd and as wrong as they come."""

from __future__ import annotations

import json
from typing import Any

import pytest

from core.submissions.models import Submission, Upload
from core.workflows.versions import definition_publish
from tests.api.checks import assert_problem
from tests.api.uploads import PDF, send_file
from tests.conftest import Api, Tenant

pytestmark = pytest.mark.django_db
FORM = "/api/v1/forms/large"
PAGES, ON_A_PAGE = 200, 10
MIB = 1024 * 1024


def publish(tenant: Tenant, fields: dict[str, Any], **form: Any) -> None:
    definition = {
        "workflow": "large",
        "name": "Large",
        "form": {"address": "large", "title": "Large", "fields": fields} | form,
        "steps": {"large": {"use": "erp/request.send", "with": {"path": "/large"}}},
    }
    definition_publish(organization=tenant.organization, document=json.dumps(definition))


def send(public: Api, data: dict[str, Any], **more: Any) -> Any:
    return public.post(f"{FORM}/submissions", {"data": data} | more)


def check(public: Api, data: dict[str, Any]) -> dict[str, Any]:
    answer = public.post(f"{FORM}/check", {"data": data})
    assert answer.status_code == 200, answer.content
    verdict: dict[str, Any] = answer.json()
    return verdict


def errors(answer: Any) -> dict[str, str]:
    assert answer.status_code == 422, answer.content
    return {each["field"]: each["message"] for each in answer.json()["errors"]}


def large() -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Ten questions on each of 200 pages; the fifth is asked when the fourth says so."""
    kinds: list[dict[str, Any]] = [
        {"kind": "text"},
        {"kind": "integer", "minimum": 0},
        {"kind": "email", "required": False},
        {"kind": "boolean"},
        {"kind": "text"},
        {"kind": "choice", "choices": [{"value": "a", "label": "A"}, {"value": "b", "label": "B"}]},
        {"kind": "date", "required": False},
        {"kind": "decimal"},
        {"kind": "country", "required": False},
        {"kind": "calculated", "type": "integer"},
    ]
    fields: dict[str, Any] = {}
    pages = []
    for page in range(PAGES):
        keys = [f"p{page}_q{number}" for number in range(ON_A_PAGE)]
        for key, kind in zip(keys, kinds, strict=True):
            fields[key] = {"label": f"Question {key}"} | kind
        fields[keys[4]]["show_if"] = f"${{{{ input.{keys[3]} }}}}"
        fields[keys[9]]["value"] = f"${{{{ input.{keys[1]} + 1 }}}}"
        pages.append({"title": f"Page {page}", "fields": keys})
    return fields, pages


def test_two_thousand_questions_on_two_hundred_pages(public: Api, tenant: Tenant) -> None:
    fields, pages = large()
    publish(tenant, fields, pages=pages)
    form = public.get(FORM).json()
    assert (len(form["pages"]), len(form["questions"])) == (PAGES, PAGES * ON_A_PAGE)
    data: dict[str, Any] = {}
    for page in range(PAGES):
        named = {0: "Nordwind", 1: page, 3: False, 5: "b", 7: "1.50"}
        data |= {f"p{page}_q{number}": answer for number, answer in named.items()}
    assert errors(send(public, data | {"p199_q1": -1, "p0_q4": "not asked"})) == {
        "data.p0_q4": "This is not asked with your other answers. Leave it out.",
        "data.p199_q1": "Use 0 or more.",
    }
    verdict = check(public, data)
    assert (verdict["errors"], len(verdict["hidden"])) == ([], PAGES)
    answer = send(public, data)
    assert answer.status_code == 202, answer.content
    stored = Submission.unscoped.get(pk=answer.json()["id"]).data
    assert (stored["p199_q7"], stored["p199_q9"]) == ("1.50", 200)


def test_one_more_question_than_two_thousand_is_refused(tenant: Tenant, machine: Api) -> None:
    fields = {f"q{number}": {"label": "Q", "kind": "text"} for number in range(2001)}
    definition = {
        "workflow": "large",
        "name": "Large",
        "form": {"title": "Large", "fields": fields},
        "steps": {"large": {"use": "erp/request.send", "with": {"path": "/large"}}},
    }
    answer = machine.post("/api/v1/workflows/check", definition)
    (fault,) = answer.json()["faults"]
    assert (fault["field"], "2" in fault["message"]) == ("form.fields", True)


ROWS: dict[str, Any] = {
    "lines": {
        "label": "Lines",
        "kind": "group",
        "maximum": 500,
        "fields": {
            "part": {"label": "Part", "kind": "text"},
            "count": {"label": "Count", "kind": "integer", "minimum": 1},
            "twice": {
                "label": "Twice",
                "kind": "calculated",
                "type": "integer",
                "value": "${{ row.count * 2 }}",
            },
        },
    }
}


def rows(count: int) -> list[dict[str, Any]]:
    return [{"part": f"Part {number}", "count": number} for number in range(1, count + 1)]


def test_five_hundred_rows_are_taken_and_one_more_is_not(public: Api, tenant: Tenant) -> None:
    publish(tenant, ROWS)
    answer = send(public, {"lines": rows(500)})
    assert answer.status_code == 202, answer.content
    stored = Submission.unscoped.get(pk=answer.json()["id"]).data["lines"]
    assert (len(stored), stored[499]["twice"]) == (500, 1000)
    assert list(errors(send(public, {"lines": rows(501)}))) == ["data.lines"]
    wrong = rows(500)
    wrong[499]["count"] = 0
    assert list(errors(send(public, {"lines": wrong}))) == ["data.lines.499.count"]


ALL: dict[str, Any] = {
    "text": {},
    "multiline": {},
    "email": {},
    "phone": {"region": "AT"},
    "url": {},
    "integer": {},
    "decimal": {},
    "money": {},
    "date": {},
    "time": {},
    "datetime": {},
    "boolean": {},
    "consent": {"text": "I agree."},
    "choice": {"choices": [{"value": "a", "label": "A"}]},
    "choices": {"choices": [{"value": "a", "label": "A"}]},
    "country": {},
    "address": {},
    "rating": {},
    "signature": {},
    "file": {},
    "hidden": {},
    "group": {"fields": {"part": {"label": "Part", "kind": "text"}}},
}
ABSENT: dict[str, Any] = {
    "null": None,
    "empty": "",
    "blank": " \t ",
    "unseen": "\u200b\u00a0",
    "empty list": [],
    "empty object": {},
}


def every_kind(**more: Any) -> dict[str, Any]:
    return {
        kind: {"label": kind.title(), "kind": kind} | own | more
        for kind, own in ALL.items()
        if kind != "hidden" or not more.get("required")
    }


@pytest.mark.parametrize("how", ABSENT)
def test_an_absent_answer_of_any_kind_is_one_thing_however_it_is_sent(
    public: Api, tenant: Tenant, how: str
) -> None:
    publish(tenant, every_kind(required=False))
    answer = send(public, dict.fromkeys(ALL, ABSENT[how]))
    assert answer.status_code == 202, answer.content
    assert Submission.unscoped.get(pk=answer.json()["id"]).data == {}
    asked = every_kind(required=True)
    publish(tenant, asked)
    missing = errors(send(public, {}))
    assert set(missing.values()) == {"This field is needed."}
    assert list(missing) == [f"data.{kind}" for kind in asked]
    assert errors(send(public, dict.fromkeys(asked, ABSENT[how]))) == missing
    assert Submission.unscoped.count() == 1


def test_an_answer_to_a_hidden_question_is_refused_and_an_absent_one_is_not(
    public: Api, tenant: Tenant
) -> None:
    fields: dict[str, Any] = {
        "gift": {"label": "Gift", "kind": "boolean"},
        "greeting": {"label": "Greeting", "kind": "text", "show_if": "${{ input.gift }}"},
    }
    publish(tenant, fields)
    said = "This is not asked with your other answers. Leave it out."
    assert errors(send(public, {"gift": False, "greeting": "Hi"})) == {"data.greeting": said}
    for absent in ABSENT.values():
        assert send(public, {"gift": False, "greeting": absent}).status_code == 202
    needed = "This field is needed."
    assert errors(send(public, {"gift": True, "greeting": " "})) == {"data.greeting": needed}


SIGNED: dict[str, Any] = {
    "signature": {"label": "Signature", "kind": "signature"},
    "note": {"label": "Note", "kind": "multiline", "required": False, "max_length": 10_000},
}


def test_a_signature_is_taken_up_to_its_length_and_a_huge_one_is_not_read(
    public: Api, tenant: Tenant
) -> None:
    publish(tenant, SIGNED)
    stroke = "M10 10" + "L20 20" * 3000
    assert send(public, {"signature": {"name": "Ada", "path": stroke}}).status_code == 202
    longer = {"name": "Ada", "path": stroke + "L20 20" * 1000}
    assert list(errors(send(public, {"signature": longer}))) == ["data.signature.path"]
    script = {"name": "Ada", "path": '"/><script>alert(1)</script>'}
    assert list(errors(send(public, {"signature": script}))) == ["data.signature.path"]
    huge = {"name": "Ada", "path": "M10 10" + "L20 20" * (50 * MIB // 6)}
    assert_problem(send(public, {"signature": huge}), 413, "too_large")
    assert Submission.unscoped.count() == 1


def test_a_long_paste_is_told_at_its_question_and_a_huge_one_is_not_read(
    public: Api, tenant: Tenant
) -> None:
    publish(tenant, SIGNED)
    signed = {"signature": {"name": "Ada"}}
    assert list(errors(send(public, signed | {"note": "x" * 200_000}))) == ["data.note"]
    assert_problem(send(public, signed | {"note": "x" * 10 * MIB}), 413, "too_large")
    large = {"data": signed | {"note": "x" * 10 * MIB}}
    answer = public.post(f"{FORM}/check", large, accept_language="de-AT")
    assert_problem(answer, 413, "too_large")
    assert answer.json()["detail"].startswith("Ihre Antworten sind zusammen zu lang")


@pytest.mark.parametrize("language", ["tlh", "xx-Nowhere", "", "de; drop table", "ü" * 100, "*"])
def test_in_a_language_that_there_is_not_the_form_speaks_its_first(
    public: Api, tenant: Tenant, language: str
) -> None:
    fields = {"name": {"label": {"de": "Name?", "fr": "Nom ?"}, "kind": "text"}}
    publish(tenant, fields, languages=["de", "fr"], title={"de": "Groß", "fr": "Grand"})
    form = public.client.get(FORM, {"language": language}).json()
    assert (form["language"], form["title"]) == ("de", "Groß")
    assert errors(send(public, {}, language=language)) == errors(send(public, {}, language="de"))
    assert send(public, {"name": "Ada"}, language=language).status_code == 202


def test_a_language_is_named_or_wanted_by_the_browser(public: Api, tenant: Tenant) -> None:
    words = {"de": "Groß", "en": "Large", "pt-BR": "Grande"}
    publish(
        tenant,
        {"name": {"label": words, "kind": "text"}},
        languages=["en", "de", "pt-BR"],
        title=words,
    )
    for wanted, named, title in (
        ("de-AT,de;q=0.9,en;q=0.5", None, "Groß"),
        ("de", "en", "Large"),
        ("fr, en;q=0.2, de;q=0.8", None, "Groß"),
        ("tlh", None, "Large"),
        ("", "pt-BR", "Grande"),
    ):
        query = {} if named is None else {"language": named}
        answer = public.client.get(FORM, query, headers={"accept-language": wanted})
        assert answer.json()["title"] == title
        assert "Accept-Language" in answer["Vary"]


def test_files_of_no_bytes_and_with_odd_names(public: Api, tenant: Tenant) -> None:
    publish(tenant, {"proof": {"label": "Proof", "kind": "file", "max_files": 5}})
    path = f"{FORM}/uploads"
    empty = send_file(public, path, "empty.pdf", b"", "proof")
    assert_problem(empty, 422, "invalid_input", "file")
    assert "empty" in empty.json()["errors"][0]["message"]
    names = {
        "عقد.pdf": "عقد.pdf",
        "../../etc/passwd.pdf": "passwd.pdf",
        "..\\..\\boot.pdf": "boot.pdf",
        "/": "file",
        "…/‮fdp.exe.pdf": "fdp.exe.pdf",
    }
    ids = []
    for sent, kept in names.items():
        answer = send_file(public, path, sent, PDF, "proof")
        if answer.status_code != 201:
            assert_problem(answer, 422, "invalid_input", "file")
            continue
        assert answer.json()["name"] == kept
        ids.append(answer.json()["id"])
    assert len(ids) >= 3
    assert send(public, {"proof": ids}).status_code == 202
    assert all("/" not in each.name and ".." not in each.name for each in Upload.unscoped.all())
