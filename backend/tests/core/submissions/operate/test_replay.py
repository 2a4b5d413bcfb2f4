"""A delivered submission is sent once more as a new one, and says so on both."""

from __future__ import annotations

from typing import Any

import pytest
from aiohttp import web

from core.audit.models import AuditEntry
from core.audit.services import SYSTEM
from core.delivery.operate import ledger_reconcile
from core.errors import Conflict, NotFound, Unprocessable
from core.submissions.models import Event, Replay, StepStatus, Submission, SubmissionStatus
from core.submissions.operate import replay_preview, submission_erase, submission_replay
from core.submissions.operate.erase import Erasure
from integrations.sdk import Effect
from tests.destination import Sink
from tests.engine import Accept, deliver, run_of

pytestmark = pytest.mark.django_db(transaction=True)

KEYED, BLIND = "request.send_keyed", "request.send"


def delivered(accept: Accept, *steps: tuple[str, list[str], str]) -> Submission:
    submission = accept(*(steps or (("only", [], KEYED), ("then", ["only"], BLIND))))
    deliver()
    assert status_of(submission) == SubmissionStatus.SUCCEEDED
    return submission


def status_of(submission: Submission) -> str:
    return Submission.unscoped.get(pk=submission.pk).status


def where(submission: Submission) -> dict[str, Any]:
    return {"organization": submission.organization, "submission_id": submission.pk}


def kinds(submission: Submission) -> list[str]:
    return list(Event.unscoped.filter(submission=submission).values_list("kind", flat=True))


def test_all_steps_are_sent_again_under_keys_of_their_own(accept: Accept, sink: Sink) -> None:
    original = delivered(accept)
    before = list(original.step_runs.values())
    first = list(sink.requests)
    made = submission_replay(**where(original), actor=SYSTEM)
    deliver()
    assert status_of(made) == SubmissionStatus.SUCCEEDED
    again = sink.requests[len(first) :]
    assert [each["path"] for each in again] == ["/only", "/then"]
    assert again[0]["body"] == first[0]["body"] | {"ref": made.reference}
    assert again[0]["key"] not in {None, first[0]["key"]}
    assert made.reference != original.reference
    assert list(original.step_runs.values()) == before
    assert ledger_reconcile(everything=True)[1] == []


def test_both_say_so(accept: Accept, sink: Sink) -> None:
    original = delivered(accept)
    made = submission_replay(**where(original), actor=SYSTEM)
    assert kinds(original)[-1] == "submission.replayed"
    assert kinds(made) == ["submission.replayed"]
    assert Replay.unscoped.get().origin == original
    entry = AuditEntry.unscoped.get(action="submission.replayed")
    assert entry.detail["as"] == made.reference


def test_the_same_key_sends_it_again_only_once(accept: Accept, sink: Sink) -> None:
    original = delivered(accept)
    once = submission_replay(**where(original), actor=SYSTEM, idempotency_key="k-1")
    twice = submission_replay(**where(original), actor=SYSTEM, idempotency_key="k-1")
    other = submission_replay(**where(original), actor=SYSTEM, idempotency_key="k-2")
    assert once.pk == twice.pk != other.pk
    with pytest.raises(Unprocessable):
        submission_replay(**where(delivered(accept)), actor=SYSTEM, idempotency_key="k-1")


def test_only_what_was_delivered_is_sent_once_more(accept: Accept, sink: Sink) -> None:
    sink.answer = lambda _: web.json_response({}, status=422)
    failed = accept(("only", [], KEYED))
    deliver()
    with pytest.raises(Conflict, match="taken up again"):
        submission_replay(**where(failed), actor=SYSTEM)
    with pytest.raises(Conflict):
        replay_preview(**where(failed))
    with pytest.raises(NotFound):
        submission_replay(
            organization=failed.organization, submission_id=failed.version_id, actor=SYSTEM
        )


def test_before_it_is_sent_each_destination_is_named_with_what_it_has(
    accept: Accept, sink: Sink
) -> None:
    original = delivered(accept)
    first, second = replay_preview(**where(original))
    assert (first.effect, first.same_by, first.delivered) == (Effect.KEYED, "", True)
    assert (second.effect, second.delivered) == (Effect.BLIND, True)
    assert len(sink.requests) == 2
    assert Submission.unscoped.count() == 1


def test_what_was_not_needed_is_judged_anew(accept: Accept, sink: Sink) -> None:
    never = {"only": {"when": "${{ input.company == 'Nobody' }}"}}
    original = accept(("only", [], KEYED), ("then", [], KEYED), each=never)
    deliver()
    (first, _) = replay_preview(**where(original))
    assert not first.delivered
    made = submission_replay(**where(original), actor=SYSTEM)
    deliver()
    assert run_of(made).status == StepStatus.SKIPPED


def test_one_that_is_sent_once_more_keeps_its_ordering(accept: Accept, sink: Sink) -> None:
    original = accept(("only", [], KEYED), ordering="${{ input.company }}")
    deliver()
    first = submission_replay(**where(original), actor=SYSTEM)
    second = submission_replay(**where(original), actor=SYSTEM)
    assert run_of(first).status == StepStatus.READY
    assert run_of(second).status == StepStatus.BLOCKED
    deliver()
    assert status_of(second) == SubmissionStatus.SUCCEEDED


def test_what_is_still_sent_again_keeps_its_origin_from_being_erased(
    accept: Accept, sink: Sink
) -> None:
    original = delivered(accept)
    submission_replay(**where(original), actor=SYSTEM)
    erase = {**where(original), "forms": ["ada@example.com"], "whole": True}
    assert submission_erase(**erase) is Erasure.IN_FLIGHT
    deliver()
    assert submission_erase(**erase) is Erasure.DONE
    with pytest.raises(Conflict, match="erased"):
        submission_replay(**where(original), actor=SYSTEM)
