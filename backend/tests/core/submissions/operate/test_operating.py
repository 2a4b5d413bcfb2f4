from __future__ import annotations

import pytest
from aiohttp import web
from django.db import IntegrityError, ProgrammingError, transaction

from core.accounts.models import Organization
from core.audit.models import AuditEntry
from core.audit.services import SYSTEM
from core.delivery.operate import ledger_reconcile
from core.errors import Conflict, NotFound, Unprocessable
from core.postgres.tenancy import database_owner
from core.submissions.models import Event, StepStatus, Submission, SubmissionStatus
from core.submissions.operate import (
    Decision,
    step_resolve,
    submission_cancel,
    submission_resume,
    submission_retry_now,
)
from core.submissions.read import step_sentence, submission_get
from tests.destination import Sink
from tests.engine import Accept, deliver, run_of

pytestmark = pytest.mark.django_db(transaction=True)

KEYED, BLIND = "request.send_keyed", "request.send"


def status_of(submission: Submission) -> str:
    return Submission.unscoped.get(pk=submission.pk).status


def unknown(accept: Accept, sink: Sink) -> Submission:
    """A blind step whose answer was lost, and one that depends on it."""
    sink.answer = lambda _: web.Response(status=500)
    submission = accept(("only", [], BLIND), ("then", ["only"], KEYED))
    deliver()
    assert run_of(submission).status == StepStatus.UNKNOWN
    sink.answer = None
    return submission


def resolve(submission: Submission, decision: Decision, record: str = "") -> None:
    step_resolve(
        organization=submission.organization,
        step_run_id=run_of(submission).pk,
        decision=decision,
        actor=SYSTEM,
        record=record,
    )


def test_cancelling_ends_what_was_not_sent(accept: Accept, sink: Sink) -> None:
    submission = accept(("only", [], KEYED), ("then", ["only"], KEYED))
    submission_cancel(
        organization=submission.organization, submission_id=submission.pk, actor=SYSTEM
    )
    deliver()
    assert (status_of(submission), sink.requests) == (SubmissionStatus.CANCELLED, [])
    with pytest.raises(Conflict):
        submission_cancel(
            organization=submission.organization, submission_id=submission.pk, actor=SYSTEM
        )


def test_an_unknown_step_that_arrived_lets_the_next_go_on(accept: Accept, sink: Sink) -> None:
    submission = unknown(accept, sink)
    resolve(submission, Decision.DELIVERED, record="4711")
    assert run_of(submission).record == "4711"
    deliver()
    assert status_of(submission) == SubmissionStatus.SUCCEEDED
    assert [request["path"] for request in sink.requests] == ["/only", "/then"]


def test_an_unknown_step_is_sent_again_only_when_a_person_says_so(
    accept: Accept, sink: Sink
) -> None:
    submission = unknown(accept, sink)
    deliver()
    assert len(sink.requests) == 1
    resolve(submission, Decision.RESEND)
    deliver()
    assert status_of(submission) == SubmissionStatus.SUCCEEDED


def test_giving_up_an_unknown_step_skips_what_depends_on_it(accept: Accept, sink: Sink) -> None:
    submission = unknown(accept, sink)
    resolve(submission, Decision.GIVE_UP)
    assert run_of(submission, "then").status == StepStatus.SKIPPED
    assert status_of(submission) == SubmissionStatus.FAILED
    with pytest.raises(Conflict):
        resolve(submission, Decision.RESEND)


def test_retry_now_does_not_wait_for_the_backoff(accept: Accept, sink: Sink) -> None:
    sink.answer = lambda _: web.Response(status=408)
    submission = accept(("only", [], KEYED))
    deliver()
    sink.answer = None
    submission_retry_now(
        organization=submission.organization, submission_id=submission.pk, actor=SYSTEM
    )
    deliver()
    assert status_of(submission) == SubmissionStatus.SUCCEEDED


def failed_second(accept: Accept, sink: Sink) -> Submission:
    sink.answer = lambda request: web.json_response(
        {"id": 9}, status=422 if request.path == "/then" else 200
    )
    submission = accept(("only", [], KEYED), ("then", ["only"], KEYED), ("last", ["then"], KEYED))
    deliver()
    assert status_of(submission) == SubmissionStatus.FAILED
    sink.answer = None
    sink.requests.clear()
    return submission


def test_resuming_goes_on_from_the_failed_step_and_leaves_the_original_alone(
    accept: Accept, sink: Sink
) -> None:
    original = failed_second(accept, sink)
    before = list(original.step_runs.values())
    resumed = submission_resume(
        organization=original.organization,
        submission_id=original.pk,
        actor=SYSTEM,
        data={"company": "Corrected Ltd"},
    )
    deliver()
    assert status_of(resumed) == SubmissionStatus.SUCCEEDED
    assert [request["path"] for request in sink.requests] == ["/then", "/last"]
    assert sink.requests[0]["body"]["company"] == "Corrected Ltd"
    assert sink.requests[0]["key"] not in {str(row["id"]) for row in before}
    assert list(original.step_runs.values()) == before
    assert status_of(original) == SubmissionStatus.FAILED
    assert ledger_reconcile(everything=True)[1] == []


def test_a_step_that_was_done_before_is_told_with_what_it_sent(accept: Accept, sink: Sink) -> None:
    original = failed_second(accept, sink)
    original.version.steps.update(done="${{ subject }} arrived.")
    resumed = submission_resume(
        organization=original.organization,
        submission_id=original.pk,
        actor=SYSTEM,
        data={"company": "Corrected Ltd"},
    )
    deliver()
    found = submission_get(organization=original.organization, submission_id=resumed.pk)
    assert [step_sentence(run) for run in found.step_runs.all()] == [
        f"{original.subject} arrived.",
        "Corrected Ltd arrived.",
        "Corrected Ltd arrived.",
    ]


def test_a_submission_is_taken_up_once_and_only_when_it_has_ended(
    accept: Accept, sink: Sink
) -> None:
    original = failed_second(accept, sink)
    where = {"organization": original.organization, "submission_id": original.pk, "actor": SYSTEM}
    with pytest.raises(Unprocessable):
        submission_resume(**where, data={"nothing": 1})  # type: ignore[arg-type]
    resumed = submission_resume(**where)  # type: ignore[arg-type]
    with pytest.raises(Conflict, match=resumed.reference):
        submission_resume(**where)  # type: ignore[arg-type]
    with pytest.raises(Conflict):
        submission_resume(
            organization=original.organization, submission_id=resumed.pk, actor=SYSTEM
        )


def test_nothing_of_another_organization_is_touched(accept: Accept, sink: Sink) -> None:
    submission = unknown(accept, sink)
    stranger = Organization.objects.create(slug="stranger", name="Stranger")
    for change in (submission_cancel, submission_retry_now, submission_resume):
        with pytest.raises(NotFound):
            change(organization=stranger, submission_id=submission.pk, actor=SYSTEM)
    with pytest.raises(NotFound):
        step_resolve(
            organization=stranger,
            step_run_id=run_of(submission).pk,
            decision=Decision.RESEND,
            actor=SYSTEM,
        )


def test_each_action_is_audited_logged_and_kept(accept: Accept, sink: Sink) -> None:
    submission = unknown(accept, sink)
    resolve(submission, Decision.GIVE_UP)
    entry = AuditEntry.unscoped.get(action="step.resolved")
    assert entry.detail["decision"] == "give_up"
    kinds = list(Event.unscoped.filter(submission=submission).values_list("kind", flat=True))
    assert kinds == [
        "step.unknown",
        "submission.needs_attention",
        "step.resolved",
        "step.skipped",
        "submission.failed",
    ]
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        entry.delete()
    owner = database_owner("not even the owner changes what was done")
    refused = pytest.raises(IntegrityError, match="append-only")
    with owner, refused, transaction.atomic():
        entry.delete()


def test_cancelling_a_doubtful_step_leaves_it_to_a_person(accept: Accept, sink: Sink) -> None:
    sink.answer = lambda _: web.Response(status=500)
    submission = accept(("only", [], KEYED))
    deliver()
    assert (run_of(submission).status, run_of(submission).in_doubt) == (StepStatus.WAITING, True)
    submission_cancel(
        organization=submission.organization, submission_id=submission.pk, actor=SYSTEM
    )
    assert status_of(submission) == SubmissionStatus.NEEDS_ATTENTION
