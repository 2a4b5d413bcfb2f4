from __future__ import annotations

import threading

import pytest
from django.db import connections, transaction

from core.errors import Conflict, NotFound, Unprocessable
from core.postgres.tenancy import organization_scope
from core.submissions.accept import Accepted, submission_accept
from core.submissions.models import IdempotencyKey, Source, StepRun, StepStatus, Submission
from core.submissions.read.tracking_links import read_tracking_token, tracking_token
from core.workflows.models import WorkflowVersion
from tests.destination import Publish

KEYED = "request.send_keyed"


@pytest.fixture
def version(publish: Publish) -> WorkflowVersion:
    return publish(("first", [], KEYED), ("second", ["first"], KEYED))


def accept(version: WorkflowVersion, company: str = "Acme", key: str | None = None) -> Accepted:
    return submission_accept(
        version=version, data={"company": company}, source=Source.API, idempotency_key=key
    )


def test_an_accepted_submission_owns_due_work(version: WorkflowVersion) -> None:
    submission = accept(version).submission
    runs = list(StepRun.unscoped.filter(submission=submission).order_by("position"))
    assert [run.status for run in runs] == [StepStatus.READY, StepStatus.BLOCKED]
    assert runs[0].next_attempt_at is not None
    assert submission.subject == "Acme"
    assert runs[1].reference == f"{submission.reference}-2"


def test_the_same_key_and_body_answer_with_the_first_submission(version: WorkflowVersion) -> None:
    first, second = accept(version, key="k1"), accept(version, key="k1")
    assert (first.replayed, second.replayed) == (False, True)
    assert first.submission.pk == second.submission.pk
    assert Submission.unscoped.count() == 1


def test_the_same_key_with_another_body_is_refused(version: WorkflowVersion) -> None:
    accept(version, key="k1")
    with pytest.raises(Unprocessable) as refused:
        accept(version, company="Other", key="k1")
    assert refused.value.code == "idempotency_key_reused"
    assert Submission.unscoped.count() == 1


def test_key_order_in_the_body_does_not_matter(version: WorkflowVersion) -> None:
    one = {"company": "Acme", "email": "a@example.com"}
    other = {"email": "a@example.com", "company": "Acme"}
    submission_accept(version=version, data=one, source=Source.API, idempotency_key="k")
    again = submission_accept(version=version, data=other, source=Source.API, idempotency_key="k")
    assert again.replayed


def test_refused_fields_are_named_and_nothing_is_written(version: WorkflowVersion) -> None:
    with pytest.raises(Unprocessable) as refused:
        submission_accept(
            version=version,
            data={"email": "not an address", "extra": 1},
            source=Source.API,
            idempotency_key="k",
        )
    assert {error.field for error in refused.value.errors} == {
        "data.company",
        "data.email",
        "data.extra",
    }
    assert (Submission.unscoped.count(), IdempotencyKey.unscoped.count()) == (0, 0)


def test_a_tracking_token_leads_back_and_cannot_be_made_up(version: WorkflowVersion) -> None:
    submission = accept(version).submission
    token = tracking_token(submission.pk)
    assert read_tracking_token(token) == submission.pk
    for wrong in (token[:-1] + ("A" if token[-1] != "A" else "B"), "x", "", "a.b", "ü.ü"):
        with pytest.raises(NotFound):
            read_tracking_token(wrong)


@pytest.mark.django_db(transaction=True)
def test_a_key_that_is_being_inserted_is_told_at_once(version: WorkflowVersion) -> None:
    told: list[str] = []

    def post() -> None:
        try:
            with organization_scope(version.organization_id):
                accept(version, key="one")
        except Conflict as refused:
            told.append(refused.code)
        finally:
            connections.close_all()

    with transaction.atomic():
        accept(version, key="one")
        other = threading.Thread(target=post)
        other.start()
        other.join(timeout=20)  # waiting for this commit would never end
    assert told == ["idempotency_key_in_progress"]
    assert accept(version, key="one").replayed


@pytest.mark.django_db(transaction=True)
def test_a_hundred_posts_with_one_key_make_one_submission(version: WorkflowVersion) -> None:
    told: list[str] = []
    begin = threading.Barrier(100)

    def post() -> None:
        begin.wait()
        try:
            with organization_scope(version.organization_id):
                accepted = accept(version, key="one")
            told.append("replayed" if accepted.replayed else "accepted")
        except Conflict as refused:
            told.append(refused.code)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=post) for _ in range(100)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(told) == 100
    assert told.count("accepted") == 1
    assert set(told) <= {"accepted", "replayed", "idempotency_key_in_progress"}
    assert Submission.unscoped.count() == 1
