from __future__ import annotations

import pytest

from core.accounts.models import Organization
from core.delivery.run import deliver_queue
from core.delivery.run.pace import Pace
from core.errors import NotFound, Unprocessable
from core.postgres.tenancy import organization_scope
from core.submissions.accept import submission_accept
from core.submissions.models import Source, StepRun, StepStatus, Submission
from core.submissions.read import (
    SubmissionFilter,
    headline,
    step_sentence,
    submission_get,
    submission_page,
    waiting_reason,
)
from tests.destination import Publish


def accept(publish: Publish, *companies: str) -> list[Submission]:
    version = publish(("first", [], "request.send_keyed"), ("second", ["first"], "request.send"))
    return [
        submission_accept(
            version=version,
            data={"company": company, "email": f"{company.lower()}@example.com"},
            source=Source.API,
        ).submission
        for company in companies
    ]


@pytest.mark.django_db(transaction=True)
def test_a_finished_submission_says_what_became_of_it(
    publish: Publish, organization: Organization
) -> None:
    (submission,) = accept(publish, "Acme")
    deliver_queue(queue="default", worker="test", pace=Pace(slice_seconds=60))
    found = submission_get(organization=organization, submission_id=submission.pk)
    assert headline(found) == "Acme: everything has arrived."
    for run in found.step_runs.all():
        assert "Acme" in step_sentence(run)
        assert "Sink" in step_sentence(run)


@pytest.mark.django_db(transaction=True)
def test_a_step_may_have_words_of_its_own_for_what_is_done(
    publish: Publish, organization: Organization
) -> None:
    (submission,) = accept(publish, "Acme")
    submission.version.steps.update(
        done="${{subject}} is ${{  record  }} in ${{ system }}; ${{ input.email }} and {0} stay."
    )
    deliver_queue(queue="default", worker="test", pace=Pace(slice_seconds=60))
    found = submission_get(organization=organization, submission_id=submission.pk)
    run = found.step_runs.all()[0]
    run.record = "C-7"
    assert step_sentence(run) == "Acme is C-7 in Sink; ${{ input.email }} and {0} stay."


@pytest.mark.parametrize("status", StepStatus.values)
def test_every_state_has_a_sentence(publish: Publish, status: str) -> None:
    (submission,) = accept(publish, "Acme")
    run = StepRun.unscoped.select_related("connection", "submission").get(
        submission=submission, position=1
    )
    run.status = status
    run.error_message = "Not sent, because an earlier step did not succeed."
    assert step_sentence(run).endswith(".")
    waits = {StepStatus.WAITING, StepStatus.BLOCKED}
    assert (waiting_reason(run) is not None) == (status in waits)


def test_the_public_words_do_not_repeat_what_the_destination_said(publish: Publish) -> None:
    (submission,) = accept(publish, "Acme")
    run = StepRun.unscoped.select_related("connection", "submission").get(
        submission=submission, position=1
    )
    run.error_message = "internal host erp-7 said: duplicate key"
    for status in (StepStatus.WAITING, StepStatus.FAILED, StepStatus.UNKNOWN):
        run.status = status
        assert "erp-7" not in step_sentence(run)


def test_pages_follow_each_other_and_do_not_repeat(
    publish: Publish, organization: Organization
) -> None:
    made = accept(publish, *(f"Company{number}" for number in range(5)))
    first = submission_page(organization=organization, limit=2)
    second = submission_page(organization=organization, limit=2, cursor=first.next_cursor)
    third = submission_page(organization=organization, limit=2, cursor=second.next_cursor)
    ids = [item.pk for page in (first, second, third) for item in page.items]
    assert ids == [each.pk for each in reversed(made)]
    assert third.next_cursor is None
    assert [item.steps_total for item in first.items] == [2, 2]


@pytest.mark.parametrize("how", ["reference", "id", "subject", "email"])
def test_a_submission_is_found_by(publish: Publish, organization: Organization, how: str) -> None:
    wanted, _ = accept(publish, "Acme", "Other")
    search = {
        "reference": wanted.reference.lower(),
        "id": str(wanted.pk),
        "subject": "acm",
        "email": "ACME@example.com",
    }[how]
    with organization_scope(organization):
        page = submission_page(organization=organization, wanted=SubmissionFilter(q=search))
    assert [item.pk for item in page.items] == [wanted.pk]


@pytest.mark.parametrize("cursor", ["x", "!", "AAAA", "ü"])
def test_a_cursor_that_no_list_made_is_refused(
    publish: Publish, organization: Organization, cursor: str
) -> None:
    with pytest.raises(Unprocessable, match="cursor"):
        submission_page(organization=organization, cursor=cursor)


def test_another_organization_finds_nothing(publish: Publish) -> None:
    (submission,) = accept(publish, "Acme")
    other = Organization.objects.create(slug="other", name="Other")
    assert submission_page(organization=other).items == []
    with pytest.raises(NotFound):
        submission_get(organization=other, submission_id=submission.pk)
