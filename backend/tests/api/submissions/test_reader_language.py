"""What went wrong is told to people in the language of the console, and to programs in English."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from core.accounts.models import Membership, Role
from core.submissions.models import Attempt, AttemptOutcome, StepRun
from tests.api.checks import assert_problem
from tests.api.conftest import Submit
from tests.conftest import Api, Tenant

pytestmark = pytest.mark.django_db

SUBMISSIONS = "/api/v1/submissions"
ENGLISH = "erp answered HTTP 500. It says: Out of order It may have been done there."
GERMAN = (
    "erp hat mit HTTP 500 geantwortet. Antwort: Out of order Es kann dort trotzdem ausgeführt"
    " worden sein."
)


@pytest.fixture
def person(tenant: Tenant) -> Api:
    """A browser in which an administrator of the tenant is signed in."""
    Membership.unscoped.filter(user=tenant.user).update(role=Role.ADMIN)
    browser = Client(raise_request_exception=False)
    browser.force_login(tenant.user)
    return Api(browser, {})


@pytest.fixture
def failed(submit: Submit) -> str:
    """The id of a submission whose first step went wrong."""
    made = str(submit()["id"])
    run = StepRun.unscoped.filter(submission__id=made).order_by("position")[0]
    run.error_kind, run.error_message = "outcome_unknown", ENGLISH
    run.save()
    Attempt.unscoped.create(
        organization_id=run.organization_id,
        step_run=run,
        number=1,
        fence=1,
        outcome=AttemptOutcome.LOST,
        started_at=run.submission.created_at,
        message=ENGLISH,
    )
    return made


def told(api: Api, submission: str, **headers: str) -> set[str]:
    """What went wrong, wherever the console reads it."""
    [listed] = api.get(SUBMISSIONS, **headers).json()["items"]
    step: dict[str, Any] = api.get(f"{SUBMISSIONS}/{submission}", **headers).json()["steps"][0]
    return {
        listed["problem"],
        step["error_message"],
        step["attempts"][0]["message"],
    }


@pytest.mark.parametrize(
    ("wanted", "sentence"), [("de-AT, en;q=0.5", GERMAN), ("fr", ENGLISH), ("", ENGLISH)]
)
def test_a_person_is_told_in_the_language_of_the_console(
    person: Api, failed: str, wanted: str, sentence: str
) -> None:
    assert told(person, failed, **{"accept-language": wanted}) == {sentence}


def test_a_program_is_told_in_english_whatever_it_asks_for(machine: Api, failed: str) -> None:
    assert told(machine, failed, **{"accept-language": "de"}) == {ENGLISH}


def test_a_file_that_a_person_takes_with_them_stays_english(person: Api, failed: str) -> None:
    answer: Any = person.get(f"{SUBMISSIONS}/export?format=csv", **{"accept-language": "de"})
    text = answer.getvalue().decode()
    assert ENGLISH in text
    assert GERMAN not in text


def test_the_next_reader_of_a_process_has_a_language_of_their_own(person: Api, failed: str) -> None:
    assert told(person, failed, **{"accept-language": "de"}) == {GERMAN}
    assert told(person, failed) == {ENGLISH}


GONE = "This organization has no submission with that id."
NOWHERE = f"{SUBMISSIONS}/01890000-0000-7000-8000-000000000000"


def test_a_refusal_is_told_in_the_language_of_the_console(person: Api, machine: Api) -> None:
    german = {"accept-language": "de"}
    refused = person.get(NOWHERE, **german)
    assert refused.json()["detail"] == "Diese Organisation hat keine Einsendung mit dieser ID."
    assert_problem(refused, 404, "not_found")
    assert {
        person.get(NOWHERE).json()["detail"],
        machine.get(NOWHERE, **german).json()["detail"],
    } == {GONE}


def test_so_is_what_is_wrong_with_one_field(person: Api, failed: str) -> None:
    german = {"accept-language": "de"}
    refused = person.post(f"{SUBMISSIONS}/{failed}/notes", {"text": "  "}, **german).json()
    assert refused["detail"] == "Die Notiz ist leer."
    assert refused["errors"] == [{"field": "text", "message": "Schreiben Sie etwas."}]


def test_visitors_of_a_form_keep_the_sentences_of_their_own(public: Api, tenant: Tenant) -> None:
    answers = {
        wanted: public.get("/api/v1/forms/nothing-here", **{"accept-language": wanted}).json()
        for wanted in ("de", "fr")
    }
    assert len({each["detail"] for each in answers.values()}) == 2
