"""A form, its refusals and its tracking page in the language of whoever fills it in."""

from __future__ import annotations

import json
from typing import Any

import pytest

from core.submissions.models import StepRun, StepStatus, Submission
from core.submissions.read import step_sentence, waiting_reason
from core.workflows.versions import definition_publish
from tests.api.checks import assert_problem
from tests.api.uploads import PDF, png, send_file
from tests.conftest import Api, Tenant

FORM = "/api/v1/forms/new-customer"
ANSWERS = {"company": "Nordwind", "country": "AT"}
FIELDS = {
    "company": {"label": {"de": "Firma", "en": "Company"}, "kind": "text", "max_length": 20},
    "country": {"label": {"de": "Land", "en": "Country"}, "kind": "country"},
    "proof": {"label": "Proof", "kind": "file", "required": False, "accept": ["png", "txt"]},
    "amount": {
        "label": {"de": "Betrag", "en": "Amount"},
        "kind": "decimal",
        "required": False,
        "maximum": "1250.50",
    },
}


@pytest.fixture
def form(tenant: Tenant) -> Tenant:
    """A form that speaks German first, and English."""
    definition = {
        "workflow": "new-customer",
        "name": "New customer",
        "subject": "${{ input.company }}",
        "form": {
            "address": "new-customer",
            "languages": ["de", "en"],
            "title": {"de": "Kunde werden", "en": "Become a customer"},
            "fields": FIELDS,
        },
        "steps": {"newer": {"use": "erp/request.send", "with": {"path": "/newer"}}},
    }
    definition_publish(organization=tenant.organization, document=json.dumps(definition))
    return tenant


def send(public: Api, data: dict[str, Any] = ANSWERS, **more: Any) -> Any:
    headers = {name: more.pop(name) for name in ("accept_language",) if name in more}
    return public.post(f"{FORM}/submissions", {"data": data, **more}, **headers)


def sent(answer: Any) -> Submission:
    assert answer.status_code == 202, answer.content
    return Submission.unscoped.get(pk=answer.json()["id"])


@pytest.mark.parametrize(
    ("query", "header", "spoken"),
    [
        ("", "", "de"),
        ("?language=en", "de", "en"),
        ("?language=en-GB", "", "en"),
        ("?language=fr", "en", "de"),
        ("", "fr, en;q=0.8, de;q=0.1", "en"),
        ("", "nonsense;;q=", "de"),
    ],
)
def test_a_form_speaks_what_its_visitor_reads(
    public: Api, form: Tenant, query: str, header: str, spoken: str
) -> None:
    answer = public.get(f"{FORM}{query}", accept_language=header)
    told = answer.json()
    assert (told["language"], told["direction"]) == (spoken, "ltr")
    assert told["title"] == {"de": "Kunde werden", "en": "Become a customer"}[spoken]
    assert told["words"]["next"] == {"de": "Weiter", "en": "Next"}[spoken]
    assert told["languages"] == [
        {"code": "de", "name": "Deutsch"},
        {"code": "en", "name": "English"},
    ]
    assert "Accept-Language" in answer["Vary"]


def test_names_that_nobody_wrote_are_in_its_language_too(public: Api, form: Tenant) -> None:
    company, country, proof, _ = public.get(FORM).json()["questions"]
    assert company["label"] == "Firma"
    assert {"value": "AT", "label": "Österreich"} in country["choices"]
    assert proof["kinds"] == ["PNG-Bild", "reiner Text"]


def test_refused_answers_are_told_in_the_language_of_the_form(public: Api, form: Tenant) -> None:
    data = {"company": "x" * 21, "amount": "1300.00"}
    german = assert_problem(send(public, data, language="de"), 422, "invalid_input")
    assert german["detail"] == "Einige Antworten müssen Sie sich noch einmal ansehen."
    assert {each["field"]: each["message"] for each in german["errors"]} == {
        "data.company": "Geben Sie höchstens 20 Zeichen ein.",
        "data.country": "Diese Angabe wird benötigt.",
        "data.amount": "Der Wert darf höchstens 1.250,50 betragen.",
    }
    english = assert_problem(send(public, data, accept_language="en"), 422, "invalid_input")
    assert english["errors"][0]["message"] == "Use at most 20 characters."


def test_a_file_that_is_gone_is_told_in_the_language_of_the_form(public: Api, form: Tenant) -> None:
    gone = ANSWERS | {"proof": ["00000000-0000-4000-8000-000000000000"]}
    (error,) = assert_problem(send(public, gone), 422, "invalid_input")["errors"]
    assert error["field"] == "data.proof.0"
    assert error["message"].startswith("Diese Datei ist nicht mehr vorhanden.")


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (png(), "proof", "Der Dateiname hat keine Endung wie .pdf."),
        (png(), "proof.exe", "Dateien mit .exe im Namen werden nicht angenommen."),
        (PDF, "proof.txt", "Der Name endet auf .txt, der Inhalt ist aber etwas anderes: PDF."),
        (PDF, "proof.pdf", "Diese Datei ist etwas anderes: PDF."),
        (b"", "proof.png", "Die Datei ist leer."),
    ],
)
def test_a_file_is_refused_in_the_language_of_the_form(
    public: Api, form: Tenant, content: bytes, name: str, told: str
) -> None:
    answer = send_file(public, f"{FORM}/uploads", name, content, field="proof", language="de")
    problem = assert_problem(answer, 422, "invalid_input")
    assert problem["detail"] == "Die Datei wurde nicht angenommen."
    assert [each["message"] for each in problem["errors"]] == [
        f"{told} Das Formular nimmt an: PNG-Bild, reiner Text."
    ]


def test_a_form_that_is_not_taken_says_so_in_its_language(public: Api, form: Tenant) -> None:
    trapped = send(public, protection={"website": "https://spam.example"})
    assert assert_problem(trapped, 403, "not_taken")["detail"].startswith("Ihre Antworten wurden")


@pytest.mark.parametrize(
    ("more", "kept"),
    [
        ({"language": "en"}, "en"),
        ({"language": "en-US"}, "en"),
        ({"language": "ja"}, "de"),
        ({"language": "ja", "accept_language": "en"}, "de"),
        ({"accept_language": "en"}, "en"),
        ({}, "de"),
    ],
)
def test_a_submission_keeps_the_language(
    public: Api, form: Tenant, more: dict[str, Any], kept: str
) -> None:
    assert sent(send(public, **more)).language == kept


def test_what_programs_send_is_in_the_first_language_of_the_form(
    machine: Api, form: Tenant
) -> None:
    one = machine.post(
        "/api/v1/workflows/new-customer/submissions", {"data": ANSWERS}, accept_language="en"
    )
    assert sent(one).language == "de"
    many = machine.post(
        "/api/v1/workflows/new-customer/submissions/batch",
        {"submissions": [{"data": ANSWERS}]},
        accept_language="en",
    )
    (result,) = many.json()["results"]
    assert Submission.unscoped.get(pk=result["id"]).language == "de"


def test_a_form_without_languages_speaks_english(public: Api, tenant: Tenant) -> None:
    answers = {"company": "Nordwind", "email": "ada@example.com"}
    assert sent(send(public, answers, language="de")).language == "en"


def test_the_tracking_page_speaks_the_language_of_its_submission(public: Api, form: Tenant) -> None:
    token = send(public, language="de").json()["tracking_token"]
    told = public.get(f"/api/v1/track/{token}", accept_language="en").json()
    assert (told["language"], told["direction"]) == ("de", "ltr")
    assert told["headline"] == "Nordwind: eingegangen und unterwegs."
    assert told["words"]["print"] == "Drucken"
    sentence = told["steps"][0]["sentence"]
    assert sentence == (
        "Kommt als Nächstes an die Reihe, aber im Moment wird diese Warteschlange nicht bearbeitet."
    )


@pytest.mark.parametrize(
    ("status", "kind", "sentence", "reason"),
    [
        (StepStatus.SUCCEEDED, "", "ERP hat Nordwind angenommen.", None),
        (
            *(StepStatus.WAITING, "rate_limited"),
            *("ERP ist ausgelastet. Wir versuchen es noch einmal.", "ERP ist ausgelastet"),
        ),
        (StepStatus.SKIPPED, "", "Bei dieser Einsendung nicht nötig.", None),
    ],
)
def test_every_state_of_a_step_is_told_in_its_language(
    public: Api, form: Tenant, status: StepStatus, kind: str, sentence: str, reason: str | None
) -> None:
    submission = sent(send(public, language="de"))
    run = StepRun.unscoped.select_related("step", "connection").get(submission=submission)
    run.status, run.error_kind, run.not_needed = status, kind, status == StepStatus.SKIPPED
    run.error_message = "Not needed, because its condition was false."
    told = sentence.replace("ERP", run.connection.name)
    assert step_sentence(run, "de") == told
    assert waiting_reason(run, "de") == (reason and reason.replace("ERP", run.connection.name))


def test_a_wrong_tracking_link_is_told_in_the_language_of_the_browser(public: Api) -> None:
    answer = public.get("/api/v1/track/nothing", accept_language="es-MX, en;q=0.5")
    assert assert_problem(answer, 404, "not_found")["detail"].startswith("No hay ningún envío")
